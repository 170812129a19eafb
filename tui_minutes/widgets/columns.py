"""Columns of cells side by side, in the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from tui_minutes.widgets.wrapping import shorten, wrap

GAP = 2
"""Between two columns stand so many free cells."""


def fitted(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The `widths` of columns made to fit into `room`: the widest give way first, none below its `least`."""
    fitting = list(widths)
    over = sum(fitting) + GAP * (len(fitting) - 1) - room
    for _ in range(over):
        giving = [nth for nth, width in enumerate(fitting) if width > least[nth]]
        if not giving:
            break
        fitting[max(giving, key=fitting.__getitem__)] -= 1
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
