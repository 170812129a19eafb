"""What a purge leaves of the series that a meeting was of: the words of the other meetings (B8)."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.purging import GONE
from tui_minutes.store import rows
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import AgendaRow, MeetingRow, RecurringRow, SeriesRow, SourceRow


def name_after_others(meeting: MeetingRow) -> None:
    """A series is called after its first meeting: now after the first that still has a title."""
    if meeting.series_id is None:
        return
    first = _others(meeting)[:1]
    fields = {"title": first[0].title} if first else {"title": GONE, "template": ""}
    SeriesRow.update(fields).where(SeriesRow.id == meeting.series_id).execute()


def forget_recurring(meeting: MeetingRow) -> None:
    """What recurs goes where no other meeting had it on its agenda, and all of it with the last meeting."""
    if meeting.series_id is None:
        return
    of_series = RecurringRow.select(RecurringRow.id).where(RecurringRow.series == meeting.series_id)
    gone = {key for (key,) in columns(of_series)}
    if _others(meeting):
        gone &= _on_agendas(AgendaRow.meeting == meeting)
        gone -= _on_agendas(AgendaRow.meeting != meeting)
    SourceRow.delete().where(rows.among(SourceRow.recurring, gone)).execute()
    RecurringRow.delete().where(rows.among(RecurringRow.id, gone)).execute()


def _others(meeting: MeetingRow) -> list[MeetingRow]:
    """The other meetings of its series that still have their words, in the order they were made."""
    theirs = (MeetingRow.series == meeting.series_id) & (MeetingRow.id != meeting.id)
    return list(MeetingRow.select().where(theirs & (MeetingRow.title != GONE)).order_by(MeetingRow.id))


def _on_agendas(which: Any) -> set[int]:
    """What recurs on some agendas, by its key."""
    query = (
        SourceRow.select(SourceRow.recurring)
        .join(AgendaRow)
        .where(which & SourceRow.recurring.is_null(False))
    )
    return {key for (key,) in columns(query)}
