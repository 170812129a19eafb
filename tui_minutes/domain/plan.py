"""A meeting as it is planned, before it is stored: from a form, a file or an earlier meeting (B1-B4, B8)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, MeetingKind


@dataclass(frozen=True, slots=True)
class PlanPerson:
    """Someone who is asked to come (B4)."""

    name: str
    department: str = ""
    title: str = ""
    email: str = ""
    roles: tuple[Role, ...] = (Role.ATTENDEE,)


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An item for the agenda (B3); `minutes` 0: no limit, `carried_from`: the uid of an earlier one."""

    title: str
    minutes: int = 0
    facilitator: str = ""
    prepare: str = ""
    origin: Origin = Origin.PLANNED
    carried_from: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A meeting to be made.

    `start` and `end` are local times without offset in the IANA `zone` (None: the machine's); `language` is
    that of the minutes ("en", "zh", "" for the interface's); `follows` is the uid of the one it continues.
    """

    title: str
    kind: MeetingKind = MeetingKind.REGULAR
    start: datetime | None = None
    end: datetime | None = None
    zone: str | None = None
    place: str = ""
    level: Level = Level.INTERNAL
    goal: str = ""
    expected: tuple[str, ...] = ()
    people: tuple[PlanPerson, ...] = ()
    agenda: tuple[PlanItem, ...] = ()
    language: str = ""
    follows: str | None = None
