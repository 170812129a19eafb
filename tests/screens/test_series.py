"""The page of a series: rhythm, what recurs, dates to come, meetings; its keys (B8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played
from tests.screens.test_next_meeting import held, press
from tests.services.test_followups import follow, of
from tests.support import Clock, in_front, open_store, run_app, shown, type_in
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.rhythm import OnHoliday
from tui_minutes.domain.series import Recurring
from tui_minutes.services import agenda, meetings, series


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["every Fri 14:00", "Dates to come", "2026-12-04 Fri"]),
        ("zh", ["每周五 14:00", "今后日期", "周五"]),
    ],
)
async def test_the_page_tells_rhythm_dates_and_meetings(
    tmp_path: Path, language: str, words: list[str], size: tuple[int, int]
) -> None:
    play = held(tmp_path)
    async with run_app(play.store, language=language, clock=Clock(play.now), size=size) as pilot:
        await press(pilot, "o")
        assert type(in_front(pilot.app)).__name__ == "SeriesScreen"
        assert all(one in shown(pilot.app) for one in [*words, "M-2026-001"])
        await press(pilot, "escape")
        assert type(in_front(pilot.app)).__name__ == "HomeScreen"
    play.store.close()


async def test_a_rhythm_is_set_and_a_wrong_one_loses_nothing(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
        await press(pilot, "o")
        assert "No dates" in shown(pilot.app)
        await press(pilot, "e", "tab", *["right"] * 5, "tab", "tab")
        await type_in(pilot, "each thursday")
        await press(pilot, "ctrl+s")
        assert "is no rule of a calendar" in shown(pilot.app)
        await press(pilot, "ctrl+u")
        await type_in(pilot, "FREQ=WEEKLY;BYDAY=MO,TH")
        await press(pilot, "tab", "right", "tab")
        await type_in(pilot, "12-03， 32-12")
        await press(pilot, "ctrl+s")
        assert "are no days" in shown(pilot.app)
        await press(pilot, "ctrl+u")
        await type_in(pilot, "12-07， 2026-12-03")
        await press(pilot, "ctrl+s")
        rhythm = play.store.series(of(play)).rhythm
        assert rhythm is not None
        assert (rhythm.rule, rhythm.on_holiday) == ("FREQ=WEEKLY;BYDAY=MO,TH", OnHoliday.HOLD)
        assert rhythm.without == (date(2026, 12, 3), date(2026, 12, 7))
        assert "2026-11-30 Mon 14:00" in shown(pilot.app)
        assert "2026-12-07 Mon 14:00" not in shown(pilot.app)
        await press(pilot, "e")
        await type_in(pilot, "!")
        await press(pilot, "ctrl+s")
        kept = play.store.series(of(play))
        assert (kept.title[-1], kept.rhythm) == ("!", rhythm)
    play.store.close()


async def test_what_the_rhythm_has_no_use_for_is_not_dropped_in_silence(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
        await press(pilot, "o", "e", "tab", "tab", "backspace", "0")
        assert "with “every month on the same weekday”: the fourth Fri" in shown(pilot.app)
        await press(pilot, "tab")
        await type_in(pilot, "FREQ=WEEKLY;BYDAY=MO,TH")
        await press(pilot, "ctrl+s")
        assert "needs another rhythm" in shown(pilot.app)
        await press(pilot, "right", "ctrl+s")
        assert "needs another rhythm" in shown(pilot.app), "each week is that of the first day"
        await press(pilot, *["right"] * 4, "ctrl+s")
        rhythm = play.store.series(of(play)).rhythm
        assert rhythm is not None
        assert rhythm.rule == "FREQ=WEEKLY;BYDAY=MO,TH"
    play.store.close()


async def test_a_planned_meeting_that_is_moved_keeps_its_length_and_its_place(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with run_app(play.store, size=(100, 40), clock=Clock(play.now)) as pilot:
        await press(pilot, "f", "enter", "down", "down", "enter", "ctrl+u")
        await type_in(pilot, "2026-12-07 10:00")
        await press(pilot, "ctrl+s")
        assert "10:45  ·  45 min" in shown(pilot.app)
        await press(pilot, "o", "tab", "tab")
        text = shown(pilot.app)
        assert "→ 2026-12-04 Fri 14:00" in text
        assert "M-2026-002 · moved to 12-07 Mon 10:00" in text
    play.store.close()


async def test_confidential_words_of_a_series_are_covered_and_changed_only_in_sight(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan(replace(PLAN, title="收购", level=Level.SECRET))
    series.add_recurring(play.store, play.command(), of(play), Recurring("裁员", level=Level.SECRET))
    play.begin().read_back().seal()
    play.uid = follow(play)
    meetings.update(play.store, play.command(), play.uid, level=Level.INTERNAL, title="例会")
    agenda.remove_item(play.store, play.command(), play.record.agenda[-1].uid)
    async with run_app(play.store, size=(132, 34), clock=Clock(play.now), first=play.uid) as pilot:
        await press(pilot, "o", "e")
        assert not {word for word in ("收购", "裁员") if word in shown(pilot.app)}
        assert "Ctrl+R shows what is confidential" in shown(pilot.app)
        await press(pilot, "tab", "e")
        assert "裁员" not in shown(pilot.app)
        await press(pilot, "d")
        assert "recurs no more" in shown(pilot.app)
        assert "裁员" not in shown(pilot.app)
        await press(pilot, "ctrl+r")
        assert "收购" in shown(pilot.app)
    play.store.close()


async def test_what_recurs_is_added_ordered_and_ended(tmp_path: Path) -> None:
    play = held(tmp_path)
    async with run_app(play.store, clock=Clock(play.now)) as pilot:
        await press(pilot, "o")
        for title in ("数据回顾", "风险"):
            await press(pilot, "a")
            await type_in(pilot, title)
            await press(pilot, "ctrl+s")
        await press(pilot, "tab", "g", "j", "K")
        assert [one.title for one in play.store.series(of(play)).recurring] == ["风险", "数据回顾"]
        await press(pilot, "d")
        assert "recurs no more" in shown(pilot.app)
        assert [one.title for one in play.store.series(of(play)).recurring] == ["数据回顾"]
        await press(pilot, "tab", "d")
        assert "Only what is on every agenda" in shown(pilot.app)
        await press(pilot, "f", "enter")
        assert "数据回顾" in shown(pilot.app)
        assert "recurring" in shown(pilot.app)
    play.store.close()


async def test_an_agenda_item_recurs_by_one_key_on_prepare(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    async with run_app(play.store, language="zh", clock=Clock(play.now), first=play.uid) as pilot:
        await press(pilot, "R")
        assert "只有议题可设为固定议题" in shown(pilot.app)
        await press(pilot, "tab", "R")
        assert "今后每次会议都有：展位选择" in shown(pilot.app)
        assert [one.title for one in play.store.series(of(play)).recurring] == ["展位选择"]
        await press(pilot, "R")
        assert "是自动带入的" in shown(pilot.app)
    play.store.close()


async def test_a_question_on_the_agenda_is_looked_after_in_the_meeting(tmp_path: Path) -> None:
    play = held(tmp_path)
    play.uid = follow(play)
    play.begin()
    async with run_app(play.store, language="zh", clock=Clock(play.now), first=play.uid) as pilot:
        await type_in(pilot, "/item 4")
        await press(pilot, "enter")
        assert "停车位够不够" in shown(pilot.app)
    play.store.close()
