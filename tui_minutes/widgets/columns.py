"""Columns of cells side by side, in the room there is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import zip_longest

from textual.content import Content

from tui_minutes.widgets.wrapping import shorten, wrap

GAP = 2
"""Between two columns stand so many free cells."""

LEAST = 6
"""A column is not made narrower than this."""


def fitted(widths: Sequence[int], room: int, rigid: Collection[int] = ()) -> list[int]:
    """The `widths` of columns made to fit into `room`: the widest give way first, `rigid` ones never."""
    fitting = list(widths)
    giving = [nth for nth in range(len(fitting)) if nth not in rigid and fitting[nth] > LEAST]
    while giving and sum(fitting) + GAP * (len(fitting) - 1) > room:
        widest = max(giving, key=fitting.__getitem__)
        fitting[widest] -= 1
        if fitting[widest] == LEAST:
            giving.remove(widest)
    return fitting


def one_line(cells: Sequence[Content], widths: Sequence[int]) -> Content:
    """The cells on one line, cut short where they are too wide."""
    return _joined([shorten(cell, width) for cell, width in zip(cells, widths, strict=True)], widths)


def wrapped(cells: Sequence[Content], widths: Sequence[int]) -> list[Content]:
    """The cells on as many lines as the longest needs."""
    columns = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [_joined(line, widths) for line in zip_longest(*columns, fillvalue=Content())]


def _joined(cells: Sequence[Content], widths: Sequence[int]) -> Content:
    filled = [cell + " " * (width - cell.cell_length) for cell, width in zip(cells, widths, strict=True)]
    return Content(" " * GAP).join(filled).rstrip()
