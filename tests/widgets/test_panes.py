"""What the three panes of a meeting show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from tests.support import HOSTILE, open_store, run_screen, shown
from tests.widgets.meetings import RECORD, at
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.screens.base import BaseScreen
from tui_minutes.store.store import Store
from tui_minutes.widgets.agenda_pane import AgendaPane
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.log_pane import LogPane
from tui_minutes.widgets.outcomes_pane import OutcomesPane
from tui_minutes.widgets.wrapping import wrap


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


NOW = at(23)


class Panes(BaseScreen):
    def __init__(self, record: MeetingRecord = RECORD, now: datetime = NOW) -> None:
        super().__init__()
        self.record, self.now = record, now
        self.said: list[object] = []

    def body(self) -> Iterable[Widget]:
        with Horizontal():
            yield AgendaPane(id="agenda")
            yield LogPane(id="log")
            yield OutcomesPane(id="outcomes")

    def redraw(self) -> None:
        self.query_one(AgendaPane).show(self.record, self.now)
        self.query_one(LogPane).show(self.record, self.record.log("i2"))
        self.query_one(OutcomesPane).show(self.record)

    def on_agenda_pane_item_chosen(self, event: AgendaPane.ItemChosen) -> None:
        self.said.append(event.uid)

    def on_log_pane_entry_chosen(self, event: LogPane.EntryChosen) -> None:
        self.said.append(event.uid)

    def on_outcomes_pane_outcome_chosen(self, event: OutcomesPane.OutcomeChosen) -> None:
        self.said.append(event.uid)


async def test_the_agenda_shows_marks_times_and_who_leads(store: Store) -> None:
    async with run_screen(store, Panes(), size=(132, 34)) as pilot:
        text = shown(pilot.app)
        assert "✓ 1 上月行动项回顾" in text
        assert "9:30/10" in text
        assert "▸ 2 推广优先级" in text
        assert "13:30/15" in text
        assert "led by 李四" in text
        assert "deferred" in text
        assert "+ motion 客户投诉响应  赵六" in text


async def test_an_item_over_its_time_says_by_how_much(store: Store) -> None:
    async with run_screen(store, Panes(now=at(26)), size=(132, 34)) as pilot:
        assert "16:30/15 +1:30 over" in shown(pilot.app)


async def test_the_overrun_stays_on_the_line_of_its_gauge_in_chinese(store: Store) -> None:
    async with run_screen(store, Panes(now=at(26)), size=(132, 34), language="zh") as pilot:
        assert "16:30/15 超 1:30" in shown(pilot.app)


async def test_the_log_numbers_its_lines_and_marks_their_kinds(store: Store) -> None:
    async with run_screen(store, Panes(), size=(132, 34), language="zh") as pilot:
        text = shown(pilot.app)
        for line in (
            "1 14:11  李四  主张优先推广功能A",
            "2 14:12  # 数据  选择B 68%",
            "来源 Q3 客户调研",
            "✓ 决议 D-031  优先推广功能B  紧急",
            "→ 行动 A-057  完成海报初稿",
            "李四（市场部）  截止 12-04 周五",
            "no more  撤回",
            "王五  ≠ 分歧  口径不同  ? 存疑",
        ):
            assert line in text


async def test_the_outcomes_hang_under_their_decision_and_say_what_they_lack(store: Store) -> None:
    async with run_screen(store, Panes(), size=(132, 34), language="zh") as pilot:
        text = shown(pilot.app)
        assert "✓ D-031 优先推广功能B  紧急" in text
        assert "  → A-058 渠道排期表" in text
        assert "负责人？  日期？  交付？" in text
        assert "1 决议 · 2 行动 · 0 待定" in text


async def test_a_click_chooses_an_item_or_an_outcome(store: Store) -> None:
    screen = Panes()
    async with run_screen(store, screen, size=(132, 34)) as pilot:
        await pilot.click(AgendaPane, offset=(6, 8))
        await pilot.click(AgendaPane, offset=(6, 8))
        assert screen.said[-1] == "i3"


async def test_keys_walk_through_the_log(store: Store) -> None:
    screen = Panes()
    async with run_screen(store, screen, size=(132, 34)) as pilot:
        log = screen.query_one(LogPane)
        log.focus()
        for key, line in (("k", "e8"), ("k", "e7"), ("g", "e1"), ("G", "e8"), ("up", "e7")):
            await pilot.press(key)
            assert log.cursor == line


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_changes_nothing_but_itself(store: Store, hostile: str) -> None:
    record = replace(
        RECORD,
        meeting=replace(RECORD.meeting, title=hostile),
        agenda=tuple(replace(item, title=hostile, facilitator=hostile) for item in RECORD.agenda),
        entries=tuple(replace(e, text=hostile, speaker=hostile, source=hostile) for e in RECORD.entries),
        outcomes=tuple(replace(o, text=hostile, deliverable=hostile) for o in RECORD.outcomes),
    )
    async with run_screen(store, Panes(record), size=(132, 34)) as pilot:
        assert "[/]" not in hostile or hostile in shown(pilot.app)
        links = [
            segment.style
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and "@click" in (segment.style.meta or {})
        ]
        assert links == []


async def test_a_tick_draws_only_the_figures_of_the_timer_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Panes()
    async with run_screen(store, screen, size=(132, 34)):
        pane = screen.query_one(AgendaPane)
        drawn: list[Region] = []
        monkeypatch.setattr(pane, "refresh", lambda *regions, **_: drawn.extend(regions))
        pane.show(RECORD, NOW + timedelta(seconds=6))
        assert [region.size for region in drawn] == [Size(1, 1)]


class Long(BaseScreen):
    """A list of two hundred rows that says which of them were drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def body(self) -> Iterable[Widget]:
        yield ListPane()

    def on_mount(self) -> None:
        self.query_one(ListPane).focus()

    def redraw(self) -> None:
        rows = [FluidRow(key=f"{n}", draw=partial(self._draw, n), tall=lambda _: 2) for n in range(200)]
        self.query_one(ListPane).show_rows(rows)

    def _draw(self, n: int, width: int) -> Row:
        self.drawn.append(n)
        return Row((Content(f"row {n} of {width}"), Content("…")), wraps=False)


async def test_of_a_long_list_only_what_is_in_sight_is_drawn(store: Store) -> None:
    screen = Long()
    async with run_screen(store, screen, size=(60, 24)) as pilot:
        assert "row 9 of" in shown(pilot.app)
        assert max(screen.drawn) < 12
        screen.drawn.clear()
        screen.redraw()
        await pilot.pause()
        assert max(screen.drawn) < 12
        await pilot.press("end")
        assert "row 199 of" in shown(pilot.app)
        assert not {*range(13, 186)} & set(screen.drawn)


@given(st.text(alphabet="ab 。（）李四，x", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = wrap(Content(text), width)
    assert all(line.cell_length <= width for line in lines)
    assert "".join(line.plain for line in lines).replace(" ", "") == text.replace(" ", "")


def test_chinese_is_broken_where_typography_allows() -> None:
    lines = [line.plain for line in wrap(Content("完成功能海报初稿，（市场部）"), 16)]
    assert not any(line.startswith(("，", "）")) or line.endswith("（") for line in lines)


class Page(BaseScreen):
    """A text whose lines fit as long as no scrollbar stands beside them."""

    count = 2

    def body(self) -> Iterable[Widget]:
        yield ListPane()

    def redraw(self) -> None:
        rows = [Row((Content(f"{'x' * 90} end{n:02}"),)) for n in range(self.count)]
        self.query_one(ListPane).show_rows(rows)


async def test_no_word_is_lost_when_a_scrollbar_appears(store: Store) -> None:
    page = Page()
    async with run_screen(store, page, size=(100, 30)) as pilot:
        page.count = 40
        page.redraw()
        await pilot.pause()
        await pilot.pause()
        assert "end05" in shown(pilot.app)
