"""A meeting in session in which nothing has been done for so long that nobody can have been in the room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.record import MeetingRecord

LONG = timedelta(hours=6)
"""Longer than the longest talk in which no line is written and no item opened."""

AHEAD = timedelta(minutes=2)
"""A clock that is behind what was done last by more than this was put back, or is wrong."""


def last_done(record: MeetingRecord) -> datetime | None:
    """When the last line was written, or a clock of the meeting last begun or ended (a UTC instant)."""
    return max(_instants(record), default=None)


def silent_since(record: MeetingRecord, now: datetime) -> datetime | None:
    """Since when its clocks have run on over nothing; None within `LONG`, in a break, in other phases."""
    last = last_done(record)
    if record.meeting.phase is not Phase.IN_SESSION or record.paused or last is None:
        return None
    return last if now - last > LONG else None


def is_behind(record: MeetingRecord, now: datetime) -> bool:
    """Whether a meeting in session has something in it that is still to come, by this clock."""
    last = last_done(record)
    return record.meeting.phase is Phase.IN_SESSION and last is not None and last - now > AHEAD


def _instants(record: MeetingRecord) -> Iterator[datetime]:
    if record.meeting.started_at:
        yield record.meeting.started_at
    yield from (entry.at for entry in record.entries[-1:])
    for spans in (record.breaks, *(item.spans for item in record.agenda)):
        for span in spans:
            yield span.end or span.start
