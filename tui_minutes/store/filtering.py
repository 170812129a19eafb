"""A filter of the ledger as SQL over its rows: the same rows that `Filter.accepts` wants, found by indexes.

Every condition is true or false, never NULL, so that its negation is its opposite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from operator import and_, or_
from typing import Any

from peewee import Field, fn

from tui_minutes.domain.filters import DAYS, NONE, Filter, Key, State, Term
from tui_minutes.domain.filters.matching import (
    OF_DEPARTMENT,
    OWNING,
    day_range,
    labelled,
    plain_case,
    split_number,
)
from tui_minutes.domain.outcomes import LETTERS, Part, Priority
from tui_minutes.store import called, searching
from tui_minutes.store.tables import MeetingRow, OutcomePersonRow, OutcomeRow, TrackedRow
from tui_minutes.store.tracked_columns import ENDED, FOLLOWED, NO_DATE, NO_PRIORITY, REPORTED, TO_DO

Condition = Any
"""An SQL expression; peewee's own types do not say what operators make."""

_KINDS = {letter: kind for kind, letter in LETTERS.items()}
_ALWAYS, _NEVER = TrackedRow.outcome > 0, TrackedRow.outcome < 0


def condition(wanted: Filter, now: datetime, revealed: bool, *, counted: bool = False) -> Condition | None:
    """What rows have to be at the instant `now` to be `wanted`; None when nothing is asked.

    Unless `revealed`, words that are covered are not looked into (B7). Whether all rows are `counted`
    or a page of them is read changes only how fast it is.
    """
    found = [_of(term, wanted.zone, now, revealed) for term in wanted.terms]
    found.append(searching.condition(wanted.words, revealed, counted=counted))
    unwanted = (searching.keys((word,), revealed) for word in wanted.without)
    found += [TrackedRow.outcome.not_in(keys) for keys in unwanted if keys is not None]
    conditions = [one for one in found if one is not None]
    return _joined(and_, conditions) if conditions else None


def _of(term: Term, zone: tzinfo, now: datetime, revealed: bool) -> Condition:
    if term.key in DAYS:
        found = _DAYS[term.key](term, zone)
    elif term.key is Key.STATE:
        found = _any(_state(value, now) for value in term.values)
    elif term.key in (Key.MEETING, Key.LABEL):
        found = (_meeting if term.key is Key.MEETING else _label)(term, revealed)
    else:
        found = _PLAIN[term.key](term)
    return ~found if term.negated else found


def _any(conditions: Iterable[Condition]) -> Condition:
    """One of them holds; of none, nothing does."""
    return _joined(or_, [*conditions, _NEVER])


def _joined(by: Callable[[Condition, Condition], Condition], conditions: Sequence[Condition]) -> Condition:
    """All of `conditions` in pairs of pairs: one chain of hundreds is deeper than Python and SQLite go."""
    if len(conditions) == 1:
        return conditions[0]
    half = len(conditions) // 2
    return by(_joined(by, conditions[:half]), _joined(by, conditions[half:]))


def _reached(column: Field[Any], now: datetime) -> Condition:
    return column.is_null(False) & (column <= now)


def _to_come(column: Field[Any], now: datetime) -> Condition:
    return column.is_null(False) & (column > now)


def _state(value: str, now: datetime) -> Condition:
    return _STATES[value](now) if value in _STATES else TrackedRow.status == value


def _unclear(_: datetime) -> Condition:
    return TrackedRow.unclear & (TrackedRow.stage == TO_DO) & FOLLOWED


def _week(now: datetime) -> Condition:
    """The stage bounds what is looked through: there is no index of the beginnings of weeks."""
    return (TrackedRow.stage == TO_DO) & _reached(TrackedRow.week_from, now)


def _waiting(_: datetime) -> Condition:
    return (TrackedRow.stage == REPORTED) & FOLLOWED


def _attention(now: datetime) -> Condition:
    """All needs at once: what is late or due today is in the week of its due date, or beyond it."""
    instants = (TrackedRow.week_from, TrackedRow.ack_due_on, TrackedRow.stale_on)
    reached = [_reached(column, now) for column in instants]
    return (TrackedRow.stage < ENDED) & _any([*reached, _unclear(now), _waiting(now), TrackedRow.lacking])


_STATES: Mapping[str, Callable[[datetime], Condition]] = {
    State.ATTENTION: _attention,
    State.LATE: lambda now: _reached(TrackedRow.late_on, now),
    State.TODAY: lambda now: _reached(TrackedRow.today_from, now) & _to_come(TrackedRow.late_on, now),
    State.WEEK: lambda now: _week(now) & _to_come(TrackedRow.today_from, now),
    State.FEEDBACK: lambda now: _reached(TrackedRow.stale_on, now) & TrackedRow.promised,
    State.STALE: lambda now: _reached(TrackedRow.stale_on, now) & ~TrackedRow.promised,
    State.UNCLEAR: _unclear,
    State.UNACKNOWLEDGED: lambda now: _reached(TrackedRow.ack_due_on, now),
    State.LACKING: lambda _: _ALWAYS & TrackedRow.lacking,
    State.WAITING: _waiting,
    State.OPEN: lambda _: TrackedRow.stage < ENDED,
    State.ENDED: lambda _: TrackedRow.stage == ENDED,
}


def _with_part(term: Term, parts: tuple[Part, ...], without: Condition = _ALWAYS) -> Condition:
    """Somebody of the names has one of `parts`; for none, nobody at all has: then `without` holds, too."""
    person = OutcomePersonRow
    having = person.part.in_([str(part) for part in parts])
    named = person.select(person.outcome).where(called.is_called(term.names) & having)
    found = TrackedRow.outcome.in_(named)
    if NONE not in term.values:
        return found
    anybody = person.select(person.id).where((person.outcome == TrackedRow.outcome) & having)
    return found | (without & ~fn.EXISTS(anybody))


def _department(term: Term) -> Condition:
    person = OutcomePersonRow
    having = person.part.in_([str(part) for part in OF_DEPARTMENT])
    theirs = person.select(person.outcome).where(person.department.in_(list(term.names)) & having)
    nowhere = ("",) if NONE in term.values else ()
    return TrackedRow.department.in_([*term.names, *nowhere]) | TrackedRow.outcome.in_(theirs)


def _priority(value: str) -> int:
    return NO_PRIORITY if value == NONE else list(Priority).index(Priority(value))


def _number(value: str) -> Condition:
    letter, digits = split_number(value)
    same = TrackedRow.number == int(digits)
    return same & (TrackedRow.kind == _KINDS[letter]) if letter else same


def _meeting(term: Term, revealed: bool) -> Condition:
    """By number, or by a part of the title where that is shown."""
    values = [plain_case(value) for value in term.values]
    numbered = MeetingRow.select(MeetingRow.id).where(fn.LOWER(MeetingRow.number).in_(values))
    titled = MeetingRow.select(MeetingRow.id).where(_any_of(MeetingRow.title, values))
    return TrackedRow.meeting.in_(numbered) | (_shown(revealed) & TrackedRow.meeting.in_(titled))


def _label(term: Term, revealed: bool) -> Condition:
    """Found by the index of words first, then looked at as it is written."""
    text = fn.REPLACE(OutcomeRow.text.concat("\n").concat(OutcomeRow.remark), "＃", "#")
    found = []
    for value in map(labelled, term.values):
        keys = searching.keys((value,), revealed)
        near = OutcomeRow.id > 0 if keys is None else OutcomeRow.id.in_(keys)
        found.append(OutcomeRow.select(OutcomeRow.id).where(near & _any_of(text, [f"#{value}"])))
    return _shown(revealed) & _any(TrackedRow.outcome.in_(outcomes) for outcomes in found)


def _any_of(text: Any, parts: Iterable[str]) -> Condition:
    """One of `parts` stands in `text`; the case of a to z does not count."""
    return _joined(or_, [fn.INSTR(fn.LOWER(text), part) > 0 for part in parts])


def _shown(revealed: bool) -> Condition:
    return _ALWAYS if revealed else TrackedRow.level < searching.HIDDEN_FROM


def _due(term: Term, _: tzinfo) -> Condition:
    """A row without a due date has one after all others."""
    ranges = (day_range(term.op, span) for span in term.spans)
    found = _any(TrackedRow.due_key.between(first.isoformat(), last.isoformat()) for first, last in ranges)
    none = TrackedRow.due_key == NO_DATE
    return found | none if NONE in term.values else found & ~none


def _done(term: Term, _: tzinfo) -> Condition:
    some = TrackedRow.done_on.is_null(False)
    found = some & _any(TrackedRow.done_on.between(*day_range(term.op, span)) for span in term.spans)
    return found | ~some if NONE in term.values else found


def _on_instants(column: Field[Any]) -> Callable[[Term, tzinfo], Condition]:
    """Days in the zone, of a column that is never empty."""

    def compare(term: Term, zone: tzinfo) -> Condition:
        return _any(_within(column, *day_range(term.op, span), zone) for span in term.spans)

    return compare


def _within(column: Field[Any], first: date, last: date, zone: tzinfo) -> Condition:
    begins = _ALWAYS if first == date.min else column >= _midnight(first, zone)
    ends = _ALWAYS if last == date.max else column < _midnight(last + timedelta(days=1), zone)
    return begins & ends


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


_DAYS: Mapping[Key, Callable[[Term, tzinfo], Condition]] = {
    Key.DUE: _due,
    Key.DONE: _done,
    Key.CREATED: _on_instants(TrackedRow.created_at),
    Key.UPDATED: _on_instants(TrackedRow.updated_at),
}

_PLAIN: Mapping[Key, Callable[[Term], Condition]] = {
    Key.OWNER: lambda term: _with_part(term, OWNING, TrackedRow.owner == ""),
    Key.CC: lambda term: _with_part(term, (Part.COPIED,)),
    Key.DEPARTMENT: _department,
    Key.KIND: lambda term: TrackedRow.kind.in_(list(term.values)),
    Key.PRIORITY: lambda term: TrackedRow.priority.in_([_priority(value) for value in term.values]),
    Key.NUMBER: lambda term: _any(map(_number, term.values)),
}
