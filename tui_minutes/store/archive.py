"""Finding things in all meetings by words, people and days; lines that made an outcome are found as that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import Expression, Tuple, fn

from tui_minutes.domain.archive import Findings, FoundLine
from tui_minutes.domain.discussion import OUTCOME_KINDS, EntryKind
from tui_minutes.domain.filters import Filter, Key, Term
from tui_minutes.domain.filters.matching import day_range
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.store import called, meetings, paging
from tui_minutes.store.meeting_searching import condition, holds
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, ParticipantRow

OF_ALL = (Key.OWNER, Key.CREATED, Key.MEETING)
"""What can be asked of meetings and lines, too: who, when, in which meeting. The rest only outcomes have."""

_HIDDEN = tuple(level for level in Level if is_hidden(level))
_NOT_SAID = (EntryKind.EVENT, *OUTCOME_KINDS)


def find(wanted: Filter, now: datetime, most: int, *, revealed: bool) -> Findings:
    """At most `most` of each kind that are `wanted`, the newest first; nothing asked finds nothing.

    Unless `revealed`, words that are confidential are not looked into: only numbers are.
    """
    if not wanted:
        return Findings()
    outcomes = paging.listing(wanted, "meeting", now, revealed).page(None, None, most)
    of_all = all(term.key in OF_ALL for term in wanted.terms)
    found = meetings.all_meetings(which=_of_meetings(wanted, revealed)) if of_all else []
    lines = _lines(wanted, most + 1, revealed) if of_all else []
    beyond = {"meetings": len(found) > most, "outcomes": outcomes.more, "lines": len(lines) > most}
    return Findings(
        tuple(found[:most]),
        outcomes.rows,
        tuple(lines[:most]),
        frozenset(name for name, more in beyond.items() if more),
    )


def _of_meetings(wanted: Filter, revealed: bool) -> Expression:
    """Meetings in which all words stand, with the people asked for, on the days asked for."""
    found = [condition(word, revealed) for word in wanted.words]
    found += [~condition(word, revealed) for word in wanted.without]
    found += [_meeting(term, wanted.zone, revealed) for term in wanted.terms]
    return reduce(and_, found)


def _meeting(term: Term, zone: tzinfo, revealed: bool) -> Any:
    match term.key:
        case Key.OWNER:
            theirs = called.is_called(term.names, ParticipantRow)
            found: Any = MeetingRow.id.in_(ParticipantRow.select(ParticipantRow.meeting).where(theirs))
            if not revealed:
                found &= MeetingRow.level.not_in(_HIDDEN)
        case Key.MEETING:
            found = reduce(or_, (condition(value, revealed) for value in term.values))
        case _:
            found = reduce(or_, (_began(*day_range(term.op, span), zone) for span in term.spans))
    return ~found if term.negated else found


def _began(first: date, last: date, zone: tzinfo) -> Any:
    """On which of the days a meeting began; one that has not begun should begin on the day of its plan."""
    planned = fn.SUBSTR(fn.COALESCE(MeetingRow.planned_start, ""), 1, 10).between(
        first.isoformat(), last.isoformat()
    )
    return _within(MeetingRow.started_at, first, last, zone) | (MeetingRow.started_at.is_null() & planned)


def _within(column: Any, first: date, last: date, zone: tzinfo) -> Any:
    found = column.is_null(False)
    if first != date.min:
        found &= column >= datetime.combine(first, time(), zone)
    if last != date.max:
        found &= column < datetime.combine(last + timedelta(days=1), time(), zone)
    return found


def _lines(wanted: Filter, most: int, revealed: bool) -> list[FoundLine]:
    query = (
        EntryRow.select(EntryRow, MeetingRow, AgendaRow)
        .join(MeetingRow)
        .switch(EntryRow)
        .left_outer_join(AgendaRow)
        .where(reduce(and_, _of_lines(wanted, revealed)))
        .order_by(EntryRow.id.desc())
        .limit(most)
    )
    return [_line(one) for one in query]


def _of_lines(wanted: Filter, revealed: bool) -> Iterator[Any]:
    yield ~EntryRow.withdrawn & EntryRow.kind.not_in(_NOT_SAID)
    if not revealed:
        yield MeetingRow.level.not_in(_HIDDEN)
        yield AgendaRow.level.is_null() | AgendaRow.level.not_in(_HIDDEN)
    yield from (_said(word) for word in wanted.words)
    yield from (~_said(word) for word in wanted.without)
    for term in wanted.terms:
        found = _of_line(term, wanted.zone, revealed)
        yield ~found if term.negated else found


def _said(word: str) -> Any:
    texts: Iterable[Any] = (EntryRow.text, EntryRow.speaker, EntryRow.value, EntryRow.source)
    return reduce(or_, (holds(text, word) for text in texts))


def _of_line(term: Term, zone: tzinfo, revealed: bool) -> Any:
    match term.key:
        case Key.OWNER:
            return _by(EntryRow.speaker, term.names) | _by(EntryRow.proposer, term.names)
        case Key.MEETING:
            return reduce(or_, (condition(value, revealed) for value in term.values))
    return reduce(or_, (_within(EntryRow.at, *day_range(term.op, span), zone) for span in term.spans))


def _by(written: Any, names: Iterable[str]) -> Any:
    """That a line has one of `names` for who spoke: they as the meeting knew them, or the name alone."""
    keys, bare = called.meant(names)
    there = ParticipantRow.select(ParticipantRow.meeting, ParticipantRow.name)
    known = there.where(ParticipantRow.person.in_(sorted(keys)))
    others = there.where(ParticipantRow.name.in_(bare) & ParticipantRow.person.is_null(False))
    as_written = Tuple(EntryRow.meeting, written)
    return as_written.in_(known) | (written.in_(bare) & as_written.not_in(others))


def _line(row: EntryRow) -> FoundLine:
    meeting, item = row.meeting, row.item
    levels = [Level(one.level) for one in (meeting, item) if one and one.level]
    return FoundLine(
        row.uid, row.seq, row.at, EntryKind(row.kind), row.speaker or row.proposer, row.text,
        meeting.uid, meeting.number, meeting.title, meeting.zone,
        highest(*levels),
    )  # fmt: skip
