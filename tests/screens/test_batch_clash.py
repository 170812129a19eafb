"""Several outcomes changed together: whoever was quicker with one of them is shown first (T8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.support import Clock, run_app, shown, type_in
from tui_minutes.services import outcomes

NUMBERS = ("A-001", "A-002")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A sealed meeting with two actions."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        one.say("- 付定金 @韩磊 截止12月4日")
        one.say("- 画展板 @Nora Quinn 截止12月4日")
        one.read_back().seal()
        yield one


async def test_none_is_changed_before_what_somebody_did_is_seen(meeting: Played) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        await pilot.press("ctrl+g", "v", "v", "t")
        await type_in(pilot, "12/18")
        await pilot.press("ctrl+s")
        await pilot.pause()
        uid = meeting.in_ledger("A-002").uid
        outcomes.update(meeting.store, meeting.command("韩磊"), uid, {"remark": "theirs"})
        await pilot.press("enter")
        await pilot.pause()
        assert "Somebody was quicker" in shown(pilot.app)
        assert "theirs" in shown(pilot.app)
        assert {str(meeting.in_ledger(number).due) for number in NUMBERS} == {"2026-12-04"}
        await pilot.press("enter", "ctrl+s", "enter")
        await pilot.pause()
        assert {str(meeting.in_ledger(number).due) for number in NUMBERS} == {"2026-12-18"}
        assert meeting.in_ledger("A-002").remark == "theirs"
