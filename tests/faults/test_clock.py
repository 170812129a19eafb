"""The clock is put while a meeting runs, or the machine sleeps: no time is negative, and none is absurd."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.meeting import PLAN, Played, played
from tests.support import Clock, shown
from tui_minutes.app import MinutesApp
from tui_minutes.domain.agenda import Span, elapsed
from tui_minutes.domain.command import Command
from tui_minutes.domain.timing import PUT, Look, not_before, put_by
from tui_minutes.services import attendance, clock_set, minutes, session
from tui_minutes.settings import Settings

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PUTS = (-3 * DAY, -HOUR, -90 * MINUTE / 60, 90 * MINUTE / 60, HOUR, 3 * DAY)
NEGATIVE = re.compile(r"-\d+:\d\d/|-\d+ min|-\d+ 分钟")

instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@given(instants, st.floats(0, 1e7), st.floats(0, 1e5), st.integers(-(10**7), 10**7))
def test_a_clock_that_was_put_is_told_from_one_that_ran(
    wall: datetime, steady: float, ran: float, put: int
) -> None:
    after = Look(wall + timedelta(seconds=ran + put), steady + ran)
    by = put_by(Look(wall, steady), after)
    assert abs(by - timedelta(seconds=put)) < timedelta(milliseconds=1) or abs(put) <= PUT.total_seconds()


@given(instants, instants, instants)
def test_no_length_of_time_is_negative(one: datetime, other: datetime, now: datetime) -> None:
    assert Span(one, other).length(now) >= timedelta(0)
    assert Span(one).length(now) >= timedelta(0)
    assert elapsed(one, (Span(other),), now) >= timedelta(0)
    assert not_before(one, other) >= other


class Clocks:
    """The clock on the wall, which is put, and the one that only runs on."""

    def __init__(self, now: datetime) -> None:
        self.wall = Clock(now)
        self.ran = 1000.0

    def run(self, time: timedelta) -> None:
        self.wall.at += time
        self.ran += time.total_seconds()

    def put(self, by: timedelta) -> None:
        self.wall.at += by


@asynccontextmanager
async def recording(meeting: Played, clocks: Clocks, watched: bool = True) -> AsyncIterator[Pilot[None]]:
    """The program on a meeting in session, its clocks in the hands of the test."""
    app = MinutesApp(
        meeting.store, Settings(first_run_done=True, name="王敏"), clocks.wall, zone="Asia/Shanghai",
        steady=(lambda: clocks.ran) if watched else None,
    )  # fmt: skip
    app.first = meeting.uid
    async with app.run_test(size=(132, 34)) as pilot:
        await pilot.pause()
        yield pilot


async def goes_on(pilot: Pilot[None], clocks: Clocks, time: timedelta) -> str:
    """Time passes; what the screen shows then."""
    clocks.run(time)
    assert isinstance(pilot.app, MinutesApp)
    pilot.app.clock_watch.look()
    await pilot.pause()
    for screen in pilot.app.screen_stack[1:]:
        screen.show_time()  # type: ignore[attr-defined]
    await pilot.pause()
    return shown(pilot.app)


@pytest.mark.parametrize("by", PUTS, ids=str)
async def test_a_meeting_lasts_as_long_as_it_does_whatever_the_clock_is_put_to(
    tmp_path: Path, by: timedelta
) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin().say("- 量尺寸 @韩磊 截止周五")
        clocks = Clocks(meeting.record.meeting.started_at or meeting.now)
        async with recording(meeting, clocks) as pilot:
            assert "5:00/60:00" in await goes_on(pilot, clocks, 5 * MINUTE)
            clocks.put(by)
            text = await goes_on(pilot, clocks, 5 * MINUTE)
            assert "10:00/60:00" in text
            assert not NEGATIVE.search(text)
            await pilot.press("f8")
            await goes_on(pilot, clocks, 7 * MINUTE)
            await pilot.press("f8")
            assert "11:00/60:00" in await goes_on(pilot, clocks, MINUTE)
            await pilot.press("f5")
            assert "13:00/60:00" in await goes_on(pilot, clocks, 2 * MINUTE)
            await pilot.press(*"late", "enter")
            record = meeting.record
            assert [item.spent(clocks.wall()) for item in record.agenda[:2]] == [11 * MINUTE, 2 * MINUTE]
            assert [entry.seq for entry in record.entries] == list(range(1, len(record.entries) + 1))
            assert record.entries[-1].raw == "late"
            assert any("时钟" in entry.text for entry in record.entries)
        meeting.now = clocks.wall()
        meeting.read_back().seal()
        record = meeting.record
        assert record.meeting.ended_at
        assert record.meeting.started_at
        assert timedelta(0) <= record.meeting.ended_at - record.meeting.started_at <= 30 * MINUTE
        written = minutes.markdown(meeting.store, meeting.uid, meeting.now)
        assert not NEGATIVE.search(written)


async def test_a_program_that_does_not_watch_is_found_out(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin()
        clocks = Clocks(meeting.now)
        async with recording(meeting, clocks, watched=False) as pilot:
            await goes_on(pilot, clocks, 5 * MINUTE)
            clocks.put(5 * HOUR)
            assert "310:00/60:00" in await goes_on(pilot, clocks, 5 * MINUTE)


@pytest.mark.parametrize("stands_still", [True, False])
async def test_a_machine_that_slept_goes_on(tmp_path: Path, stands_still: bool) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin()
        clocks = Clocks(meeting.now)
        async with recording(meeting, clocks) as pilot:
            await goes_on(pilot, clocks, 5 * MINUTE)
            if stands_still:
                clocks.put(20 * MINUTE)
            else:
                clocks.run(20 * MINUTE)
            text = await goes_on(pilot, clocks, MINUTE)
            assert ("6:00/60:00" if stands_still else "26:00/60:00") in text


def test_of_all_programs_that_see_it_one_follows_the_clock(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin()
        start = meeting.record.meeting.started_at
        assert start
        meeting.now += HOUR
        seen = [Command.new(meeting.now + timedelta(seconds=n), "小林", "小林") for n in range(3)]
        assert [clock_set.follow_clock(meeting.store, one, 3600.0) for one in seen] == [1, 0, 0]
        assert meeting.record.meeting.started_at == start + HOUR


def test_a_clock_put_back_while_nothing_ran_leaves_no_end_before_the_start(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin()
        someone = meeting.person("韩磊").uid
        attendance.leave(meeting.store, meeting.command(), someone)
        meeting.now -= 5 * HOUR
        attendance.come(meeting.store, meeting.command(), someone)
        session.next_item(meeting.store, meeting.command(), meeting.uid)
        session.back(meeting.store, meeting.command(), meeting.uid)
        assert meeting.person("韩磊").here
        assert meeting.item.title == PLAN.agenda[0].title
        meeting.read_back().seal()
        sealed = meeting.record.meeting
        assert sealed.started_at
        assert sealed.ended_at == sealed.started_at
        assert not NEGATIVE.search(minutes.markdown(meeting.store, meeting.uid, meeting.now))


def test_the_hour_that_comes_twice_is_an_hour(tmp_path: Path) -> None:
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    start = datetime(2026, 10, 25, 2, 30)
    plan = replace(PLAN, zone="Europe/Berlin", start=start, end=start + 2 * HOUR)
    with played(tmp_path / "minutes.db") as meeting:
        meeting.now = night - 3 * MINUTE
        meeting.plan(plan).begin()
        meeting.say("before")
        meeting.now = night + HOUR
        meeting.say("after")
        record = meeting.record
        assert record.meeting.started_at
        assert record.elapsed(record.meeting.started_at + HOUR) == HOUR
        before, after = (record.meeting.local(entry.at) for entry in record.entries if entry.raw)
        assert (before.hour, after.hour) == (2, 2)


def test_what_is_late_is_judged_by_the_clock_as_it_is_now(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin().say("- 量尺寸 @韩磊 截止周五")
        meeting.read_back().seal()
        for by, late in ((timedelta(0), 0), (9 * DAY, 1), (-9 * DAY, 0)):
            meeting.now += by
            assert meeting.store.counts(meeting.now).late == late
