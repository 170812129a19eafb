"""What an outcome says in the columns that the ledger is sorted and filtered by."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Part, Priority, Status, sort_number
from tui_minutes.domain.standing import Standing
from tui_minutes.store.tables import TrackedRow

NO_DATE = "9999-99-99"
"""Sorts after all days."""

TO_DO, REPORTED, ENDED = range(3)
"""The stages: to be done, reported as done and waiting for somebody else, ended."""

FOLLOWED: Any = TrackedRow.live & TrackedRow.open & ~TrackedRow.provisional
"""What is followed up until it has ended: agreed by the room, and it still stands."""

NO_PRIORITY = len(Priority)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an outcome comes from: its meeting, the item, the preset of rules of the series."""

    meeting_id: int
    number: str
    title: str
    zone: str
    levels: tuple[Level, ...]
    item: str = ""
    policy: str = ""


def columns(key: int, one: Outcome, origin: Origin, standing: Standing) -> dict[str, Any]:
    """The row of an outcome in the ledger."""
    today_from, week_from = _day_begins(one.due, origin.zone) if standing.late_on else (None, None)
    return {
        "outcome": key,
        "meeting": origin.meeting_id,
        "kind": one.kind,
        "status": one.status,
        "number": sort_number(one.number)[1],
        "priority": list(Priority).index(one.priority) if one.priority else NO_PRIORITY,
        "level": max(list(Level).index(level) for level in (one.level, *origin.levels)),
        "owner": next(iter(one.names(Part.RESPONSIBLE)), ""),
        "department": one.department,
        "due_key": one.due.isoformat() if one.due else NO_DATE,
        "live": one.is_live,
        "open": one.is_open,
        "stage": stage(one),
        "provisional": one.provisional,
        "lacking": standing.lacking,
        "unclear": bool(one.unclear),
        "asked_at": standing.asked_at,
        "late_on": standing.late_on,
        "stale_on": standing.stale_on,
        "ack_due_on": standing.ack_due_on,
        "today_from": today_from,
        "week_from": week_from,
        "promised": one.kind is OutcomeKind.QUESTION and one.next_feedback is not None,
        "original_due": one.original_due,
        "done_on": one.done_on,
        "created_at": one.created_at,
        "updated_at": one.updated_at,
    }


def stage(one: Outcome) -> int:
    """How far an outcome has come."""
    if not one.is_open:
        return ENDED
    return REPORTED if one.status is Status.DONE else TO_DO


def _day_begins(day: date | None, zone: str) -> tuple[datetime | None, datetime | None]:
    """The instants at which `day` and its week begin in the zone."""
    if day is None:
        return None, None
    monday = date.fromordinal(max(day.toordinal() - day.weekday(), 2))
    return _midnight(day, zone), _midnight(monday, zone)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
