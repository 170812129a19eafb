"""Which columns the ledger has in the room there is, and how wide they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_minutes.i18n import current_language, mark, tr_late
from tui_minutes.widgets.wrapping import fit

GAP = 2
"""Between two columns stand so many free cells."""


class Column(NamedTuple):
    """A column: its name, and its width in cells in English and in Chinese (0: what is left)."""

    name: str
    english: int
    chinese: int


COLUMNS = {
    "number": Column(mark("Number"), 8, 8),
    "text": Column(mark("What"), 0, 0),
    "owner": Column(mark("Owner"), 10, 8),
    "due": Column(mark("Due date"), 11, 11),
    "status": Column(mark("Status"), 11, 8),
    "why": Column(mark("Why"), 16, 16),
    "standing": Column(mark("Status"), 16, 16),
    "priority": Column(mark("Priority"), 9, 6),
    "updated": Column(mark("Updated"), 11, 8),
}
"""By key; `standing` is status and reason in one, where there is no room for both."""

LAYOUTS = (
    ("number", "text", "owner", "due", "status", "why", "priority", "updated"),
    ("number", "text", "owner", "due", "status", "why", "updated"),
    ("number", "text", "owner", "due", "status", "why"),
    ("number", "text", "owner", "due", "standing"),
    ("number", "text", "due", "standing"),
    ("number", "text", "standing"),
)
"""The richest first; the first that leaves room for the text is taken."""

_LEAST = (30, 30, 24, 17, 14, 0)
"""How many cells the text must have in each."""


def columns(width: int) -> list[tuple[str, int]]:
    """The keys of the columns that a table of `width` cells has, with their widths."""
    for layout, least in zip(LAYOUTS, _LEAST, strict=True):
        sized = _sized(layout, width)
        if dict(sized)["text"] >= least:
            break
    return [(key, max(cells, 1)) for key, cells in sized]


def _sized(layout: Sequence[str], width: int) -> list[tuple[str, int]]:
    chinese = current_language() == "zh"
    sizes = [COLUMNS[key].chinese if chinese else COLUMNS[key].english for key in layout]
    rest = width - sum(sizes) - GAP * (len(sizes) - 1)
    return [(key, size or rest) for key, size in zip(layout, sizes, strict=True)]


def ledger_head(width: int) -> str:
    """The names of the columns, as wide as their cells."""
    return (" " * GAP).join(fit(tr_late(COLUMNS[key].name), cells) for key, cells in columns(width))


def column_at(x: int, width: int) -> str:
    """The key of the column at the cell `x` of a table of `width` cells."""
    found = "number"
    for key, cells in columns(width):
        found = key
        if x < cells + GAP:
            break
        x -= cells + GAP
    return found
