"""From the running program to the window for the room: the command, shown and copied."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played
from tests.support import Clock, open_store, run_app, shown
from tui_minutes.app import MinutesApp
from tui_minutes.cli_parser import parser
from tui_minutes.domain.meeting import Level


@pytest.mark.parametrize(("language", "words"), [("en", "on the projector"), ("zh", "投影所用的终端")])
async def test_the_command_is_shown_and_copied(tmp_path: Path, language: str, words: str) -> None:
    folder = tmp_path / "two words"
    folder.mkdir()
    meeting = Played(open_store(folder)).plan(replace(PLAN, level=Level.CONFIDENTIAL))
    async with run_app(meeting.store, language=language, clock=Clock(meeting.now)) as pilot:
        assert isinstance(pilot.app, MinutesApp)
        pilot.app.revealed = True
        await pilot.press("ctrl+underscore")
        assert words in shown(pilot.app)
        assert pilot.app.clipboard == f"tui-minutes room --db '{meeting.store.path}'"
        await pilot.press("escape")
        pilot.app.open_meeting(meeting.uid)
        await pilot.pause()
        await pilot.press("ctrl+p", *"Window" if language == "en" else "room", "enter")
        await pilot.pause()
        assert pilot.app.clipboard == f"tui-minutes room M-2026-001 --db '{meeting.store.path}'"
        assert ("confidential" if language == "en" else "秘密") in shown(pilot.app)
    meeting.store.close()


def test_the_command_line_takes_it() -> None:
    args = parser().parse_args(["room", "M-2026-001", "--db", "a.db", "--level", "secret"])
    assert (args.command, args.number, args.level) == ("room", "M-2026-001", "secret")
