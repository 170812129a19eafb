"""Deleting the words of a meeting: its numbers, its dates and the leaves of its seals stay (E5)."""

from __future__ import annotations

from typing import Any

from peewee import Expression

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import ENDED, Act, Status
from tui_minutes.domain.purging import GONE, Purge
from tui_minutes.domain.sealing import SealKind
from tui_minutes.store import purge_scope, purge_series, rows, sealing, tracked
from tui_minutes.store.purge_scope import Scope
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import (
    AgendaRow,
    AmendmentRow,
    AttendanceRow,
    ChecklistRow,
    CirculationRow,
    CommandRow,
    ConfirmationRow,
    CorrectionRow,
    DispatchRow,
    EntryRow,
    ExportRow,
    HistoryRow,
    ImportedRow,
    InvitationRow,
    LaidAsideRow,
    MaterialRow,
    MeetingRow,
    ObjectionRow,
    OccurrenceRow,
    OutcomePersonRow,
    OutcomeRow,
    ParticipantRow,
    PersonRow,
    ProposalRow,
    PurgeRow,
    RecipientRow,
    ReminderRow,
    RevisionRow,
    SealedRow,
    SealRow,
    Setting,
    SourceRow,
    SpanRow,
    StandupRow,
    VoteRow,
)

UNFINISHED = "purging"
"""The setting that says: words of this meeting (its uid) may still be in the file, its log or its backups."""

GOING_OUT = (MaterialRow, RecipientRow, DispatchRow, CirculationRow, CorrectionRow)
"""What was to be read, who got what, and who asked for which correction."""

PREPARED = (ChecklistRow, InvitationRow, OccurrenceRow, VoteRow)
"""What was to be ready, where the meeting came from, and how the room has voted."""

_MEETING = {
    "title": GONE, "goal": "", "expected": [], "place": "", "next_place": "", "next_focus": "",
    "recorder": "", "phase": Phase.PURGED,
}  # fmt: skip
_OUTCOME = {
    "text": GONE, "department": "", "deliverable": "", "resources": "", "result": "", "remark": "",
    "unclear": "", "answer": "", "leftover": "", "doubtful": False, "entry": None, "item": None,
}  # fmt: skip
_ITEM = {"title": GONE, "facilitator": "", "prepare": ""}
_LINE = {"text": GONE, "typed": "", "speaker": "", "value": "", "source": "", "proposer": ""}


def erase(command: Command, meeting: MeetingRow, reason: str) -> Purge:
    """Delete the words of `meeting` and say so under a seal, within the caller's transaction.

    They may still lie in the file's log and in backups: `UNFINISHED` says so until `scrubbing` is through.
    """
    scope = purge_scope.of(meeting)
    row = rows.add(
        PurgeRow, command, meeting=meeting, number=meeting.number, at=command.at, by=command.by,
        entered_by=command.entered_by, reason=reason, lines=len(scope.entries), outcomes=len(scope.outcomes),
        sealed=_empty_seals(meeting),
    )  # fmt: skip
    _remember_steps(command, scope, reason)
    _delete_around_outcomes(scope)
    _delete_around_meeting(meeting, scope)
    _cover_standups(scope)
    _forget_people(scope)
    _change(MeetingRow.id == meeting.id, MeetingRow, _MEETING)
    purge_series.name_after_others(meeting)
    tracked.keep(scope.outcomes)
    Setting.insert(key=UNFINISHED, value=meeting.uid).on_conflict_replace().execute()
    sealing.seal(command, meeting.uid, SealKind.PURGE)
    return purge_of(row)


def purge_of(row: PurgeRow) -> Purge:
    """The record of a purge, as the domain knows it."""
    return Purge(
        row.meeting.uid, row.number, row.at, row.by, row.entered_by, row.reason, row.lines, row.outcomes,
        row.sealed,
    )  # fmt: skip


def every() -> list[Purge]:
    """All purges of the store, oldest first."""
    query = PurgeRow.select(PurgeRow, MeetingRow).join(MeetingRow).order_by(PurgeRow.id)
    return [purge_of(row) for row in query]


def uids() -> list[str]:
    """The uids of all meetings that were purged, and of their outcomes."""
    meetings = list(columns(MeetingRow.select(MeetingRow.uid).join(PurgeRow)))
    outcomes = OutcomeRow.select(OutcomeRow.uid).where(
        OutcomeRow.meeting.in_(PurgeRow.select(PurgeRow.meeting))
    )
    return [uid for (uid,) in (*meetings, *columns(outcomes))]


def unfinished() -> bool:
    """Whether words of what was purged may still be in the file, its log or its backups."""
    return Setting.get_or_none(key=UNFINISHED) is not None


def finished() -> None:
    """They are in none of them any more."""
    Setting.delete().where(Setting.key == UNFINISHED).execute()


def _empty_seals(meeting: MeetingRow) -> int:
    """Delete bytes, salts and names under the seals; the record in which a seal tells of itself stays."""
    seals = SealRow.select(SealRow.id).where(SealRow.meeting == meeting)
    emptied = SealedRow.update(salt=None, body=None, name="")
    return int(emptied.where(SealedRow.seal.in_(seals) & (SealedRow.position > 0)).execute())


def _remember_steps(command: Command, scope: Scope, reason: str) -> None:
    """One step in the life of each outcome takes the place of all; made first: no key is given twice."""
    for outcome in OutcomeRow.select().where(rows.among(OutcomeRow.id, scope.outcomes)):
        ends = outcome.status not in ENDED
        HistoryRow.create(
            uid=new_uid(command.at), outcome=outcome, at=command.at, by=command.by,
            entered_by=command.entered_by, note=reason, act=Act.PURGE, command=command.id,
            changes={"status": (outcome.status, Status.CANCELLED)} if ends else {},
        )  # fmt: skip
        for name, value in {**_OUTCOME, **({"status": Status.CANCELLED} if ends else {})}.items():
            setattr(outcome, name, value)
        outcome.version, outcome.updated_at = outcome.version + 1, command.at
        outcome.save()
    _change(rows.among(HistoryRow.undoes, scope.steps), HistoryRow, {"undoes": None})
    CommandRow.delete().where(rows.among(CommandRow.command, scope.commands)).execute()
    _delete(HistoryRow, rows.among(HistoryRow.id, scope.steps))


def _delete_around_outcomes(scope: Scope) -> None:
    for table in (OutcomePersonRow, ObjectionRow, ImportedRow):
        _delete(table, rows.among(table.outcome, scope.outcomes))
    subjects = [*scope.outcome_uids, scope.meeting_uid]
    _delete(ReminderRow, rows.among(ReminderRow.subject, subjects))


def _delete_around_meeting(meeting: MeetingRow, scope: Scope) -> None:
    for table in (ConfirmationRow, AmendmentRow, SpanRow, ExportRow, *GOING_OUT, *PREPARED):
        _delete(table, table.meeting == meeting)
    _delete_around_agenda(meeting, scope)
    _delete(RevisionRow, rows.among(RevisionRow.entry, scope.entries))
    _change(EntryRow.meeting == meeting, EntryRow, {"continues": None})
    _delete(EntryRow, EntryRow.meeting == meeting)
    _delete(AttendanceRow, rows.among(AttendanceRow.participant, scope.participants))
    _delete(ParticipantRow, ParticipantRow.meeting == meeting)
    taken_up = rows.among(AgendaRow.id, scope.carried_items)
    _delete(AgendaRow, (AgendaRow.meeting == meeting) & ~taken_up)
    _change(taken_up, AgendaRow, _ITEM)
    _change(StandupRow.meeting == meeting, StandupRow, {"department": ""})


def _delete_around_agenda(meeting: MeetingRow, scope: Scope) -> None:
    """What was prepared with the items, and where they came from; other items that came from here stay."""
    purge_series.forget_recurring(meeting)
    items = AgendaRow.select(AgendaRow.id).where(AgendaRow.meeting == meeting)
    for table in (ProposalRow, SourceRow, LaidAsideRow):
        _delete(table, table.item.in_(items))
    _delete(LaidAsideRow, LaidAsideRow.focus_of == meeting)
    _delete(SourceRow, SourceRow.focus_of == meeting)
    _delete(SourceRow, rows.among(SourceRow.outcome, scope.outcomes))


def _cover_standups(scope: Scope) -> None:
    """What standups have taken down about the outcomes: the lines keep their places."""
    _delete(RevisionRow, rows.among(RevisionRow.entry, scope.standup_lines))
    _change(rows.among(EntryRow.id, scope.standup_lines), EntryRow, _LINE)


def _forget_people(scope: Scope) -> None:
    """Who is known from this meeting only leaves the directory, and the record of commands."""
    names = [person.name for person in scope.only_here]
    for column in (CommandRow.by, CommandRow.entered_by):
        CommandRow.update({column: ""}).where(rows.among(column, names)).execute()
    _delete(PersonRow, rows.among(PersonRow.id, [person.id for person in scope.only_here]))


def _delete(table: Any, which: Expression) -> None:
    table.delete().where(which).execute()


def _change(which: Expression, table: Any, fields: dict[str, Any]) -> None:
    table.update(fields).where(which).execute()
