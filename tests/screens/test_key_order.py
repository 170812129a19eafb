"""Keys that arrive in one burst act in their order (a slow line, a busy machine)."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key

from tests.screens.meeting_play import in_session
from tui_minutes.domain.discussion import EntryKind


async def test_a_line_is_entered_before_the_key_that_follows_it_acts(tmp_path: Path) -> None:
    async with in_session(tmp_path) as session:
        for one in (Key("h", "h"), Key("i", "i"), Key("enter", "\r"), Key("f8", None)):
            session.pilot.app.post_message(one)  # as the terminal's thread does, without waiting
        while not session.play.record.breaks:
            await session.pilot.pause()
        line, pause = session.play.record.entries
        assert (line.raw, pause.kind) == ("hi", EntryKind.EVENT)
