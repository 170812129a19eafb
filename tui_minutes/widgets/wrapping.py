"""Lines are broken between words, and between Chinese characters where typography allows it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, get_character_cell_size
from textual.content import Content

_NOT_FIRST = frozenset("，。、；：！？）〕】》」』”’…—,.;:!?)]}%％·")
_NOT_LAST = frozenset("（〔【《「『“‘([{@＠")


def wrap(content: Content, width: int) -> list[Content]:
    """`content` in lines of at most `width` cells, its styles kept; one empty line for an empty text."""
    lines = []
    for paragraph in content.split("\n", allow_blank=True):
        cuts = _cuts(paragraph.plain, max(width, 2))
        lines += [part.rstrip() for part in paragraph.divide(cuts)] if cuts else [paragraph]
    return lines


def wrap_fields(fields: Sequence[Content], width: int, gap: str = "  ") -> list[Content]:
    """`fields` side by side in lines of at most `width` cells; a field that does not fit goes on, whole."""
    lines: list[Content] = []
    for field in fields:
        if lines and lines[-1].cell_length + len(gap) + field.cell_length <= width:
            lines[-1] += gap + field
        else:
            lines += wrap(field, width)
    return lines


def shorten(content: Content, width: int) -> Content:
    """`content` on one line of at most `width` cells, ended with … where something is left out."""
    if content.cell_length <= width:
        return content
    return content.truncate(max(width - 1, 0)).rstrip() + Content("…").truncate(max(width, 0))


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: shortened with … or filled with spaces."""
    text = shorten(Content(text), width).plain
    return text + " " * (width - cell_len(text))


def _cuts(text: str, width: int) -> list[int]:
    """The offsets at which `text` is broken."""
    cuts: list[int] = []
    start, used, best = 0, 0, 0
    for offset, character in enumerate(text):
        size = get_character_cell_size(character)
        if offset > start and _may_break(text, offset):
            best = offset
        if used + size > width and offset > start and character != " ":
            start = best if best > start else offset
            cuts.append(start)
            used = cell_len(text[start:offset])
        used += size
    return cuts


def _may_break(text: str, offset: int) -> bool:
    """Whether a line may end before `offset`: after a space, or beside a wide character."""
    before, after = text[offset - 1], text[offset]
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    return before == " " or get_character_cell_size(before) == 2 or get_character_cell_size(after) == 2
