"""Incoming meetings are taken over: made, brought up to date, called off; each once (B8)."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace

from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.inviting.incoming import Aspect, AspectChange, Incoming, Judged, Treatment
from tui_minutes.domain.inviting.judging import judge, marks, marks_of, material_mark
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.rhythm import Rhythm
from tui_minutes.i18n import tr
from tui_minutes.services.agenda import put_on
from tui_minutes.services.commanded import commanded
from tui_minutes.services.invitees import join
from tui_minutes.services.meetings import call_off, make
from tui_minutes.store import invitations as stored
from tui_minutes.store import rows, tracked
from tui_minutes.store.series import set_rhythm
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    InvitationRow,
    MaterialRow,
    MeetingRow,
    OccurrenceRow,
    OutcomeRow,
    ProposalRow,
    SourceRow,
)


@commanded
def take(store: Store, command: Command, found: Sequence[Incoming], again: Collection[str] = ()) -> list[str]:
    """Take `found` over, all or none; the uid of each meeting, "" for what is called off and not here.

    For a date that is left out of its series it is that of the meeting which the series began with.

    `again` are the plans, by where they lie, of which another meeting is to be made.
    """
    return [_take(command, one, another=one.event in again) for one in found]


def _take(command: Command, one: Incoming, *, another: bool) -> str:
    judged = judge(one, stored.known(one.event, one.recurrence, one.digest), stored.rhythm_of(one.event))
    if judged.treatment is Treatment.LEFT_OUT:
        return _leave_out(one)
    if judged.known is None or (judged.treatment is Treatment.BEFORE and another):
        return "" if one.called_off else _make(command, one)
    meeting = rows.row(MeetingRow, judged.known.uid)
    if judged.treatment is Treatment.OFF:
        call_off(command, meeting)
    elif judged.treatment is Treatment.CHANGED:
        _update(command, meeting, judged)
    elif judged.treatment is Treatment.BEGUN and not one.recurrence:
        _follow_rhythm(meeting, judged.changes)
    if one.called_off and not one.recurrence:
        _end_rhythm(meeting, judged)
    if judged.treatment in (Treatment.CHANGED, Treatment.BEGUN, Treatment.SAME):
        _keep(command, meeting, one)
    return meeting.uid


def _make(command: Command, one: Incoming) -> str:
    meeting = make(command, one.plan)
    began = stored.series_of(one.event) if one.recurrence else None
    if began is not None:
        own, meeting.series = meeting.series, began
        meeting.save()
        own.delete_instance()
    elif one.rhythm:
        set_rhythm(meeting.series, one.rhythm)
    _put_by(command, meeting, one.materials)
    _excuse(meeting, one.declined)
    _keep(command, meeting, one)
    return meeting.uid


def _keep(command: Command, meeting: MeetingRow, one: Incoming) -> None:
    """Remember which event this is, and what it said; a plan belongs to the last meeting made of it."""
    row = stored.plan_row(one.event, one.digest) if one.digest else stored.row_of(one.event, one.recurrence)
    digest = one.digest or json.dumps(marks_of(one))
    if row is None and one.recurrence:
        row = InvitationRow.get_or_none(InvitationRow.meeting == meeting)
        if row is not None:  # the meeting of the whole series, of which this is news
            kept = json.loads(row.digest)
            row.digest = json.dumps(marks_of(one) | {Aspect.RHYTHM.value: kept[Aspect.RHYTHM.value]})
            row.save()
            return
    if row is None:
        row = rows.add(InvitationRow, command, meeting=meeting, event=one.event, recurrence=one.recurrence)
    row.meeting, row.event, row.digest = meeting, one.event, digest
    row.sequence, row.stamp = one.sequence, one.stamp
    row.save()


def _update(command: Command, meeting: MeetingRow, judged: Judged) -> None:
    """Let the meeting follow the invitation in all that was not changed here."""
    for change in judged.changes:
        if change.kept:
            continue
        if change.aspect is Aspect.TIME:
            _move(meeting, judged.incoming)
        elif change.aspect is Aspect.AGENDA:
            _replace_agenda(command, meeting, judged.incoming)
        elif change.aspect is Aspect.MATERIALS:
            _replace_materials(command, meeting, judged)
        elif change.aspect is Aspect.PEOPLE:
            _ask(command, meeting, judged.incoming.plan.people)
        elif change.aspect is Aspect.EXPECTED:
            meeting.expected = list(judged.incoming.plan.expected)
        elif change.aspect not in (Aspect.RHYTHM, Aspect.DECLINED):
            setattr(meeting, change.aspect.value, change.value)
    _follow_rhythm(meeting, judged.changes)
    _excuse(meeting, judged.incoming.declined)
    meeting.version += 1
    meeting.save()
    tracked.keep_where(OutcomeRow.meeting == meeting)


def _move(meeting: MeetingRow, one: Incoming) -> None:
    """To another time; of a series its place in the rhythm, too, where that has moved with it."""
    meeting.planned_start, meeting.planned_end = one.plan.start, one.plan.end
    meeting.zone = one.plan.zone or meeting.zone
    if one.plan.slot and not one.recurrence:
        OccurrenceRow.update(slot=one.plan.slot).where(OccurrenceRow.meeting == meeting).execute()


def _replace_agenda(command: Command, meeting: MeetingRow, one: Incoming) -> None:
    """The agenda that the invitation says; it was as the invitation had it, so nothing of ours is lost."""
    for row in rows.agenda(meeting):
        for table in (ProposalRow, SourceRow):
            table.delete().where(table.item == row).execute()
        row.delete_instance()
    for item in one.plan.agenda:
        put_on(command, meeting, item)


def _replace_materials(command: Command, meeting: MeetingRow, judged: Judged) -> None:
    """What the invitation said before goes, unless it was changed here; what it says now is put by."""
    before = (judged.known.marks or {}).get(Aspect.MATERIALS, []) if judged.known else []
    for one in stored.materials_of(meeting):
        if material_mark(one) in before:
            MaterialRow.delete().where(MaterialRow.uid == one.uid).execute()
    there = {material_mark(one) for one in stored.materials_of(meeting)}
    _put_by(command, meeting, [one for one in judged.incoming.materials if material_mark(one) not in there])


def _put_by(command: Command, meeting: MeetingRow, materials: Sequence[Material]) -> None:
    for position, one in enumerate(materials, rows.next_position(MaterialRow, meeting)):
        rows.add(
            MaterialRow, command, meeting=meeting, position=position, title=one.title, place=one.place,
            note=one.note,
        )  # fmt: skip


def _ask(command: Command, meeting: MeetingRow, people: Sequence[PlanPerson]) -> None:
    listed = rows.people(meeting)
    there = {one.name.casefold() for one in listed} | {one.email.casefold() for one in listed if one.email}
    for person in people:
        if not {person.name.casefold(), person.email.casefold()} & there:
            join(command, meeting, person)


def _excuse(meeting: MeetingRow, declined: Collection[str]) -> None:
    """Who has declined is excused, unless something else is known of them."""
    for person in rows.people(meeting):
        if person.name in declined and person.state == Attendance.UNMARKED:
            person.state, person.reason = Attendance.EXCUSED, tr("declined the invitation")
            person.save()


def _follow_rhythm(meeting: MeetingRow, changes: Sequence[AspectChange]) -> None:
    for change in changes:
        if isinstance(change.value, Rhythm) and not change.kept and meeting.series_id:
            set_rhythm(meeting.series, change.value)


def _leave_out(one: Incoming) -> str:
    """Let the series have no meeting on a day; what its invitation said before is older than that."""
    row, rhythm = stored.row_of(one.event, ""), stored.rhythm_of(one.event)
    if row is None or rhythm is None or one.plan.slot is None:
        return ""
    less = replace(rhythm, without=tuple(sorted({*rhythm.without, one.plan.slot.date()})))
    set_rhythm(row.meeting.series, less)
    said = json.loads(row.digest)
    if said[Aspect.RHYTHM] == marks(one.plan, rhythm)[Aspect.RHYTHM]:
        row.digest = json.dumps(said | {Aspect.RHYTHM.value: marks(one.plan, less)[Aspect.RHYTHM]})
    row.sequence, row.stamp = max((row.sequence, row.stamp), (one.sequence, one.stamp))
    row.save()
    uid: str = row.meeting.uid
    return uid


def _end_rhythm(meeting: MeetingRow, judged: Judged) -> None:
    """A series that is called off as a whole has no further dates, unless these were fixed here."""
    before = (judged.known.marks or {}).get(Aspect.RHYTHM) if judged.known else None
    if (
        judged.known
        and meeting.series_id
        and before == marks(judged.known.plan, judged.known.rhythm)["rhythm"]
    ):
        meeting.series.rule = ""
        meeting.series.save()
