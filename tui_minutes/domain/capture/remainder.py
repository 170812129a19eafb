"""The text of a line: what remains when its fields are out, trimmed, separators beside them gone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from tui_minutes.domain.capture.line import Line, Span

_COMMAS = ",，、;；"
_EDGES = _COMMAS + " \u3000"
_STOPS = "。.．"
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}


def remainder(line: Line, start: int, spans: Sequence[Span]) -> str:
    """What of line.text[start:] is in none of `spans`, joined as it would have been typed without them."""
    if not spans:
        return line.text[start:].strip()
    first = line.text[start : spans[0].start].strip()
    text = first.rstrip(_EDGES)
    edge = line.text[start : spans[0].start].lstrip()[len(text) :]
    for span, after in zip_longest(spans, spans[1:]):
        piece = line.text[span.end : after.start if after else None]
        core = piece.strip(_EDGES)
        if not core.strip(_STOPS):
            edge += piece
            continue
        lead = piece.index(core)
        text = _join(text, edge + piece[:lead], core)
        edge = piece[lead + len(core) :]
    return text.strip()


def _join(left: str, edge: str, right: str) -> str:
    """Two texts between which fields stood, and the commas and spaces that stood beside those."""
    while left and right and _BRACKETS.get(left[-1]) == right[0]:
        left, right = left[:-1].rstrip(_EDGES), right[1:].lstrip(_EDGES)
    if not left or not right or left[-1] in _BRACKETS:
        return left + right
    comma = next((char for char in edge if char in _COMMAS), "")
    space = " " if " " in edge and comma in ("", ",", ";") else ""
    return left + comma + space + right
