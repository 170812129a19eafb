"""What stands behind a key: words of the language, names, numbers, labels, days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tui_minutes.domain.filters.periods import Span, span
from tui_minutes.domain.filters.terms import Op, Term
from tui_minutes.domain.filters.words import DAYS, ME, NONE, Key, value_of
from tui_minutes.domain.people import People
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import Calendar

_OUTCOME = regex(r"([adq]?)-?0*(\d{1,9})", re.IGNORECASE)
NAMED = (Key.OWNER, Key.CC, Key.DEPARTMENT)
_OF_THE_LANGUAGE = (Key.STATE, Key.KIND, Key.PRIORITY)


class ValueReader:
    """Knows the day it is, its calendar, who types and who can be named."""

    def __init__(self, today: date, calendar: Calendar, me: str, people: People) -> None:
        self._today, self._calendar = today, calendar
        self._me, self._people = me, people

    def is_one(self, key: Key, text: str) -> bool:
        """Whether several words are one value of `key`: a date, or the whole name of somebody known."""
        if key in DAYS:
            return self._span(text) is not None
        return self._people.is_full_name(text) or self._people.department(text) is not None

    def _span(self, text: str) -> Span | None:
        return span(text, self._today, self._calendar)

    def term(self, key: Key, typed: Sequence[str], op: Op, *, negated: bool) -> Term | None:
        """The term, or None when one of the values is none that `key` can have."""
        if key in DAYS:
            return self._of_days(key, typed, op, negated)
        values = [self._value(key, value) for value in typed]
        if op is not Op.IS or not all(values):
            return None
        names = [name for value in values for name in self._names(key, value)] if key in NAMED else []
        return Term(key, tuple(values), negated, op, tuple(dict.fromkeys(names)))

    def _of_days(self, key: Key, typed: Sequence[str], op: Op, negated: bool) -> Term | None:
        values = tuple(value_of(key, value) or value for value in typed)
        spans = [self._span(value) for value in values if value != NONE]
        found = tuple(one for one in spans if one is not None)
        if len(found) < len(spans) or (op is not Op.IS and NONE in values):
            return None
        return Term(key, values, negated, op, spans=found)

    def _value(self, key: Key, typed: str) -> str:
        """The value as it is kept; "" when `key` can have no such value."""
        if code := value_of(key, typed):
            return code
        match key:
            case Key.NUMBER:
                found = _OUTCOME.fullmatch(shape(typed))
                return _number(found[1], int(found[2])) if found else ""
            case Key.LABEL:
                return typed.lstrip("#＃ ")
        return "" if key in _OF_THE_LANGUAGE else typed

    def _names(self, key: Key, value: str) -> list[str]:
        """Whom a value means: several when it fits several; a name nobody is known by means itself."""
        if value == NONE:
            return []
        if key is Key.DEPARTMENT:
            return [self._people.department(value) or value]
        if value == ME:
            return self._own_names()
        found = [person.name for person in self._people.find(value)]
        return found or [self._people.department(value) or value]

    def _own_names(self) -> list[str]:
        """Whoever types, by the name they have now; nobody when it is not known who that is."""
        if self._people.is_full_name(self._me):
            return [person.name for person in self._people.find(self._me)]
        return [self._me] if self._me else []


def _number(letter: str, number: int) -> str:
    return f"{letter.upper()}-{number:03d}" if letter else str(number)
