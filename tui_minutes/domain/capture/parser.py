"""From a line to its reading."""

from __future__ import annotations

from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.capture.reading import Kind, Reading
from tui_minutes.domain.text import clean


def parse(line: str, context: Context) -> Reading:
    """What `line` is taken for. Never raises, touches nothing."""
    return Reading(line, Kind.NOTE, clean(line).strip())


def parse_as(text: str, kind: Kind, context: Context) -> Reading:
    """`text` read as a line of that kind, whatever it begins with (rule 11)."""
    return Reading(text, kind, clean(text).strip())


def field_spans(line: str, context: Context) -> list[tuple[int, int, str]]:
    """Where the fields of `line` stand: (start, end, role), for colouring what is typed."""
    return []
