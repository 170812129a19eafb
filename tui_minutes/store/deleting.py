"""The rows of a meeting that has not begun: whether they may go, and taking them away."""

from __future__ import annotations

from peewee import fn

from tui_minutes.domain.going_out import DispatchState
from tui_minutes.store.purging import GOING_OUT, PREPARED
from tui_minutes.store.rows import agenda, among
from tui_minutes.store.tables import (
    AgendaRow,
    AttendanceRow,
    DispatchRow,
    EntryRow,
    ExportRow,
    LaidAsideRow,
    MeetingRow,
    OutcomeRow,
    ParticipantRow,
    ProposalRow,
    RecurringRow,
    ReminderRow,
    SealRow,
    SeriesRow,
    SourceRow,
    SpanRow,
)


def has_record(meeting: MeetingRow) -> bool:
    """Whether something of it is to be kept: lines, outcomes, seals."""
    kept = (table.select().where(table.meeting == meeting) for table in (EntryRow, OutcomeRow, SealRow))
    return any(query.exists() for query in kept)


def was_announced(meeting: MeetingRow) -> bool:
    """Whether people were sent something of it, or may have been."""
    sent = DispatchRow.select().where(
        (DispatchRow.meeting == meeting) & (DispatchRow.state != DispatchState.FAILED)
    )
    return bool(sent.exists())


def followed_by(meeting: MeetingRow) -> str:
    """The number of a meeting that follows it, "" for none."""
    later = MeetingRow.select(MeetingRow.number).where(MeetingRow.follows == meeting).first()
    return later.number if later else ""


def delete(meeting: MeetingRow) -> None:
    """Take all its rows away, and its series where that was its only meeting."""
    items = [item.id for item in agenda(meeting)]
    uids = [meeting.uid, *(item.uid for item in agenda(meeting))]
    for table in (ProposalRow, SourceRow, LaidAsideRow):
        table.delete().where(among(table.item, items)).execute()
    for item in agenda(meeting):  # what goes on with it goes on with what it went on with
        AgendaRow.update(carried_from=item.carried_from_id).where(AgendaRow.carried_from == item).execute()
    people = ParticipantRow.select(ParticipantRow.id).where(ParticipantRow.meeting == meeting)
    AttendanceRow.delete().where(AttendanceRow.participant.in_(people)).execute()
    ReminderRow.delete().where(among(ReminderRow.subject, uids)).execute()
    for own in (*GOING_OUT, *PREPARED, ExportRow, SpanRow, AgendaRow, ParticipantRow):
        own.delete().where(own.meeting == meeting).execute()
    series = meeting.series_id
    meeting.delete_instance()
    _delete_empty(series)


def _delete_empty(series: int | None) -> None:
    left = MeetingRow.select(fn.COUNT(MeetingRow.id)).where(MeetingRow.series == series).scalar()
    if series is not None and not left:
        RecurringRow.delete().where(RecurringRow.series == series).execute()
        SeriesRow.delete().where(SeriesRow.id == series).execute()
