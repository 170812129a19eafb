"""When each agenda item takes place: as planned, and as it will be while the meeting goes on (B3, D1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from math import ceil

from tui_minutes.domain.agenda import AgendaItem, ItemState
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.record import MeetingRecord

LEAST = 3
"""Minutes; no item is shortened to less."""

_NONE = timedelta(0)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item begins and ends, UTC instants; None for what cannot be told."""

    start: datetime | None = None
    end: datetime | None = None

    def local(self, meeting: Meeting) -> tuple[datetime | None, datetime | None]:
        """Both as wall time in the zone of the meeting."""
        return self.start and meeting.local(self.start), self.end and meeting.local(self.end)


def planned(record: MeetingRecord) -> Mapping[str, Slot]:
    """The slot of each item by its uid, counted from the planned start (else from the real one)."""
    meeting = record.meeting
    return dict(_walk(record.agenda, meeting.scheduled_start or meeting.started_at, None))


def timetable(record: MeetingRecord, now: datetime) -> Mapping[str, Slot]:
    """The slot of each item by its uid as it looks at `now`: what was, then what is to come.

    Before the meeting has begun it is counted from the planned start, or from `now` where that is later.
    """
    return {item.uid: _past(item) for item in record.agenda} | dict(
        _walk(to_come(record), _begin(record, now), now)
    )


def _walk(
    items: Iterable[AgendaItem], at: datetime | None, now: datetime | None
) -> Iterator[tuple[str, Slot]]:
    """One item after the other; after one without a limit nothing can be told."""
    for item in items:
        start, left = at, _left(item, now)
        at = start + left if start and left is not None else None
        yield item.uid, Slot(item.spans[0].start if now and item.was_opened else start, at)


def to_come(record: MeetingRecord) -> tuple[AgendaItem, ...]:
    """The items that still take time, in the order in which they come: the one on the table first."""
    if record.meeting.phase not in (Phase.PLANNED, Phase.CHECK_IN, Phase.IN_SESSION):
        return ()
    agenda, current = record.agenda, record.current_item
    place = agenda.index(current) if current else 0
    ordered = agenda[place:] + agenda[:place]
    return tuple(item for item in ordered if item.state in (ItemState.OPEN, ItemState.PENDING))


def over_by(record: MeetingRecord, now: datetime | None = None) -> int:
    """Minutes by which what is to come at `now` goes beyond the scheduled end; without it, by which the plan
    does. 0 when it fits, or the end is open.
    """
    begin, end = _begin(record, now), record.meeting.scheduled_end
    if begin is None or end is None:
        return 0
    needed = sum((_left(item, now) or _NONE for item in to_come(record)), _NONE)
    return max(ceil((begin + needed - end) / _MINUTE), 0)


@dataclass(frozen=True, slots=True)
class Cut:
    """What would bring a meeting back into its time, which it exceeds by `over` minutes.

    `shorter` are the lengths in minutes of items to come, by uid, when all give up the same share; empty when
    that leaves too little of one. `last` is the item that could be put off instead, when that is enough.
    """

    over: int
    shorter: Mapping[str, int]
    last: AgendaItem | None


def cut(record: MeetingRecord, now: datetime | None = None) -> Cut | None:
    """Where to cut when the agenda does not fit; None when it does. The item on the table stays as it is."""
    over = over_by(record, now)
    if not over:
        return None
    pending = [item for item in to_come(record) if item.state is ItemState.PENDING and item.allotted]
    enough = [item for item in pending[-1:] if _minutes(item) >= over and len(record.agenda) > 1]
    return Cut(over, dict(_shorter(pending, over)), next(iter(enough), None))


def _shorter(items: list[AgendaItem], over: int) -> Iterator[tuple[str, int]]:
    """Lengths that are `over` minutes less in all: shares of what is left, the rest to the first ones."""
    total = sum(map(_minutes, items))
    lengths = [_minutes(item) * (total - over) // total for item in items] if total > over else []
    for nth in range(total - over - sum(lengths) if lengths else 0):
        lengths[nth % len(lengths)] += 1
    if lengths and min(lengths) >= LEAST:
        yield from zip((item.uid for item in items), lengths, strict=True)


def _minutes(item: AgendaItem) -> int:
    return item.minutes + item.extra


def _past(item: AgendaItem) -> Slot:
    """When an item was on the table; nothing of one that was not."""
    return Slot(item.spans[0].start, item.spans[-1].end) if item.was_opened else Slot()


def _begin(record: MeetingRecord, now: datetime | None) -> datetime | None:
    """From when on what is to come is counted."""
    meeting = record.meeting
    if now is None:
        return meeting.scheduled_start
    if meeting.started_at is not None:
        return now
    return max(meeting.scheduled_start, now) if meeting.scheduled_start else None


def _left(item: AgendaItem, now: datetime | None) -> timedelta | None:
    """What an item still takes at `now`, or was planned to take; None without a limit."""
    if now is None:
        return item.minutes * _MINUTE if item.minutes else None
    return max(item.left(now), _NONE) if item.allotted else None
