"""Reminder texts on the screen: who, what, copied, written down (T4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.played import PLAN, Played
from tests.screens.export_play import write
from tests.support import Clock, in_front, open_store, run_app, shown
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level
from tui_minutes.screens.reminders import RemindersScreen
from tui_minutes.services import outcomes
from tui_minutes.store.store import Store

LATER = Clock(datetime(2026, 12, 20, 1, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(tmp_path)
    Played(store).sign()
    Played(store, replace(PLAN, title="裁员方案", level=Level.SECRET)).sign()
    return store


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
async def test_r_on_home_shows_whom_to_remind_and_the_text_for_each(
    store: Store, size: tuple[int, int]
) -> None:
    async with run_app(store, clock=LATER, size=size) as pilot:
        await pilot.press("R")
        await pilot.pause()
        assert "Tom Reed, please look at this" in shown(pilot.app)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "周敏, please look at this" in shown(pilot.app)
        assert "[Minutes to approve]" in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(in_front(pilot.app), RemindersScreen)


async def test_who_has_something_urgent_is_marked_not_by_colour_alone(store: Store) -> None:
    one = store.outcome_by_number("A-001")
    assert one is not None
    outcomes.update(store, Command.new(LATER(), "周敏", "周敏"), one.uid, {"priority": "urgent"})
    async with run_app(store, clock=LATER) as pilot:
        await pilot.press("R")
        await pilot.pause()
        assert f"! {one.owners[0]}" in shown(pilot.app)
        assert "! 周敏" not in shown(pilot.app), "what is told the chair is not urgent"


async def test_y_copies_the_text_shown(store: Store) -> None:
    async with run_app(store, clock=LATER, language="zh") as pilot:
        await pilot.press("f5", "down", "y")
        await pilot.pause()
        assert pilot.app.clipboard.startswith(
            "何平，请关注以下事项（2026-12-20 周日）：\n\n【已逾期】\n- A-001 "
        )
        assert "给 何平 的文本已复制到剪贴板" in shown(pilot.app)


async def test_a_secret_stays_covered_on_the_screen_and_in_the_clipboard_until_revealed(store: Store) -> None:
    async with run_app(store, clock=LATER) as pilot:
        await pilot.press("R", "end", "y")
        await pilot.pause()
        assert "M-2026-002 •••" in pilot.app.clipboard
        await pilot.press("ctrl+r", "y")
        await pilot.pause()
        assert "M-2026-002 裁员方案" in pilot.app.clipboard


async def test_all_texts_are_written_into_a_file(store: Store, tmp_path: Path) -> None:
    async with run_app(store, clock=LATER) as pilot:
        await pilot.press("R", "ctrl+e")
        await pilot.pause()
        assert "reminders-2026-12-20.txt" in shown(pilot.app)
        await write(pilot, tmp_path / "out.txt")
    written = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert [name in written for name in ("Tom Reed, please", "何平, please", "周敏, please")] == [True] * 3


async def test_with_nobody_to_remind_it_says_so(tmp_path: Path) -> None:
    async with run_app(open_store(tmp_path)) as pilot:
        await pilot.press("R", "y", "j")
        await pilot.pause()
        assert "Nobody is to be reminded of anything today" in shown(pilot.app)
