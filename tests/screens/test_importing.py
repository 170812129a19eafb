"""A ledger is taken over in the program: which file, what it would do, yes, and it stands in the tracker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.importing_play import NOW, ROWS, workbook
from tests.support import Clock, open_store, run_app, shown, type_in
from tui_minutes.screens.importing import ImportingScreen
from tui_minutes.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


async def open_file(pilot: Pilot[None], path: Path) -> None:
    """From Home to what the file would do."""
    await pilot.press("t", "i")
    await type_in(pilot, str(path))
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, ImportingScreen)


async def test_a_ledger_is_looked_at_confirmed_and_taken_over(store: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx")
    async with run_app(store, size=(80, 24), language="zh", clock=Clock(NOW)) as pilot:
        await open_file(pilot, path)
        assert "新增 3 · 修改 0 · 不变 0 · 有误 0" in shown(pilot.app)
        assert "XZ-01  印海报" in shown(pilot.app)
        assert store.ledger() == []
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        assert "已导入：新增 3" in shown(pilot.app)
        assert "A-001" in shown(pilot.app)
    assert len(store.ledger()) == 3


async def test_a_wrong_row_stands_first_and_in_the_way_until_it_is_mended(
    store: Store, tmp_path: Path
) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][5] = "11/5"
    path = workbook(tmp_path / "a.xlsx", rows)
    async with run_app(store, size=(80, 24), language="zh", clock=Clock(NOW)) as pilot:
        await open_file(pilot, path)
        text = shown(pilot.app)
        assert text.index("✗    5") < text.index("+    3")
        assert "“11/5”有歧义" in text
        await pilot.press("ctrl+s")
        assert store.ledger() == []
        workbook(path)
        await pilot.press("r")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "有误 0" in shown(pilot.app)


async def test_what_stays_as_it_is_is_shown_on_demand(store: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    async with run_app(store, size=(80, 24), language="zh", clock=Clock(NOW)) as pilot:
        await open_file(pilot, path)
        await pilot.press("ctrl+s", "enter")
        await pilot.press("i")
        await type_in(pilot, str(path))
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "不变 3" in shown(pilot.app)
        assert "印海报" not in shown(pilot.app)
        await pilot.press("x")
        await pilot.pause()
        assert "=    3 A-001  印海报" in shown(pilot.app)


async def test_a_file_that_is_no_ledger_says_so(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("姓名,电话\n韩磊,1\n", encoding="utf-8")
    async with run_app(store, size=(80, 24), language="zh", clock=Clock(NOW)) as pilot:
        await open_file(pilot, tmp_path / "a.csv")
        assert "找不到表头" in shown(pilot.app)
