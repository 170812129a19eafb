"""The table of the ledger: a hundred thousand rows, of which only those in sight are read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.widgets.ledger_table import LedgerTable
from tui_minutes.widgets.pager import BLOCK, KEPT, Blocks, Group, Lines
from tui_minutes.widgets.showing import Showing

MANY = 100_000
NOW = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


class Long:
    """A pager that makes up its rows and counts those that are read."""

    def __init__(self, length: int = MANY, groups: Sequence[Group] = ()) -> None:
        self.length = length
        self.groups = groups
        self.read_rows = 0

    def heading(self, key: str) -> str:
        return f"group {key}"

    def read(self, first: int, limit: int) -> Sequence[LedgerRow]:
        places = range(first, min(first + limit, self.length))
        self.read_rows += len(places)
        return [_row(place) for place in places]

    def place(self, uid: str) -> int | None:
        return int(uid)


def _row(place: int) -> LedgerRow:
    outcome = Outcome(str(place), f"A-{place}", OutcomeKind.ACTION, f"text {place}", "m", provisional=False)
    return LedgerRow(outcome, "M-2026-001", "meeting", "", None, None, Level.INTERNAL)


class Shown(App[None]):
    """A table and nothing else."""

    CSS = "LedgerTable { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield LedgerTable()


@asynccontextmanager
async def table_of(pager: Long) -> AsyncIterator[tuple[Pilot[None], LedgerTable]]:
    async with Shown().run_test(size=(80, 24)) as pilot:
        table = pilot.app.query_one(LedgerTable)
        table.show(pager, Showing(NOW, ZoneInfo("UTC")))
        table.focus()
        await pilot.pause()
        yield pilot, table


async def test_the_first_screen_reads_one_block() -> None:
    pager = Long()
    async with table_of(pager) as (_, table):
        assert table.virtual_size.height == MANY + 1
        assert pager.read_rows == BLOCK


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("end",), MANY - 1),
        (("end", "home"), 0),
        (("pagedown",), 23),
        (("end", "pageup"), MANY - 24),
        (("G", "k", "k"), MANY - 3),
    ],
)
async def test_keys_go_far_and_read_little(keys: tuple[str, ...], place: int) -> None:
    pager = Long()
    async with table_of(pager) as (pilot, table):
        await pilot.press(*keys)
        await pilot.pause()
        assert table.cursor == str(place)
        assert pager.read_rows <= 4 * BLOCK


async def test_the_scroll_bar_reads_where_it_stops() -> None:
    pager = Long()
    async with table_of(pager) as (pilot, table):
        table.scroll_to(y=MANY // 2, animate=False)
        await pilot.pause()
        assert pager.read_rows <= 3 * BLOCK
        await pilot.click(LedgerTable, offset=(12, 4))
        assert table.cursor == str(MANY // 2 + 3)


async def test_the_cursor_stays_on_its_outcome_when_the_list_changes() -> None:
    async with table_of(Long()) as (pilot, table):
        await pilot.press("down", "down", "down")
        table.show(Long(50_000), Showing(NOW, ZoneInfo("UTC")))
        assert table.cursor == "3"
        table.show(Long(2), Showing(NOW, ZoneInfo("UTC")))
        assert table.cursor == "1", "where it is not there any more, it stays near its place"


async def test_headings_are_lines_the_cursor_steps_over() -> None:
    pager = Long(6, (Group("a", 2), Group("b", 4)))
    async with table_of(pager) as (pilot, table):
        assert table.virtual_size.height == 6 + 2 + 1
        await pilot.press("down", "down")
        assert table.cursor == "2"
        await pilot.click(LedgerTable, offset=(12, 4))
        assert table.cursor == "2", "a heading leads to its first row"
        await pilot.press("left_square_bracket")
        assert table.cursor == "0"


def test_lines_and_places_are_each_other_s_inverse() -> None:
    lines = Lines(9, (Group("a", 1), Group("b", 5), Group("c", 3)))
    assert lines.count == 12
    assert [lines.place(lines.line(place)) for place in range(9)] == list(range(9))
    assert [nth for nth in range(12) if lines.heading(nth)] == [0, 2, 8]


def test_a_long_walk_remembers_only_some_blocks() -> None:
    pager = Long()
    blocks = Blocks(pager)
    for place in range(0, (KEPT + 5) * BLOCK, BLOCK):
        blocks.row(place)
    blocks.row((KEPT + 4) * BLOCK)
    assert pager.read_rows == (KEPT + 5) * BLOCK
    blocks.row(0)
    assert pager.read_rows == (KEPT + 6) * BLOCK
