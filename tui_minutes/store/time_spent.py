"""How long the items of a series took, read (B3, D1)."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.time_spent import Sitting
from tui_minutes.store.meetings import agenda_of, meeting_of
from tui_minutes.store.rows import among, grouped, pairs, row
from tui_minutes.store.tables import AgendaRow, MeetingRow, RecurringRow, SourceRow, SpanRow


def of_series(meeting_uid: str) -> tuple[Sitting, ...]:
    """Each item of a meeting and of the others of its series that were not called off, oldest first."""
    meeting = row(MeetingRow, meeting_uid)
    same = MeetingRow.series == meeting.series_id if meeting.series_id else MeetingRow.id == meeting.id
    held = MeetingRow.select().where(same, MeetingRow.phase.not_in([Phase.CANCELLED, Phase.PURGED]))
    meetings = list(held.order_by(MeetingRow.started_at.is_null(), MeetingRow.started_at, MeetingRow.id))
    keys = among(SpanRow.meeting, (one.id for one in meetings))
    spans = grouped(SpanRow.select().where(keys).order_by(SpanRow.id), "item_id")
    recurring = dict(pairs(_recurring(meetings)))
    return tuple(
        Sitting(meeting_of(one), item, recurring.get(item.uid))
        for one in meetings
        for item in agenda_of(one, spans)
    )


def _recurring(meetings: list[MeetingRow]) -> Any:
    """The uid of each item that is one the series always has, with the uid of that."""
    joined = SourceRow.select(AgendaRow.uid, RecurringRow.uid).join(AgendaRow).switch(SourceRow)
    return joined.join(RecurringRow).where(among(AgendaRow.meeting, (one.id for one in meetings)))
