"""Which events and plans the meetings here were made from, and what these said at the time (B8)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.inviting.incoming import Known
from tui_minutes.domain.inviting.judging import Marks, marks
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.rhythm import Rhythm
from tui_minutes.store import rows, series
from tui_minutes.store.tables import InvitationRow, MaterialRow, MeetingRow, OccurrenceRow, SeriesRow

_OWN = "@tui-minutes"
"""How the uid of an invitation ends that was made here (documents.invitation)."""


def row_of(event: str, recurrence: str) -> InvitationRow | None:
    """What is kept of the event `event`, or of one that repeats it."""
    found: InvitationRow | None = InvitationRow.get_or_none(
        (InvitationRow.event == event) & (InvitationRow.recurrence == recurrence)
    )
    return found


def plan_row(event: str, digest: str) -> InvitationRow | None:
    """What is kept of the plan that lies at `event`; else of one that says the same, wherever it lay."""
    return row_of(event, "") or InvitationRow.get_or_none(InvitationRow.digest == digest)


def slots(events: Iterable[str]) -> dict[str, datetime]:
    """The places in their rhythm of the meetings made from `events`, by the event."""
    query = OccurrenceRow.select(OccurrenceRow, InvitationRow.event.alias("event")).join(
        InvitationRow, on=OccurrenceRow.meeting == InvitationRow.meeting
    )
    chosen = query.where(rows.among(InvitationRow.event, events) & (InvitationRow.recurrence == ""))
    return {one.event: one.slot for one in chosen.objects()}


def known(event: str, recurrence: str, digest: str = "") -> Known | None:
    """The meeting that an event, or a plan, was made into; None when there is none."""
    if event.endswith(_OWN) and (own := rows.find(MeetingRow, event.removesuffix(_OWN))):
        return replace(_known(own), own=True)
    kept = plan_row(event, digest) if digest else row_of(event, recurrence)
    if kept is not None:
        marked = None if digest else json.loads(kept.digest)
        return replace(_known(kept.meeting), sequence=kept.sequence, stamp=kept.stamp, marks=marked)
    return _in_series(event, datetime.fromisoformat(recurrence)) if recurrence else None


def series_of(event: str) -> SeriesRow | None:
    """The series that an event began."""
    kept = row_of(event, "")
    return kept.meeting.series if kept else None


def rhythm_of(event: str) -> Rhythm | None:
    """That of the series which an event began."""
    its = series_of(event)
    return series.series_of(its).rhythm if its else None


def _in_series(event: str, slot: datetime) -> Known | None:
    """The meeting in the `slot` of the series that `event` began; its time was that of the slot."""
    kept, its = row_of(event, ""), series_of(event)
    if kept is None or its is None:
        return None
    query = MeetingRow.select().join(OccurrenceRow).where(MeetingRow.series == its)
    meeting = query.where(OccurrenceRow.slot == slot).first()
    if meeting is None:
        return None
    end = slot + timedelta(minutes=its.minutes) if its.minutes else None
    usual = marks(Plan("", start=slot, end=end, zone=its.zone or meeting.zone), None)
    before: Marks = json.loads(kept.digest) | {"time": usual["time"]}
    return replace(_known(meeting), marks=before)


def _known(meeting: MeetingRow) -> Known:
    rhythm = series.series_of(meeting.series).rhythm if meeting.series_id else None
    return Known(
        meeting.uid, meeting.number, Phase(meeting.phase), _plan(meeting), rhythm, materials_of(meeting)
    )


def materials_of(meeting: MeetingRow) -> tuple[Material, ...]:
    """What there is to read for a meeting: where, and what it says."""
    read = MaterialRow.select().where(MaterialRow.meeting == meeting)
    return tuple(Material(one.uid, one.title, one.place, one.note) for one in read)


def _plan(meeting: MeetingRow) -> Plan:
    """The meeting as it is planned now."""
    people = tuple(
        PlanPerson(one.name, one.department, one.title, one.email, tuple(Role(role) for role in one.roles))
        for one in rows.people(meeting)
    )
    items = tuple(PlanItem(one.title, one.minutes, one.facilitator) for one in rows.agenda(meeting))
    return Plan(
        title=meeting.title, kind=MeetingKind(meeting.kind), start=meeting.planned_start,
        end=meeting.planned_end, zone=meeting.zone, place=meeting.place, level=Level(meeting.level),
        goal=meeting.goal, expected=tuple(meeting.expected), people=people, agenda=items,
    )  # fmt: skip
