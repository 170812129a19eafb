"""A table of Textual's own with 10,000 rows, filled when `t` is pressed."""

from __future__ import annotations

import random
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Static

from tests.benchmarks.ledger_words import sentence

ROWS = 10_000
COLUMNS = ("Number", "What", "Due date", "Status")


class BareTable(App[None]):
    """One table, and nothing else."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [("t", "fill")]

    def compose(self) -> ComposeResult:
        """A word, until there is a table."""
        yield Static("ready")

    def on_mount(self) -> None:
        """The rows are there before they are asked for, as in a store."""
        chance = random.Random(ROWS)
        self.rows = [(f"A-{n:05}", sentence(chance), "2026-11-27", "late") for n in range(1, ROWS + 1)]

    async def action_fill(self) -> None:
        """Show the table."""
        table: DataTable[Text] = DataTable(cursor_type="row")
        table.add_columns(*COLUMNS)
        table.add_rows([Text(cell) for cell in row] for row in self.rows)
        await self.query_one(Static).remove()
        await self.mount(table)
        table.focus()


if __name__ == "__main__":
    BareTable().run()
