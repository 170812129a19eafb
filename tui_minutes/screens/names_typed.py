"""Names as people type them into a form: several in a row, each found as the capture line finds it."""

from __future__ import annotations

from tui_minutes.domain.people import People
from tui_minutes.domain.regex import regex

COMMAS = regex(r"\s*[,，、;；]\s*")


def found_names(typed: str, people: People) -> tuple[str, ...]:
    """The names in a list of them: as they are known where exactly one person fits, else as typed."""
    wanted = [name.strip("@＠ ") for name in COMMAS.split(typed)]
    found = [(name, people.find(name)) for name in wanted if name]
    return tuple(known[0].name if len(known) == 1 else name for name, known in found)
