"""Tables and documents on stdout: columns line up in Chinese too, nothing is cut in a pipe."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines
from tui_minutes.domain.text import clean

GAP = "  "
NARROWEST = 8
"""Cells below which a column is not squeezed."""


def print_document(document: Document) -> None:
    """A document from its title to its last section."""
    print(clean(document.title))
    print(clean(document.level))
    for section in document.sections:
        print(f"\n{'#' * section.depth} {clean(section.title)}")
        for block in section.blocks:
            _print_block(block)


def _print_block(block: Block) -> None:
    match block:
        case Facts():
            for name, value in block.pairs:
                print(_led(name, value))
        case Grid():
            print_table(block.columns, block.rows)
        case Lines():
            if block.caption:
                print(clean(block.caption))
            for line in block.lines:
                _print_line(line)


def _print_line(line: Line) -> None:
    print(GAP + (_led(line.lead, line.text) if line.lead else clean(line.text)))
    for detail in line.details:
        print(GAP * 2 + clean(detail))


def _led(lead: str, text: str) -> str:
    return f"{clean(lead)}{GAP}{clean(text)}"


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table under a ruled head; on a terminal too narrow for it, the widest columns are folded."""
    table = [[clean(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(map(_cells, column)) for column in zip(*table, strict=True)]
    if sys.stdout.isatty():
        _squeeze(widths, shutil.get_terminal_size().columns)
    head, *body = ([_folded(cell, width) for cell, width in zip(row, widths, strict=True)] for row in table)
    _print_row(head, widths)
    print(GAP.join("-" * width for width in widths))
    for row in body:
        _print_row(row, widths)


def _squeeze(widths: list[int], room: int) -> None:
    while sum(widths) + len(GAP) * (len(widths) - 1) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1


def _print_row(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (part + " " * (width - _cells(part)) for part, width in zip(parts, widths, strict=True))
        print(GAP.join(padded).rstrip())


def _folded(text: str, width: int) -> list[str]:
    """`text` in parts of at most `width` cells."""
    if _cells(text) <= width:
        return [text]
    parts, used = [""], 0
    for character in text:
        size = _cells(character)
        if used + size > width and parts[-1]:
            parts.append("")
            used = 0
        parts[-1] += character
        used += size
    return parts


def _cells(text: str) -> int:
    """How many cells of a terminal `text` takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@cache
def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
