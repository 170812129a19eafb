"""When the next meeting of a series is: as the readback fixed it, else by the rhythm (B8, E2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from tui_minutes.domain.meeting import SEALED, Phase
from tui_minutes.domain.rhythm import Occurrence, Rhythm
from tui_minutes.domain.series import When
from tui_minutes.domain.workdays import Calendar
from tui_minutes.services import rhythms
from tui_minutes.store import rows, series
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow

_USUAL = timedelta(hours=1)
SHOWN = 5
"""So many dates to come are shown."""


def as_fixed(past: MeetingRow) -> When:
    """The date that the readback of a meeting fixed; an open one where it fixed none."""
    return _lasting(past.next_start, past.zone, _length(past), None)


def when(past: MeetingRow, now: datetime, calendar: Calendar, start: datetime | None = None) -> When:
    """When the meeting after `past` is: at the local time `start`, as fixed at readback, or by the rhythm.

    A date fixed at readback counts while it is still to come. The rhythm is counted from the last slot of
    the series that has a meeting, whether that was moved or called off.
    """
    rhythm = series.series_of(past.series).rhythm if past.series_id else None
    fixed = start or past.next_start
    if rhythm is None:
        return _lasting(fixed, past.zone, _length(past), None)
    last = last_slot(past)
    local = now.astimezone(ZoneInfo(rhythm.zone)).replace(tzinfo=None)
    if start or (fixed and fixed > local):
        slot = rhythms.nearest(rhythm, fixed, last)
        return _lasting(fixed, past.zone, timedelta(minutes=rhythm.minutes), slot)
    return _by_rhythm(rhythm, last, local, calendar)


def _by_rhythm(rhythm: Rhythm, last: datetime | None, local: datetime, calendar: Calendar) -> When:
    """The first date after the slot `last` that is still to come at `local`; an open one after the end."""
    after = last or rhythm.first - timedelta(minutes=1)
    for one in rhythms.occurrences(rhythm, after, calendar):
        if one.start is not None and one.start > local:
            return _lasting(one.start, rhythm.zone, timedelta(minutes=rhythm.minutes), one.slot)
    return When(zone=rhythm.zone)


def last_slot(meeting: MeetingRow) -> datetime | None:
    """The last place in the rhythm that a meeting of the series has; one without a place stands where it is
    planned.
    """
    members = series.members(meeting)
    slots = series.slots(members)
    taken = [slots.get(one.id) or one.planned_start for one in members]
    return max((slot for slot in taken if slot is not None), default=None)


def planned_after(past: MeetingRow) -> MeetingRow | None:
    """The next meeting of the series that is planned already, `past` itself left out."""
    planned = [one for one in series.members(past) if one.phase == Phase.PLANNED and one.id != past.id]
    return min(planned, key=lambda one: f"{one.planned_start or '~'}", default=None)


def next_five(store: Store, meeting_uid: str, now: datetime, calendar: Calendar) -> tuple[Occurrence, ...]:
    """The next dates of the rhythm of a meeting's series, left out ones among them; none without one."""
    with store.snapshot():
        meeting = rows.row(MeetingRow, meeting_uid)
        rhythm = series.series_of(meeting.series).rhythm if meeting.series_id else None
        if rhythm is None:
            return ()
        local = now.astimezone(ZoneInfo(rhythm.zone)).replace(tzinfo=None)
        return tuple(islice(rhythms.occurrences(rhythm, local, calendar), SHOWN))


def planned_slots(store: Store, meeting_uid: str) -> dict[datetime, str]:
    """Which places in the rhythm of a meeting's series have a meeting that was not called off: its number."""
    with store.snapshot():
        members = series.members(rows.row(MeetingRow, meeting_uid))
        slots = series.slots(members)
        held = [one for one in members if one.phase != Phase.CANCELLED and one.id in slots]
        return {slots[one.id]: one.number for one in held}


def last_over(store: Store, meeting_uid: str) -> str:
    """The uid of the last meeting of the series that is over, else of the last one there is."""
    with store.snapshot():
        members = series.members(rows.row(MeetingRow, meeting_uid))
        over = [one for one in members if one.phase in SEALED]
        last: MeetingRow = (over or members)[-1]
        return last.uid


def _length(past: MeetingRow) -> timedelta:
    """As long as the last one was planned for, an hour where that was open."""
    if past.planned_start and past.planned_end:
        length: timedelta = past.planned_end - past.planned_start
        return length
    return _USUAL


def _lasting(start: datetime | None, zone: str, length: timedelta, slot: datetime | None) -> When:
    return When(start, start + length if start else None, zone, slot)
