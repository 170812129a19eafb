"""The help has the keys of the screen below and the capture line, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from textual.binding import BindingType

from tests.support import open_store, run_screen, shown
from tui_minutes.i18n import mark
from tui_minutes.screens.base import BaseScreen
from tui_minutes.store.store import Store
from tui_minutes.widgets.keys import bind


class Keyed(BaseScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("keyed.tracker", "f5 x", mark("Tracker")),
        bind("keyed.home", "y", mark("Home"), show=False),
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("key", ["f1", "question_mark", "fullwidth_question_mark"])
async def test_help_lists_the_keys_of_the_screen_below(store: Store, key: str) -> None:
    async with run_screen(store, Keyed(), size=(100, 60)) as pilot:
        await pilot.press(key)
        text = shown(pilot.app)
        assert "F5  x                   Tracker" in text
        assert "y                       Home" in text
        assert "→ Action" in text
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Keyed)


async def test_help_speaks_chinese_and_scrolls(store: Store) -> None:
    async with run_screen(store, Keyed(), size=(80, 24), language="zh") as pilot:
        await pilot.press("f1")
        assert "本屏按键" in shown(pilot.app)
        assert "属于 D-031" not in shown(pilot.app)
        await pilot.press("pagedown", "pagedown")
        assert "属于 D-031" in shown(pilot.app)


async def test_the_footer_and_the_palette_say_the_same_in_the_spoken_language(store: Store) -> None:
    async with run_screen(store, Keyed(), language="zh") as pilot:
        assert "F5 台账" in shown(pilot.app)
        await pilot.press("ctrl+p")
        assert "首页" in shown(pilot.app)
