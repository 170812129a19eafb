"""An event of a calendar, as the file says it (B8)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is invited; `optional` for those who need not come."""

    name: str
    email: str = ""
    optional: bool = False
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Repetition:
    """When an event takes place again: `rule` is an RRULE (RFC 5545), without it only what is `added`.

    `skipped` and `added` are local times in the zone of the event.
    """

    rule: str = ""
    skipped: tuple[datetime, ...] = ()
    added: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. `start` and `end` are local times in the IANA `zone`; a `whole_day` has none of its own.

    `uid` is that of the event and `occurrence`, in the same zone, which one of those that repeat it speaks
    of; `sequence` and `stamp` tell a newer word about it from an older one. `description` has several lines,
    `link` is where one joins, where the file says it apart, `files` are the names and links of what is
    attached.
    """

    uid: str
    title: str
    zone: str
    start: datetime
    end: datetime | None = None
    whole_day: bool = False
    occurrence: datetime | None = None
    sequence: int = 0
    stamp: str = ""
    place: str = ""
    link: str = ""
    description: str = ""
    organizer: Guest | None = None
    guests: tuple[Guest, ...] = ()
    repetition: Repetition = Repetition()
    called_off: bool = False
    level: Level = Level.INTERNAL
    files: tuple[tuple[str, str], ...] = ()
