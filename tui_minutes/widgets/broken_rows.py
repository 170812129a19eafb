"""Rows of a list broken into lines: how many is known at once, the words only when a line is looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.content import Content

    from tui_minutes.widgets.list_pane import Row


class BrokenRow:
    """A row in a list of so many cells. Most rows of a long list are never in sight, and never drawn."""

    def __init__(self, row: Row, width: int) -> None:
        self._row = row  # as long as it is kept, no other has its id
        self._width = width
        known = row.height(width)
        height = len(self.drawn) if known is None else known
        self.lines = [Line(row.key, self, nth) for nth in range(height)]

    @cached_property
    def drawn(self) -> list[Content]:
        """The lines as they are shown."""
        return self._row.lines(self._width)


class Line(NamedTuple):
    """One line of a row, and the key of that."""

    key: str | None
    row: BrokenRow
    nth: int

    @property
    def content(self) -> Content:
        """What it shows."""
        return self.row.drawn[self.nth]
