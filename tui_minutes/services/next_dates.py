"""When the next meeting of a series is: as the readback fixed it, else by the rhythm (B8, E2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from tui_minutes.domain.meeting import SEALED, Meeting, Phase
from tui_minutes.domain.rhythm import Occurrence
from tui_minutes.domain.series import When
from tui_minutes.domain.workdays import Calendar
from tui_minutes.services import rhythms
from tui_minutes.store import meetings, rows, series
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

    A date fixed at readback counts while it is still to come. The rhythm gives the first slot after that of
    `past` which has no meeting yet; one has its slot for good, whether it was moved or called off.
    """
    rhythm = series.series_of(past.series).rhythm if past.series_id else None
    fixed = start or past.next_start
    if rhythm is None:
        return _lasting(fixed, past.zone, _length(past), None)
    last, taken = _places(past)
    local = _wall(now, rhythm.zone)
    at = _wall(fixed.replace(tzinfo=ZoneInfo(past.zone)), rhythm.zone) if fixed else None
    if at and (start or at > local):
        free = replace(rhythm, without=(*rhythm.without, *(slot.date() for slot in taken)))
        slot = rhythms.nearest(free, at, last)
        return _lasting(fixed, past.zone, timedelta(minutes=rhythm.minutes), slot)
    after = last or rhythm.first - timedelta(minutes=1)
    for one in rhythms.occurrences(rhythm, after, calendar):
        if one.slot not in taken and one.start is not None and one.start > local:
            return _lasting(one.start, rhythm.zone, timedelta(minutes=rhythm.minutes), one.slot)
    return When(zone=rhythm.zone)


def _places(past: MeetingRow) -> tuple[datetime | None, Collection[datetime]]:
    """After which time the next place in the rhythm is looked for, and the places that are taken.

    Meetings without a place stand where they are planned: the next one is after all of these.
    """
    members = series.members(past)
    slots = series.slots(members)
    begun = [slots.get(past.id), *(one.planned_start for one in members if one.id not in slots)]
    return max((at for at in begun if at is not None), default=None), slots.values()


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
        local = _wall(now, rhythm.zone)
        return tuple(islice(rhythms.to_come(rhythm, local, calendar), SHOWN))


def planned_slots(store: Store, meeting_uid: str) -> dict[datetime, Meeting]:
    """The meetings of a meeting's series that were not called off, by their places in its rhythm."""
    with store.snapshot():
        members = series.members(rows.row(MeetingRow, meeting_uid))
        slots = series.slots(members)
        held = [one for one in members if one.phase != Phase.CANCELLED and one.id in slots]
        return {slots[one.id]: meetings.meeting_of(one) for one in held}


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


def _wall(instant: datetime, zone: str) -> datetime:
    """An instant as the clocks on the wall of `zone` show it."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
