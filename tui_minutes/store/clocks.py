"""The times of the meetings that run, moved together when the clock of the computer was put."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui_minutes.domain.meeting import Phase
from tui_minutes.store.tables import CommandRow, MeetingRow, SpanRow


def running(before: datetime) -> list[MeetingRow]:
    """The meetings that are in session or read back, and began within a day before an instant."""
    runs = MeetingRow.phase.in_((Phase.IN_SESSION, Phase.READBACK))
    return [
        row
        for row in MeetingRow.select().where(runs).order_by(MeetingRow.id)
        if row.started_at and abs(before - row.started_at) < timedelta(days=1)
    ]


def shift(meeting: MeetingRow, by: timedelta) -> None:
    """Move the start of a meeting and all its spans; how long they last stays the same."""
    meeting.started_at += by
    meeting.save()
    for span in SpanRow.select().where(SpanRow.meeting == meeting):
        span.start += by
        span.end = span.end and span.end + by
        span.save()


def was_done(name: str, at: datetime, within: timedelta) -> bool:
    """Whether a command called `name` was carried out near the instant `at`."""
    near = CommandRow.at.between(at - within, at + within)
    return bool(CommandRow.select().where((CommandRow.name == name) & near).exists())
