"""A meeting as it is planned, before it is stored: from a form, a file or an earlier meeting (B1-B4, B8)."""

from __future__ import annotations

from datetime import date, datetime

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.proposals import ProposalKind


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
    """An item for the agenda (B3); `minutes` 0: no limit.

    Where it comes from, by uid: `carried_from` an earlier item, `recurring` what the series always has,
    `question` an unresolved one that is due for feedback, `focus_of` a meeting that made it its next focus.
    `proposals` are worded ahead, each with its kind.
    """

    title: str
    minutes: int = 0
    facilitator: str = ""
    prepare: str = ""
    origin: Origin = Origin.PLANNED
    carried_from: str | None = None
    level: Level | None = None
    recurring: str | None = None
    question: str | None = None
    focus_of: str | None = None
    proposals: tuple[tuple[ProposalKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """Something to be ready before the meeting (B5).

    `check` is the code of a usual one (`checklist.Check`), "" for one of its own, which `text` says. It is to
    be ready `ahead` working days before the start (0: that day), or on the day `due` where that is fixed.
    """

    check: str = ""
    text: str = ""
    who: str = ""
    ahead: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A meeting to be made.

    `start` and `end` are local times without offset in the IANA `zone` (None: the machine's); `language` is
    that of the minutes ("en", "zh", "" for the interface's); `follows` is the uid of the one it continues,
    `slot` its place in the rhythm of their series. `template`, `policy` and `quorum` are those of a series
    that begins with it; `checks` is its checklist, empty for the usual one of its kind.
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
    slot: datetime | None = None
    template: str = ""
    policy: str = ""
    quorum: str = ""
    checks: tuple[PlanCheck, ...] = ()
