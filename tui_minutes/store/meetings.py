"""Reading meetings: rows of many tables into one record of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Any

from peewee import Expression, fn

from tui_minutes.domain.agenda import AgendaItem, ItemState, Origin, Span
from tui_minutes.domain.attendance import Attendance, AttendanceEvent, Movement, Participant, Role
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.meeting import OVER, RUNNING, Level, Meeting, MeetingKind, Phase
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store import called, log_reading, outcomes, readback, votes
from tui_minutes.store.remembered import MOST, Values, as_row, place, stored
from tui_minutes.store.rows import among, columns, grouped, pairs, row
from tui_minutes.store.tables import (
    AgendaRow,
    AttendanceRow,
    EntryRow,
    MeetingRow,
    ParticipantRow,
    PersonRow,
    SeriesRow,
    SpanRow,
)


def all_meetings(newest: int | None = None, which: Expression | None = None) -> list[Meeting]:
    """All meetings (of `which` a condition holds), newest first: by when they began or should begin.

    With `newest` only so many of those that are over, beside all that are not.
    """
    chosen = [] if which is None else [which]
    begin = fn.COALESCE(MeetingRow.started_at, MeetingRow.planned_start, MeetingRow.number)
    order = (begin.desc(), MeetingRow.id.desc())
    if newest is not None:
        over = MeetingRow.select(MeetingRow.id).where(MeetingRow.phase.in_(OVER), *chosen)
        latest = [one.id for one in over.order_by(*order).limit(newest)]
        chosen.append(_not_over() | MeetingRow.id.in_(latest))
    query = MeetingRow.select().order_by(*order)
    rows = stored(query.where(*chosen) if chosen else query)
    series = {one.id: (one.uid, one.policy) for one in SeriesRow.select()}
    earlier = MeetingRow.select(MeetingRow.id, MeetingRow.uid)
    before = dict(pairs(earlier.where(among(MeetingRow.id, (one[_FOLLOWS] for one in rows)))))
    return [_remembered(one, before.get(one[_FOLLOWS]), *series.get(one[_OF], (None, ""))) for one in rows]


def _not_over() -> Expression:
    """What `NOT IN` says, in stretches of the index: they are few, and those that are over many."""
    over = sorted(OVER)
    between = [(MeetingRow.phase > one) & (MeetingRow.phase < next_) for one, next_ in pairwise(over)]
    return reduce(or_, between, (MeetingRow.phase < over[0]) | (MeetingRow.phase > over[-1]))


def in_progress() -> list[str]:
    """The uids of the meetings that have begun and are not over."""
    running = MeetingRow.select(MeetingRow.uid).where(MeetingRow.phase.in_(RUNNING))
    return [uid for (uid,) in columns(running)]


def by_number(number: str) -> Meeting | None:
    """The meeting numbered `number`, letters of either case."""
    found = MeetingRow.get_or_none(MeetingRow.number == number.upper())
    return meeting_of(found) if found else None


def on_the_table() -> dict[str, str]:
    """The title of the item on the table of each meeting that runs, by the meeting's uid."""
    opened = (AgendaRow.state == ItemState.OPEN) & MeetingRow.phase.in_(RUNNING)
    query = AgendaRow.select(MeetingRow.uid, AgendaRow.title).join(MeetingRow).where(opened)
    return dict(pairs(query.order_by(AgendaRow.position.desc())))


def record(meeting_uid: str) -> MeetingRecord:
    """All that belongs to one meeting."""
    meeting = row(MeetingRow, meeting_uid)
    spans = grouped(SpanRow.select().where(SpanRow.meeting == meeting).order_by(SpanRow.id), "item_id")
    return MeetingRecord(
        meeting=meeting_of(meeting),
        people=record_people(meeting),
        agenda=agenda_of(meeting, spans),
        breaks=tuple(Span(one.start, one.end) for one in spans.get(None, ())),  # type: ignore[call-overload]
        entries=log_reading.of_meeting(meeting.id),
        outcomes=outcomes.of_meeting(meeting.id),
        confirmations=readback.confirmations(meeting.id),
        objections=readback.objections(meeting.id),
        amendments=readback.amendments(meeting.id),
        seals=tuple(readback.seals(meeting.id)),
        votes=votes.of_meeting(meeting.id),
        quorum=votes.rule_of(meeting),
    )


def meeting_of(one: MeetingRow) -> Meeting:
    """A row as the domain knows it."""
    follows = one.follows.uid if one.follows_id else None
    series, policy = (one.series.uid, one.series.policy) if one.series_id else (None, "")
    return _meeting(one, follows, series, policy)


_FOLLOWS, _OF = (place(MeetingRow, name) for name in ("follows", "series"))


@lru_cache(maxsize=MOST)
def _remembered(values: Values, follows: str | None, series: str | None, policy: str) -> Meeting:
    """A meeting; the same one as before where nothing about it has changed."""
    return _meeting(as_row(MeetingRow, values), follows, series, policy)


def _meeting(one: MeetingRow, follows: str | None, series: str | None, policy: str) -> Meeting:
    return Meeting(
        uid=one.uid,
        number=one.number,
        title=one.title,
        zone=one.zone,
        kind=MeetingKind(one.kind),
        phase=Phase(one.phase),
        goal=one.goal,
        expected=tuple(one.expected),
        place=one.place,
        planned_start=one.planned_start,
        planned_end=one.planned_end,
        level=Level(one.level),
        language=one.language,
        started_at=one.started_at,
        ended_at=one.ended_at,
        extended=one.extended,
        follows=follows,
        next_start=one.next_start,
        next_place=one.next_place,
        next_focus=one.next_focus,
        recorder=one.recorder,
        series=series,
        policy=policy,
        light=one.light,
        version=one.version,
    )


def with_signatures(wanted: Sequence[Meeting]) -> list[MeetingRecord]:
    """Who came to each of some meetings, and who has signed; nothing else of their records is read."""
    uids = among(MeetingRow.uid, (one.uid for one in wanted))
    keys = dict(pairs(MeetingRow.select(MeetingRow.uid, MeetingRow.id).where(uids)))
    people, signed = people_of(keys.values()), readback.confirmations_of(keys.values())
    return [
        MeetingRecord(one, people.get(keys[one.uid], ()), confirmations=signed.get(keys[one.uid], ()))
        for one in wanted
    ]


def with_agenda(wanted: Iterable[str]) -> list[tuple[Meeting, tuple[AgendaItem, ...]]]:
    """Meetings by their uids, each with its agenda; its clocks are not read."""
    rows = MeetingRow.select().where(among(MeetingRow.uid, wanted)).order_by(MeetingRow.id)
    return [(meeting_of(one), agenda_of(one, {})) for one in rows]


def record_people(meeting: MeetingRow) -> tuple[Participant, ...]:
    """The participants of a meeting with their comings and goings, in order."""
    return people_of([meeting.id]).get(meeting.id, ())


def people_of(keys: Iterable[int]) -> dict[int, tuple[Participant, ...]]:
    """The participants of some meetings, by the meeting's key."""
    chosen = ParticipantRow.select().where(among(ParticipantRow.meeting, keys))
    people = list(chosen.order_by(ParticipantRow.position, ParticipantRow.id))
    moves = AttendanceRow.select().where(among(AttendanceRow.participant, (one.id for one in people)))
    events = grouped(moves.order_by(AttendanceRow.at, AttendanceRow.id), "participant_id")
    known = called.stayed(one.person_id for one in people)
    return {
        key: tuple(_participant(one, known.get(one.person_id), events.get(one.id, [])) for one in theirs)
        for key, theirs in grouped(people, "meeting_id").items()
    }


def _participant(one: ParticipantRow, known: PersonRow | None, events: list[AttendanceRow]) -> Participant:
    return Participant(
        uid=one.uid,
        name=one.name,
        person_uid=known.uid if known else None,
        department=one.department,
        title=one.title,
        email=one.email,
        roles=tuple(Role(role) for role in one.roles),
        state=Attendance(one.state),
        reason=one.reason,
        substitutes=one.substitutes,
        walk_in=one.walk_in,
        position=one.position,
        readings=tuple(known.readings) if known else (),
        aliases=tuple(name for name in (known.name, *known.aliases) if name != one.name) if known else (),
        events=tuple(AttendanceEvent(e.uid, Movement(e.kind), e.at) for e in events),
    )


def agenda_of(meeting: MeetingRow, spans: dict[int, list[Any]]) -> tuple[AgendaItem, ...]:
    """The agenda of a meeting, in order, with those of `spans` that are an item's, by its key."""
    items = list(
        AgendaRow.select().where(AgendaRow.meeting == meeting).order_by(AgendaRow.position, AgendaRow.id)
    )
    earlier = AgendaRow.select().where(AgendaRow.id.in_([one.carried_from_id for one in items]))
    carried = {one.id: one.uid for one in earlier}
    return tuple(
        AgendaItem(
            uid=one.uid,
            position=number,
            title=one.title,
            minutes=one.minutes,
            extra=one.extra,
            facilitator=one.facilitator,
            prepare=one.prepare,
            state=ItemState(one.state),
            origin=Origin(one.origin),
            level=Level(one.level) if one.level else None,
            carried_from=carried.get(one.carried_from_id),
            spans=tuple(Span(span.start, span.end) for span in spans.get(one.id, ())),
        )
        for number, one in enumerate(items, start=1)
    )


def entry(uid: str) -> Entry:
    """One line of the log, read without the others: each new line is read back this way."""
    return log_reading.by_key(row(EntryRow, uid).id)[0]
