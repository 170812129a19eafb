"""Which meetings a search means: by number, title, place, goal, an item of the agenda, or who was asked."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression

from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.store.tables import AgendaRow, MeetingRow, ParticipantRow

_HIDDEN = tuple(level for level in Level if is_hidden(level))
_LONGEST = 4_000
"""So many characters of a search are looked for: SQLite gives up on patterns of more than 50,000 bytes."""
_TEXTS = (MeetingRow.title, MeetingRow.place, MeetingRow.goal)


def condition(words: str, revealed: bool) -> Expression:
    """Meetings in which `words` stand, capital or small; of what is confidential, unless `revealed`, only
    the number is looked at (B7).
    """
    words = words[:_LONGEST]
    asked = ParticipantRow.select(ParticipantRow.meeting).where(holds(ParticipantRow.name, words))
    items = AgendaRow.select(AgendaRow.meeting).where(holds(AgendaRow.title, words))
    if not revealed:
        items = items.where(AgendaRow.level.is_null() | AgendaRow.level.not_in(_HIDDEN))
    said = reduce(or_, (holds(text, words) for text in _TEXTS))
    said |= MeetingRow.id.in_(asked) | MeetingRow.id.in_(items)
    if not revealed:
        said &= MeetingRow.level.not_in(_HIDDEN)
    return holds(MeetingRow.number, words) | said


def holds(text: Any, words: str) -> Expression:
    """That `words` stand in `text`.

    SQLite knows capital and small letters of ASCII only; the usual spellings of others are tried, too.
    """
    spellings = {one.encode().lower(): one for one in (words.lower(), words.upper(), words.title())}
    found: Expression = reduce(or_, map(text.contains, spellings.values()))
    return found
