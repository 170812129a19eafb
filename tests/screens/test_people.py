"""People of a running meeting: they come late, leave and return, and the log knows when (C1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.support import Clock, run_app, shown
from tui_minutes.domain.attendance import Attendance, Movement
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.services import attendance, session
from tui_minutes.widgets.capture_line import CaptureLine


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting in session: the chair is there, the others are not marked."""
    with played(tmp_path / "minutes.db") as one:
        one.plan()
        attendance.open_check_in(one.store, one.command(), one.uid)
        chair = one.record.people[0]
        attendance.mark(one.store, one.command(), chair.uid, Attendance.PRESENT)
        session.start(one.store, one.command(), one.uid)
        yield one


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_who_comes_in_is_late_and_leaves_and_returns(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, size=size, language=language, clock=clock, first=meeting.uid) as pilot:
        await pilot.press("f7", "j")
        for minutes, key in ((5, "space"), (10, "x"), (2, "space")):
            clock.forward(minutes=minutes)
            await pilot.press(key)
        han = meeting.record.people[1]
        assert han.state is Attendance.LATE
        assert [event.kind for event in han.events] == [Movement.ARRIVED, Movement.LEFT, Movement.RETURNED]
        assert [event.at for event in han.events][-1] == clock.at
        events = [entry.text for entry in meeting.record.entries if entry.kind is EntryKind.EVENT]
        assert [text for text in events if "韩磊" in text] == ["韩磊 到会", "韩磊 离席", "韩磊 返回"]
        assert ("2 of 3 here" if language == "en" else "应到 3 人，在场 2 人") in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "MeetingScreen"


async def test_who_is_here_stays_as_they_are(meeting: Played) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await pilot.press("f7", "space")
        await pilot.pause()
        assert "周岚 is in the room already" in shown(pilot.app)
        assert len(meeting.record.people[0].events) == 1


async def test_who_is_not_here_cannot_leave(meeting: Played) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await pilot.press("f7", "j", "x")
        await pilot.pause()
        assert "韩磊 is not in the room" in shown(pilot.app)


async def test_what_is_said_meanwhile_can_be_taken_down_here(meeting: Played) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await pilot.press("f7")
        pilot.app.screen.query_one(CaptureLine).take("周岚：等韩磊到了再表决")
        await pilot.press("enter")
        await pilot.pause()
        last = meeting.record.entries[-1]
        assert (last.kind, last.speaker, last.text) == (EntryKind.POINT, "周岚", "等韩磊到了再表决")
