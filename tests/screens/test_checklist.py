"""The preparation checklist on the screen: reached from Prepare and Home, ticked, added to (B5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.meeting import PLAN, Played, played
from tests.support import Clock, run_app
from tui_minutes.domain.checklist import Kept
from tui_minutes.domain.plan import PlanItem
from tui_minutes.services import agenda, attendance

AHEAD = datetime(2026, 11, 26, 1, tzinfo=UTC)
"""Thursday, 9:00 in Shanghai; the meeting is on Friday at 14:00."""


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        one.now = AHEAD
        asks = PlanItem("展位选择", 10, "韩磊", "三家报价单")
        yield one.plan(replace(PLAN, goal="定下 A 馆展位与预算上限", agenda=(asks, *PLAN.agenda[1:])))


def kept(meeting: Played) -> dict[str, Kept]:
    """What is stored, by the check or the words."""
    found = meeting.store.preparing(meeting.record).kept
    return {one.check or one.text: one for one in found}


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [
        ((80, 24), "zh", ("已完成 2/9，1 项逾期", "逾期 2 天", "今天到期", "自动完成", "已完成 3/9")),
        (
            (132, 34),
            "en",
            ("2 of 9 done, 1 late", "2 days late", "due today", "done by itself", "3 of 9 done"),
        ),
    ],
)
async def test_space_ticks_off_what_is_ready_and_what_is_late_says_so(
    meeting: Played, size: tuple[int, int], language: str, words: tuple[str, ...]
) -> None:
    counted, late, today, by_itself, more = words
    clock = Clock(meeting.now)
    async with run_app(meeting.store, size=size, language=language, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("c")
        assert hands.at == "ChecklistScreen"
        for word in (counted, late, today, by_itself, "三家报价单", "韩磊"):
            assert word in hands.text
        await hands.press("space")
        assert kept(meeting) == {}, "what is done by itself needs no tick"
        await hands.press("down", "down", "down", "space")
        assert kept(meeting)["materials"].done_by == "王敏"
        assert more in hands.text
        await hands.press("space")
        assert kept(meeting)["materials"].done_at is None
        await hands.press("escape")
        assert hands.at == "PrepareScreen"


async def test_two_keys_at_once_tick_two(meeting: Played) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        await Hands(pilot, clock).press("c", "end", "space", "up", "space")
        assert {name for name, one in kept(meeting).items() if one.done_at} == {"sign_in", "recording"}


async def test_what_is_not_needed_is_taken_off_to_the_last(meeting: Played) -> None:
    clock = Clock(meeting.now)
    agenda.edit_item(meeting.store, meeting.command(), meeting.record.agenda[0].uid, PlanItem("展位选择"))
    async with run_app(meeting.store, clock=clock, language="en", first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("c", *["d"] * 8)
        assert "Nothing is to be ready" in hands.text
        await hands.press("d", "space", "e", "escape")
        assert hands.at == "PrepareScreen"
        assert "Nothing is to be ready" in hands.text
        await hands.press("c", "enter")
        await hands.form("Samples")
        assert list(kept(meeting)) == ["Samples"]


async def test_its_row_on_prepare_leads_there(meeting: Played) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        assert "2 of 9 done, 1 late" in hands.text
        await hands.press("end", "up", "enter")
        assert hands.at == "ChecklistScreen"


async def test_something_of_its_own_is_added_changed_and_taken_off(meeting: Played) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("c", "a")
        await hands.form("订票", "", "下周九")
        assert "is no day" in hands.text, "the form stays, with all that was typed"
        await hands.fill("2")
        assert "2026-11-25 Wed" in hands.text
        await hands.press("ctrl+s")
        own = kept(meeting)["订票"]
        assert (own.ahead, own.due) == (2, None)
        assert "1 day late" in hands.text
        await hands.press("e")
        await hands.form("订机票", "→", "11-27", "高铁没票")
        own = kept(meeting)["订机票"]
        assert (own.who, own.ahead, own.due, own.note) == ("周岚", None, date(2026, 11, 27), "高铁没票")
        assert "高铁没票" in hands.text
        await hands.press("K")
        assert list(kept(meeting))[-2] == "订机票"
        await hands.press("d")
        assert "订机票" not in kept(meeting)


async def test_what_an_agenda_item_asks_for_is_taken_back_there(meeting: Played) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("c", "down", "down", "down", "down", "d")
        assert "The agenda asks for “三家报价单”: change the agenda item" in hands.text


@pytest.mark.parametrize(
    ("language", "late", "due"),
    [
        ("zh", "1 项准备逾期，3 项今天到期：小林、韩磊", "3 项准备今天到期：小林、韩磊"),
        ("en", "1 preparation late, 3 due today: 小林, 韩磊", "3 preparations due today: 小林, 韩磊"),
    ],
)
async def test_home_tells_what_is_late_and_leads_there(
    meeting: Played, language: str, late: str, due: str
) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, size=(80, 24), language=language, clock=clock) as pilot:
        hands = Hands(pilot, clock)
        assert late in hands.text
        await hands.press("tab", "enter")
        assert hands.at == "ChecklistScreen"
        await hands.press("down", "down", "space", "escape")
        assert hands.at == "HomeScreen"
        assert due in hands.text


async def test_at_check_in_it_is_one_key_away(meeting: Played) -> None:
    attendance.open_check_in(meeting.store, meeting.command(), meeting.uid)
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("c", "end", "up", "space")
        assert kept(meeting)["recording"].done_at
        await hands.press("escape")
        assert hands.at == "CheckInScreen"
