"""A meeting left in session, its clocks running on over nothing; a clock that is behind (D1)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.meeting import played
from tests.support import Clock, run_app, shown
from tui_minutes.domain.silence import LONG

ASKED = "Nothing was done here since"
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("away", [LONG + MINUTE, timedelta(days=400)], ids=str)
@pytest.mark.parametrize(("keys", "counted"), [(["enter"], False), (["down", "enter"], True)])
async def test_hours_in_which_nothing_was_done_are_asked_about_once(
    tmp_path: Path, away: timedelta, keys: list[str], counted: bool
) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin().say("- 量尺寸 @韩磊")
        before = meeting.record.elapsed(meeting.now)
        clock = Clock(meeting.now + away)
        async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
            await pilot.pause()
            assert f"{ASKED} 2026-11-27 14:0" in shown(pilot.app)
            await pilot.press(*keys)
            await pilot.pause()
            assert ASKED not in shown(pilot.app)
        record = meeting.record
        lasted = before + (away if counted else timedelta(0))
        assert record.elapsed(clock()) == lasted
        assert record.agenda[0].spent(clock()) == lasted
        assert ("时间全部计入" if counted else "不计时") in record.entries[-1].text
        async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
            await pilot.pause()
            assert ASKED not in shown(pilot.app)


async def test_a_break_over_night_is_a_break_already(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin()
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
            await pilot.press("f8")
        clock = Clock(meeting.now + timedelta(hours=15))
        async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
            await pilot.pause()
            assert ASKED not in shown(pilot.app)


async def test_a_lid_that_was_closed_for_a_night_is_asked_about_too(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin()
        clock = Clock(meeting.now)
        async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
            assert ASKED not in shown(pilot.app)
            clock.at += timedelta(hours=15)
            pilot.app.screen.show_time()  # type: ignore[attr-defined]
            await pilot.pause()
            assert ASKED in shown(pilot.app)


async def test_a_clock_behind_the_last_line_is_told_of(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin().say("- 量尺寸 @韩磊")
        clock = Clock(meeting.now - timedelta(days=3))
        async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
            await pilot.pause()
            assert "The computer's clock is behind" in shown(pilot.app)
            assert "0:00/60:00" in shown(pilot.app)
