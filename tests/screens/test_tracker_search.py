"""Finding in the tracker: the search line, the form, headings, saved views (T1, T9)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.screens.tracker_play import later, sealed, table
from tests.support import run_app, shown, type_in


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with sealed(tmp_path) as one:
        yield one


async def test_search_by_the_filter_language_and_everything_again(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "slash")
        await type_in(pilot, 'owner:"Nora Quinn"')
        await pilot.press("enter")
        await pilot.pause()
        text = shown(pilot.app)
        assert "1 outcome · owner Nora Quinn" in text
        assert "A-001" not in text
        await pilot.press("x")
        await pilot.pause()
        assert "A-001" in shown(pilot.app)


async def test_the_form_fills_the_search_line(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24), language="zh") as pilot:
        await pilot.press("ctrl+g", "f", "tab", "tab", "tab", "tab", "right", "ctrl+s")
        await pilot.pause()
        assert "1 项 · 决议" in shown(pilot.app)
        await pilot.press("slash")
        await pilot.pause()
        assert "类型：决议" in shown(pilot.app)


async def test_a_figure_is_a_filter_by_a_click(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24), clock=later(meeting, 3)) as pilot:
        await pilot.press("ctrl+g")
        await pilot.click("CountsBar", offset=(4, 0))
        await pilot.pause()
        assert "1 outcome · late" in shown(pilot.app)


async def test_headings_with_counts(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "b", "down", "enter")
        await pilot.pause()
        lines = shown(pilot.app).splitlines()
        headings = [line for line in lines if "───" in line and "  1  ─" in line]
        assert [line.split()[1] for line in headings] == ["Nora", "周岚", "韩磊", "nobody"]
        await pilot.press("g", "n", "n")
        selected = table(pilot).selected
        assert selected is not None
        assert selected.outcome.owners == ("韩磊",)


async def test_a_view_is_saved_shown_again_renamed_and_removed(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "slash")
        await type_in(pilot, "kind:action")
        await pilot.press("enter", "w", "s")
        await type_in(pilot, "actions[/]")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "2 outcomes · actions[/]" in shown(pilot.app)
        await pilot.press("x")
        await pilot.pause()
        assert "actions[/]" not in shown(pilot.app).splitlines()[2]
        await pilot.press("w", "enter")
        await pilot.pause()
        assert "2 outcomes · actions[/]" in shown(pilot.app)
        await pilot.press("w", "r")
        await type_in(pilot, "2")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [view.name for view in meeting.store.views()] == ["actions[/]2"]
        await pilot.press("w", "x")
        await pilot.pause()
        assert meeting.store.views() == ()


async def test_built_in_views_are_spelt_in_the_spoken_language(meeting: Played) -> None:
    async with run_app(meeting.store, language="zh", size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "w")
        await pilot.pause()
        assert "负责人：我 状态：未完" in shown(pilot.app)
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert "项 · 逾期的 · 逾期" in shown(pilot.app)
        await pilot.press("slash")
        await pilot.pause()
        assert "状态：逾期" in shown(pilot.app)
