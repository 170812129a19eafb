"""The next meeting is shown before it is planned: kept, left out once, laid aside for good (B8)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, Played
from tests.services.test_followups import WEEKLY, of
from tests.support import Clock, in_front, open_store, run_app, shown, type_in
from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import Plan, PlanItem
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import followups, meetings, readback, series, session


def held(folder: Path, plan: Plan = PLAN) -> Played:
    """A weekly meeting that put two items off, asked a question and fixed a focus."""
    play = Played(open_store(folder)).plan(plan)
    series.update(play.store, play.command(), of(play), plan.title, WEEKLY, "")
    play.begin().say("? 停车位够不够 @韩磊 下次反馈：12/2")
    session.defer(play.store, play.command(), play.record.agenda[1].uid)
    play.read_back()
    readback.set_next_meeting(play.store, play.command(), play.uid, None, focus="定金与展位图")
    return play.seal()


@asynccontextmanager
async def at_home(play: Played, language: str = "en") -> AsyncIterator[Pilot[None]]:
    """Home, the cursor on the only meeting."""
    async with run_app(play.store, language=language, clock=Clock(play.now)) as pilot:
        yield pilot
    play.store.close()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def following(play: Played) -> list[tuple[Origin, str]]:
    """The agenda of the meeting after it."""
    found = next(one for one in play.store.meetings() if one.follows == play.uid)
    return [(item.origin, item.title) for item in play.store.record(found.uid).agenda]


ALL = [
    (Origin.FOCUS, "定金与展位图"),
    (Origin.CARRIED, "物料清单"),
    (Origin.CARRIED, "值班安排"),
    (Origin.QUESTION, "Q-001 停车位够不够"),
]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["2026-12-04 Fri 14:00–14:45", "carried over, from M-2026-001", "Ends here", "discussed"]),
        ("zh", ["2026-12-04 周五 14:00–14:45", "上次顺延，来自 M-2026-001", "到此结束", "已讨论"]),
    ],
)
async def test_enter_plans_what_the_preview_shows(tmp_path: Path, language: str, words: list[str]) -> None:
    play = held(tmp_path)
    async with at_home(play, language) as pilot:
        await press(pilot, "f")
        assert all(one in shown(pilot.app) for one in words)
        assert len(play.store.meetings()) == 1, "nothing is made before Enter"
        await press(pilot, "enter")
        assert type(in_front(pilot.app)).__name__ == "PrepareScreen"
        assert following(play) == ALL


async def test_what_is_left_out_once_waits_and_what_is_laid_aside_does_not(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with at_home(play) as pilot:
        await press(pilot, "f", "x", "j", "space", "space", "j", "space", "j", "x")
        assert "closed in the ledger" in shown(pilot.app), "a question is not laid aside here"
        await press(pilot, "enter")
        assert following(play) == [ALL[1], ALL[3]]
        assert "1 item of earlier meetings waits" in shown(pilot.app)
        await press(pilot, "w")
        assert "值班安排" in shown(pilot.app)
        assert "定金与展位图  focus" not in shown(pilot.app)
        await press(pilot, "enter")
        assert following(play) == [ALL[1], ALL[3], ALL[2]]
        await press(pilot, "w")
        assert "Nothing waits from earlier meetings" in shown(pilot.app)


async def test_escape_plans_nothing(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with at_home(play) as pilot:
        await press(pilot, "f", "x", "escape")
        assert len(play.store.meetings()) == 1
        await press(pilot, "f")
        assert "never again" not in shown(pilot.app)


async def test_another_date_keeps_what_was_left_out(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with at_home(play) as pilot:
        await press(pilot, "f", "space", "t", "ctrl+u")
        await type_in(pilot, "someday")
        await press(pilot, "ctrl+s")
        assert "is no date and time" in shown(pilot.app)
        await press(pilot, "ctrl+u")
        await type_in(pilot, "2026-12-08 9:30")
        await press(pilot, "ctrl+s")
        assert "2026-12-08 Tue 09:30–10:15" in shown(pilot.app)
        assert "not this time" in shown(pilot.app)
        await press(pilot, "enter")
        planned = next(one for one in play.store.meetings() if one.follows)
        assert planned.planned_start == datetime(2026, 12, 8, 9, 30)
        assert ALL[0] not in following(play)


async def test_where_one_is_planned_already_it_is_opened_or_filled(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with at_home(play) as pilot:
        await press(pilot, "f", "enter", "escape", "end", "f")
        assert "The next meeting is planned already" in shown(pilot.app)
        await press(pilot, "enter")
        assert type(in_front(pilot.app)).__name__ == "PrepareScreen"
        assert len(play.store.meetings()) == 2


async def test_readback_offers_the_next_date_of_the_rhythm(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    series.update(play.store, play.command(), of(play), "例会", WEEKLY, "")
    play.begin().say("+ 订A馆")
    play.read_back()
    async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
        await press(pilot, "n", "ctrl+s")
        assert play.record.meeting.next_start == datetime(2026, 12, 4, 14)
    play.store.close()


async def test_the_meeting_after_one_that_is_not_over_says_what_is_to_come(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    async with at_home(play) as pilot:
        await press(pilot, "f")
        assert "What M-2026-001 leaves open comes along once it is over" in shown(pilot.app)
        assert "物料清单" not in shown(pilot.app)


async def test_what_is_confidential_is_covered_until_it_is_revealed(tmp_path: Path) -> None:
    agenda = (PlanItem("展位选择", 10), PlanItem("裁员名单", 10, level=Level.SECRET), PlanItem("值班安排", 5))
    play = Played(open_store(tmp_path)).plan(replace(PLAN, agenda=agenda))
    play.begin().read_back().seal()
    async with at_home(play) as pilot:
        await press(pilot, "f")
        assert "裁员名单" not in shown(pilot.app)
        assert "confidential. Who can see this screen?" in shown(pilot.app)
        await press(pilot, "enter")
        assert "裁员名单" in shown(pilot.app)


async def test_what_waits_for_a_confidential_meeting_is_shown_after_a_question(
    tmp_path: Path,
) -> None:
    play = held(tmp_path)
    shown_before = followups.preview(play.store, play.uid, play.now, WEEKENDS)
    left_out = [one.key for one in shown_before.coming]
    planned = followups.follow_up(play.store, play.command(), play.uid, shown_before.when, left_out)
    meetings.update(play.store, play.command(), planned, level=Level.SECRET)
    async with at_home(play) as pilot:
        await press(pilot, "G", "f")
        assert "Take along to M-2026-002 what waits" in shown(pilot.app)
        await press(pilot, "enter")
        assert "M-2026-002: confidential. Who can see this screen?" in shown(pilot.app)
        assert "物料清单" not in shown(pilot.app)
        await press(pilot, "enter")
        assert "物料清单" in shown(pilot.app)


async def test_a_question_on_the_table_says_when_feedback_was_promised_and_every_key(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with run_app(play.store, size=(132, 34), clock=Clock(play.now)) as pilot:
        await press(pilot, "f", "enter", "N", "enter", "f10", "end", "enter")
        text = shown(pilot.app)
        assert "12-02 Wed feedback" in text
        assert "Shift+Tab: d done · n note · t date · v decide" in text
    play.store.close()
