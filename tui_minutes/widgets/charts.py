"""Pictures out of characters: bars with shares, columns; nothing is said by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.wrapping import fit

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_GAP = "  "
_LABEL_SHARE = 3
"""A label gets at most one of so many parts of the width."""


_WIDEST = 8
"""Cells that one thing counted takes at most, so that few of them do not look like many."""


class Part(NamedTuple):
    """A share of a bar: how much, the character that it is filled with, its colour."""

    n: int
    fill: str
    style: str


class Bar(NamedTuple):
    """A bar with its label at the left and its figures, in words, at the right."""

    label: str
    parts: tuple[Part, ...]
    figures: str

    @property
    def whole(self) -> int:
        """The sum of its parts."""
        return sum(part.n for part in self.parts)


def bars(rows: Sequence[Bar], width: int) -> list[Content]:
    """`rows` under one another in lines of `width` cells, on one scale; without room the bars give way."""
    if not rows:
        return []
    labels = min(max(cell_len(row.label) for row in rows), width // _LABEL_SHARE)
    figures = max(cell_len(row.figures) for row in rows)
    most = max(row.whole for row in rows)
    room = min(max(width - labels - figures - 2 * len(_GAP), 0), most * _WIDEST)
    return [
        Content.assemble(
            fit(row.label, labels),
            _GAP,
            bar(row.parts, _cells(row.whole, most, room), room),
            _GAP,
            row.figures,
        )
        for row in rows
    ]


def bar(parts: Sequence[Part], length: int, room: int) -> Content:
    """A bar of `length` cells, filled up to `room`; each part that is more than nothing has a cell."""
    there = [part for part in parts if part.n]
    pieces = [
        Content.styled(glyph(part.fill) * cells, part.style)
        for part, cells in zip(there, _shares([part.n for part in there], length), strict=True)
    ]
    drawn = Content("").join(pieces)
    return drawn + " " * (room - drawn.cell_length)


def legend(names: Sequence[tuple[str, Part]]) -> Content:
    """What the fillings mean, each before its word."""
    return Content(_GAP).join(
        [
            Content.assemble((glyph(part.fill) * 2, part.style), f" {name}")
            for name, part in names
            if part.fill.strip()
        ]
    )


def columns(values: Sequence[int | None], most: int, height: int, width: int, style: str) -> list[Content]:
    """Columns side by side, `height` lines high where the value is `most`, each in `width` cells; None: none.

    A value above nothing is seen, however small.
    """
    eighths = [_eighths(value, most, height) for value in values]
    thick = max(width - 2, 1)
    return [
        Content("").join(
            [Content.styled(fit(glyph(_block(cells, line)) * thick, width), style) for cells in eighths]
        )
        for line in reversed(range(height))
    ]


def _eighths(value: int | None, most: int, height: int) -> int:
    if not value or not most:
        return 0
    return max(round(value * height * 8 / most), 1)


def _block(eighths: int, line: int) -> str:
    """The character for the `line`-th line, from below, of a column of so many eighths."""
    return _EIGHTHS[min(max(eighths - 8 * line, 0), 8)]


def _cells(value: int, most: int, room: int) -> int:
    """How many of `room` cells stand for `value`, where `most` fills them all."""
    return min(max(round(value * room / most), 1), room) if value and most else 0


def _shares(counts: Sequence[int], length: int) -> list[int]:
    """`length` cells given to `counts` in proportion; each gets one where there is one for each."""
    whole = sum(counts)
    if not whole:
        return []
    cells = [max(length * n // whole, 1) for n in counts]
    while sum(cells) > length and max(cells) > 1:
        cells[cells.index(max(cells))] -= 1
    while sum(cells) < length:
        lacking = [length * n / whole - got for n, got in zip(counts, cells, strict=True)]
        cells[lacking.index(max(lacking))] += 1
    return cells if sum(cells) <= length else [1] * length + [0] * (len(cells) - length)
