"""A document as plain text, its tables in columns where every Chinese character is two cells wide (F4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tui_minutes.documents.cells import cells, padded, side_by_side, wrapped
from tui_minutes.documents.paging import level_line, number_line
from tui_minutes.documents.phrases import pair
from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean
from tui_minutes.i18n import speaking

WIDTH = 78
"""The width of a line in cells: what mail shows without breaking it again."""

_GAP = 2
_LEAST = 8
"""No column is narrower, unless nothing in it is wider; a table that needs more room stands row by row."""

_HIGHEST = 8
"""A table with a row of more lines stands row by row, too."""


def render(document: Document) -> str:
    """The whole document, ending in one newline."""
    with speaking(document.language):
        head = side_by_side(filter(None, (level_line(document), number_line(document))), WIDTH)
        title = wrapped(clean(document.title), WIDTH)
        parts = ["\n".join([*title, "=" * max(map(cells, title))])]
        parts.append("\n".join(part for line in head for part in wrapped(line, WIDTH)))
        for section in document.sections:
            parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    title = wrapped(clean(section.title), WIDTH)
    below = ["-" * max(map(cells, title))] if section.depth == 1 else []
    yield "\n".join([*title, *below])
    for block in section.blocks:
        if written := "\n".join(_block(block)):
            yield written


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from _facts(block.pairs)
        case Grid():
            yield from _grid(block)
        case Lines():
            if block.caption:
                yield from wrapped(clean(block.caption), WIDTH)
            for line in block.lines:
                yield from _line(line)


def _facts(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    names = [clean(name) for name, _ in pairs]
    label = min(max(map(cells, names), default=0), WIDTH // 3) + _GAP
    for name, (_, value) in zip(names, pairs, strict=True):
        yield from _side_by_side((name, clean(value)), (label - _GAP, WIDTH - label))


def _line(line: Line) -> Iterator[str]:
    text = pair(clean(line.lead), clean(line.text)) if line.lead and line.text else line.lead or line.text
    mark = "! " if line.flagged else "- "
    yield from _hanging(mark, clean(text))
    for details in side_by_side(map(clean, line.details), WIDTH - 4):
        yield from _hanging("    ", details)


def _hanging(mark: str, text: str) -> Iterator[str]:
    for nth, part in enumerate(wrapped(text, WIDTH - len(mark))):
        yield ((" " * len(mark) if nth else mark) + part).rstrip()


def _grid(grid: Grid) -> Iterator[str]:
    """In columns; where they would be too narrow to read, each row with its cells under one another."""
    table = [[clean(cell) for cell in row] for row in (grid.columns, *grid.rows)]
    kept = [nth for nth in range(len(grid.columns)) if grid.by_hand or any(row[nth] for row in table[1:])]
    table = [[row[nth] for nth in kept] for row in table]
    head, *rows = table
    widths = _widths(table)
    if not widths:
        for row in rows:
            yield from _card(head, row)
        return
    yield from _side_by_side(head, widths)
    yield "  ".join("-" * width for width in widths)
    for row in rows:
        yield from _side_by_side(row, widths)


def _widths(table: Sequence[Sequence[str]]) -> list[int]:
    """The widths of the columns, the widest made narrower until all fit; none when they do not."""
    wide = [max(map(cells, column)) for column in zip(*table, strict=True)]
    least = [min(width, max(_LEAST, cells(name))) for width, name in zip(wide, table[0], strict=True)]
    room = WIDTH - _GAP * (len(wide) - 1)
    if sum(least) > room:
        return []
    while sum(wide) > room:
        widest = max(range(len(wide)), key=lambda nth: wide[nth] - least[nth])
        wide[widest] -= max(min(sum(wide) - room, (wide[widest] - least[widest]) // 2), 1)
    return [] if _height(table, wide) > _HIGHEST else wide


def _height(table: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """How many lines the highest row has."""
    return max(len(wrapped(text, width)) for row in table for text, width in zip(row, widths, strict=True))


def _card(head: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    yield from _hanging("- ", "  ".join(row[:2]))
    for name, cell in zip(head[2:], row[2:], strict=True):
        if cell:
            yield from _hanging("    ", pair(name, cell))


def _side_by_side(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        padding = (padded(part, width) for part, width in zip(parts, widths, strict=True))
        yield (" " * _GAP).join(padding).rstrip()
