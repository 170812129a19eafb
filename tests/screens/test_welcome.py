"""The first start: one screen, asked once, switched at once, skipped with a key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.screens.home_play import press, where
from tests.support import Clock, open_store, shown, type_at_once, type_in
from tui_minutes.app import MinutesApp
from tui_minutes.i18n import set_language
from tui_minutes.settings import Settings, load


@asynccontextmanager
async def first_start(
    folder: Path, config: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The program as it starts for the very first time."""
    set_language("en")
    store = open_store(folder)
    app = MinutesApp(store, Settings(), Clock(), entered_by="login", zone="Asia/Shanghai", config_file=config)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
    store.close()


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
async def test_it_asks_for_language_and_name_and_says_where_data_lies(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    config = tmp_path / "config.toml"
    async with first_start(tmp_path, config, size) as pilot:
        text = shown(pilot.app)
        assert "Welcome to tui-minutes" in text
        assert "login" in text
        assert str(tmp_path / "minutes.db")[:40] in text
        await press(pilot, "end", *["backspace"] * 5)
        await type_in(pilot, "王敏")
        await press(pilot, "shift+tab", "right")
        assert "欢迎使用" in shown(pilot.app)
        assert "王敏" in shown(pilot.app)
        await press(pilot, "f9")
        assert where(pilot) == "HomeScreen"
        assert "还没有会议" in shown(pilot.app)
        assert isinstance(pilot.app, MinutesApp)
        assert pilot.app.command().entered_by == "王敏"
    kept = load(config)
    assert (kept.language, kept.name, kept.first_run_done) == ("zh", "王敏", True)


async def test_a_name_that_came_together_with_the_key_after_it_is_kept(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    async with first_start(tmp_path, config) as pilot:
        type_at_once(pilot.app, " Rosa Lind")
        pilot.app.post_message(Key("f9", None))
        await pilot.pause()
    assert load(config).name == "login Rosa Lind"


async def test_escape_skips_it_for_good(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    async with first_start(tmp_path, config) as pilot:
        await press(pilot, "escape")
        assert where(pilot) == "HomeScreen"
    assert load(config).first_run_done


async def test_settings_that_cannot_be_written_are_said_and_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    async with first_start(tmp_path, tmp_path / "file" / "config.toml", (200, 34)) as pilot:
        await press(pilot, "escape")
        assert "cannot be written" in shown(pilot.app)
        await press(pilot, "escape")
        assert where(pilot) == "HomeScreen"


async def test_the_sample_is_asked_for_with_a_click(tmp_path: Path) -> None:
    async with first_start(tmp_path, tmp_path / "config.toml") as pilot:
        await pilot.click("#sample")
        await pilot.pause()
        assert isinstance(pilot.app, MinutesApp)
        assert pilot.app.then == "sample"
