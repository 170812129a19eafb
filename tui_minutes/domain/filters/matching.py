"""Whether a row of the ledger is what one term asks for: the meaning of the language, without a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from tui_minutes.domain.attending import Need, needs
from tui_minutes.domain.filters.terms import Op, Term
from tui_minutes.domain.filters.words import NONE, Key, State
from tui_minutes.domain.outcomes import LETTERS, Part, sort_number
from tui_minutes.domain.tracking import LedgerRow

if TYPE_CHECKING:  # with it comes all that knows dates
    from tui_minutes.domain.filters.periods import Span

OWNING = (Part.RESPONSIBLE, Part.HELPER)
"""Who answers for an outcome: the first responsible one and the helpers."""

OF_DEPARTMENT = (*OWNING, Part.DECIDER)
"""Whose departments an outcome belongs to: a decision to those of who decided it."""

STATE_NEEDS: Mapping[str, Need] = {
    State.LATE: Need.LATE,
    State.TODAY: Need.DUE_TODAY,
    State.FEEDBACK: Need.FEEDBACK,
    State.UNCLEAR: Need.UNCLEAR,
    State.UNACKNOWLEDGED: Need.UNACKNOWLEDGED,
    State.STALE: Need.STALE,
    State.LACKING: Need.LACKING,
    State.WAITING: Need.WAITING,
    State.WEEK: Need.DUE_THIS_WEEK,
}


def plain_case(text: str) -> str:
    """`text` as it is compared where it is searched literally: the case of a to z does not count."""
    return text.translate(_LOWER)


_LOWER = {ord(upper): ord(upper) + 32 for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def holds(term: Term, row: LedgerRow, now: datetime, zone: tzinfo, *, hidden: bool) -> bool:
    """Whether `row` is what `term` asks for at `now`; words of a `hidden` row are not looked into (B7)."""
    days = {
        Key.DUE: row.outcome.due,
        Key.DONE: row.outcome.done_on,
        Key.CREATED: _day(row.outcome.created_at, zone),
        Key.UPDATED: _day(row.outcome.updated_at, zone),
    }
    if term.key in days:
        found = _on_days(term, days[term.key])
    elif term.key is Key.STATE:
        found = any(_stands(state, row, now) for state in term.values)
    else:
        found = _MATCHES[term.key](term, row, hidden)
    return found is not term.negated


def _stands(state: str, row: LedgerRow, now: datetime) -> bool:
    match state:
        case State.OPEN:
            return row.outcome.is_open
        case State.ENDED:
            return not row.outcome.is_open
        case State.ATTENTION:
            return bool(needs(row, now))
    if need := STATE_NEEDS.get(state):
        return any(reason.need is need for reason in needs(row, now))
    return row.outcome.status == state


def _day(at: datetime | None, zone: tzinfo) -> date | None:
    return at.astimezone(zone).date() if at else None


def _on_days(term: Term, day: date | None) -> bool:
    if day is None:
        return NONE in term.values
    return any(_compares(day, term.op, span) for span in term.spans)


def _compares(day: date, op: Op, span: Span) -> bool:
    first, last = day_range(op, span)
    return first <= day <= last


def day_range(op: Op, span: Span) -> tuple[date, date]:
    """The days from first to last that compare by `op` with a `span`; the last before the first for none."""
    first, last = span[0] or date.min, span[1] or date.max
    match op:
        case Op.BEFORE:
            return date.min, _beside(first, -1)
        case Op.UP_TO:
            return date.min, last
        case Op.AFTER:
            return _beside(last, 1), date.max
        case Op.FROM:
            return first, date.max
    return first, last


def _beside(day: date, step: int) -> date:
    """The day beside `day`; there is none before the first nor after the last, so that stays."""
    return date.fromordinal(min(max(day.toordinal() + step, 1), date.max.toordinal()))


def _of_owner(term: Term, row: LedgerRow, _: bool) -> bool:
    owners = row.outcome.owners
    return any(name in term.names for name in owners) or (NONE in term.values and not owners)


def _of_copied(term: Term, row: LedgerRow, _: bool) -> bool:
    copied = row.outcome.names(Part.COPIED)
    return any(name in term.names for name in copied) or (NONE in term.values and not copied)


def _of_department(term: Term, row: LedgerRow, _: bool) -> bool:
    """Its own department, or that of somebody who answers for it or decided it."""
    one = row.outcome
    theirs = {one.department, *(person.department for person in one.people if person.part in OF_DEPARTMENT)}
    return bool(theirs.intersection(term.names)) or (NONE in term.values and not one.department)


def _of_meeting(term: Term, row: LedgerRow, hidden: bool) -> bool:
    """The number of its meeting, or a part of its title."""
    title = "" if hidden else plain_case(row.meeting_title)
    return any(
        plain_case(value) == plain_case(row.meeting_number) or plain_case(value) in title
        for value in term.values
    )


def _of_number(term: Term, row: LedgerRow, _: bool) -> bool:
    """`A-057`, or `57` of any kind."""
    number = sort_number(row.outcome.number)[1]
    return any(
        int(digits) == number and letter in ("", LETTERS[row.outcome.kind])
        for letter, digits in map(split_number, term.values)
    )


def split_number(value: str) -> tuple[str, str]:
    """The letter ("" for any kind) and the digits of a number that a term asks for."""
    letter, _, digits = value.rpartition("-")
    return letter, digits


def _of_label(term: Term, row: LedgerRow, hidden: bool) -> bool:
    """A `#word` in text or remark; as Chinese has no spaces, a longer label that begins so is found, too."""
    text = "" if hidden else labelled(f"{row.outcome.text}\n{row.outcome.remark}")
    return any(f"#{labelled(value)}" in text for value in term.values)


def labelled(text: str) -> str:
    """`text` as labels are looked for in it."""
    return plain_case(text.replace("＃", "#"))


_MATCHES: Mapping[Key, Callable[[Term, LedgerRow, bool], bool]] = {
    Key.OWNER: _of_owner,
    Key.CC: _of_copied,
    Key.DEPARTMENT: _of_department,
    Key.KIND: lambda term, row, _: row.outcome.kind in term.values,
    Key.PRIORITY: lambda term, row, _: (row.outcome.priority or NONE) in term.values,
    Key.MEETING: _of_meeting,
    Key.NUMBER: _of_number,
    Key.LABEL: _of_label,
}
