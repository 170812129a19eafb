"""How wide text is where every character has the same width: Chinese takes two cells, a Latin letter one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_WIDE = ("W", "F")
_NOT_FIRST = frozenset("，。、；：！？）〕】》」』”’…—,.;:!?)]}%％·")
"""What Chinese typography keeps off the beginning of a line."""


def cells(text: str) -> int:
    """The width of `text` in cells; marks that sit on another character have none."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def side_by_side(texts: Iterable[str], width: int, gap: str = "    ") -> list[str]:
    """`texts` one after the other in lines of `width` cells; one that does not fit begins a line."""
    lines: list[str] = []
    for text in texts:
        if lines and cells(lines[-1]) + len(gap) + cells(text) <= width:
            lines[-1] += gap + text
        else:
            lines.append(text)
    return lines


def padded(text: str, width: int) -> str:
    """`text` filled with spaces to `width` cells."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells (two at least), broken between words or Chinese characters."""
    return list(_lines(text, max(width, 2))) or [""]


def _lines(text: str, width: int) -> Iterator[str]:
    start = used = best = 0
    for place, character in enumerate(text):
        if place > start and _may_break(text, place):
            best = place
        size = _cell(character)
        if used + size > width and place > start and character != " ":
            cut = best if best > start else place
            yield text[start:cut].rstrip(" ")
            start = cut
            used = cells(text[start:place])
        used += size
    if text[start:]:
        yield text[start:].rstrip(" ")


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in _NOT_FIRST or after == " ":
        return False
    return before == " " or _cell(before) == 2 or _cell(after) == 2
