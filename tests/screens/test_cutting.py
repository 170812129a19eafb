"""A meeting that will take too long: it is said in time, with where to cut (B3, D1)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.meeting import PLAN, played
from tests.screens.meeting_play import in_session
from tests.services.test_time_spent import REPORT, again, hold
from tests.support import Clock, run_app
from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.plan import PlanItem

LONG = replace(PLAN, agenda=(PlanItem("展位选择", 25), PlanItem("物料清单", 30), PlanItem("值班安排", 20)))


@pytest.mark.parametrize(
    ("steps", "lengths", "end"),
    [(0, [20, 24, 16], "15:00"), (1, [25, 30], "15:00"), (2, [25, 30, 20], "15:15")],
    ids=["shortened", "last one taken off", "later end"],
)
async def test_on_prepare_a_key_makes_the_agenda_fit(
    tmp_path: Path, steps: int, lengths: list[int], end: str
) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(LONG)
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
            hands = Hands(pilot, Clock(meeting.now))
            assert "14:25–14:55" in hands.text
            assert "shorten 1: 25→20, 2: 30→24, 3: 20→16" in hands.text
            await hands.press("t", *["down"] * steps, "enter")
            assert [item.minutes for item in meeting.record.agenda] == lengths
            assert f"{meeting.record.meeting.planned_end:%H:%M}" == end
            await hands.press("t")
            assert "The agenda fits" in hands.text


async def test_in_the_meeting_the_rest_is_shortened_and_the_plan_stays(tmp_path: Path) -> None:
    async with in_session(tmp_path, plan=LONG) as session:
        assert "over at this pace: F4 cuts" in session.text
        await session.press("f4", "enter")
        planned = [item.minutes for item in session.record.agenda]
        assert planned == [25, 30, 20]
        assert sum(item.minutes + item.extra for item in session.record.agenda) < 75
        assert "over at this pace" not in session.text


async def test_in_the_meeting_the_last_item_is_put_off(tmp_path: Path) -> None:
    async with in_session(tmp_path, plan=LONG, language="zh") as session:
        assert "照此进度超时" in session.text
        await session.press("f4", "down", "enter")
        assert session.record.agenda[-1].state is ItemState.DEFERRED


async def test_while_it_fits_only_more_time_is_offered(tmp_path: Path) -> None:
    async with in_session(tmp_path) as session:
        assert "at this pace" not in session.text
        await session.press("f4")
        assert "Shorten" not in session.text


async def test_the_times_of_the_agenda_move_with_the_clock(tmp_path: Path) -> None:
    async with in_session(tmp_path) as session:
        assert "until 14:14" in session.text
        assert "14:14–14:34  20 min" in session.text
        session.clock.forward(minutes=15)
        session.app.beat()
        await session.pilot.pause()
        assert "14:19–14:39  20 min" in session.text, "the item before has used up its time"


async def test_prepare_tells_how_long_such_an_item_took_while_its_minutes_are_typed(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(replace(PLAN, agenda=(REPORT,)))
        again(hold(meeting, 25), REPORT)
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
            hands = Hands(pilot, Clock(meeting.now))
            assert "took 26 min of 10 last time" in hands.text
            await hands.press("tab", "e", "tab")
            await hands.fill("15")
            assert "! took 26 min of 10 last time" in hands.text
            await hands.fill("30")
            assert "! took" not in hands.text
