"""What is to be ready before a meeting, who sees to it, by when, and whether it is (B3, B5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, Meeting, highest
from tui_minutes.domain.policy import Policy
from tui_minutes.domain.preparation import goal_cautions
from tui_minutes.domain.workdays import Calendar

TEA_MINUTES = 90
"""A longer meeting has tea (G3)."""


class Check(StrEnum):
    """What a meeting usually needs (G3), and what an item of its agenda asks for; `nothing` at all."""

    GOAL = "goal"
    PEOPLE = "people"
    NOTICE = "notice"
    MATERIALS = "materials"
    PREPARE = "prepare"
    ROOM = "room"
    EQUIPMENT = "equipment"
    RECORDING = "recording"
    SIGN_IN = "sign_in"
    TEA = "tea"
    NOTHING = "nothing"


_OF_THE_CONVENER = (Check.GOAL, Check.PEOPLE, Check.PREPARE)
_WITH_THE_NOTICE = (Check.GOAL, Check.PEOPLE, Check.NOTICE)
_WITH_THE_MATERIALS = (Check.MATERIALS, Check.PREPARE)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one thing to be ready; what is empty is as usual.

    `check` is None for one of its own, which `text` says; for PREPARE `text` is what the agenda item asks. It
    is to be ready `ahead` working days before the start, or on the day `due`.
    """

    uid: str = ""
    check: Check | None = None
    text: str = ""
    who: str = ""
    ahead: int | None = None
    due: date | None = None
    note: str = ""
    done_at: datetime | None = None
    done_by: str = ""


@dataclass(frozen=True, slots=True)
class Preparing:
    """A meeting that is prepared: agenda, people, stored checklist, whether its notice is out."""

    meeting: Meeting
    agenda: tuple[AgendaItem, ...] = ()
    people: tuple[Participant, ...] = ()
    kept: tuple[Kept, ...] = ()
    noticed: bool = False

    def first(self, *roles: Role) -> str:
        """Who has the first of the roles that somebody has; "" for nobody."""
        named = (person.name for role in roles for person in self.people if role in person.roles)
        return next(named, "")


@dataclass(frozen=True, slots=True)
class Preparation:
    """One thing to be ready, by `who` until the day `due` (None without a date).

    `key` finds it, stored or not: the code of its check, the uid of the agenda item that asks for it, or that
    of its row where it is one of its own, or a second one of the same check. `about` is the title of the
    item, or the place of the meeting. What is done `by_itself` can be seen from the meeting.
    """

    key: str
    kept: Kept
    who: str
    due: date | None
    level: Level
    about: str = ""
    by_itself: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it is ready."""
        return self.by_itself or self.kept.done_at is not None

    def is_late(self, today: date) -> bool:
        """Whether it should have been ready before `today`."""
        return not self.is_done and self.due is not None and self.due < today


def usual(meeting: Meeting) -> tuple[Check, ...]:
    """What a meeting without a checklist of its own needs; tea when it is long."""
    tea = meeting.planned_minutes > TEA_MINUTES
    besides = (Check.PREPARE, Check.NOTHING) if tea else (Check.PREPARE, Check.NOTHING, Check.TEA)
    return tuple(one for one in Check if one not in besides)


def checklist(preparing: Preparing, policy: Policy, calendar: Calendar) -> tuple[Preparation, ...]:
    """All that is to be ready: what is kept, else the usual; and what the agenda asks of people."""
    found: dict[str, Preparation] = {}
    for kept, item in _all(preparing):
        own = preparing.meeting.level
        key = item.uid if item else kept.check or kept.uid
        key = kept.uid if key in found else key
        found[key] = Preparation(
            key=key,
            kept=kept,
            who=kept.who or _sees_to(kept.check, item, preparing),
            due=_due(kept, preparing.meeting, policy, calendar),
            level=highest(own, item.level or own) if item else own,
            about=_about(kept, item, preparing.meeting),
            by_itself=_by_itself(kept.check, preparing),
        )
    return tuple(found.values())


def _about(kept: Kept, item: AgendaItem | None, meeting: Meeting) -> str:
    if item:
        return item.title
    return meeting.place if kept.check is Check.ROOM else ""


def _all(preparing: Preparing) -> Iterator[tuple[Kept, AgendaItem | None]]:
    """What is to be ready, with the agenda item that asks for it; what no item asks for any more is left."""
    asked = [item for item in preparing.agenda if item.prepare]
    for kept in preparing.kept or [Kept(check=check) for check in usual(preparing.meeting)]:
        if kept.check not in (Check.PREPARE, Check.NOTHING):
            yield kept, None
        elif item := next((one for one in asked if one.prepare == kept.text), None):
            asked.remove(item)
            yield kept, item
        if kept.check is Check.MATERIALS and not preparing.kept:
            yield from ((Kept(check=Check.PREPARE, text=one.prepare), one) for one in asked)
    if preparing.kept:
        yield from ((Kept(check=Check.PREPARE, text=one.prepare), one) for one in asked)


def _sees_to(check: Check | None, item: AgendaItem | None, preparing: Preparing) -> str:
    if item and item.facilitator:
        return item.facilitator
    if check in _OF_THE_CONVENER:
        return preparing.first(Role.CONVENER, Role.CHAIR)
    return preparing.first(Role.RECORDER) or preparing.meeting.recorder


def _due(kept: Kept, meeting: Meeting, policy: Policy, calendar: Calendar) -> date | None:
    """The day by which it is to be ready, counted back from that of the meeting where it is not fixed."""
    if kept.due or meeting.planned_start is None:
        return kept.due
    ahead = kept.ahead if kept.ahead is not None else usually_ahead(kept.check, policy)
    return None if ahead is None else calendar.add_workdays(meeting.planned_start.date(), -ahead)[0]


def usually_ahead(check: Check | None, policy: Policy) -> int | None:
    """How many working days before the meeting it is usually ready; None where no day is usual."""
    if check is None:
        return None
    if check in _WITH_THE_NOTICE:
        return policy.notice_workdays
    if check in _WITH_THE_MATERIALS:
        return policy.materials_workdays
    return 1 if check is Check.ROOM else 0


def _by_itself(check: Check | None, preparing: Preparing) -> bool:
    """Whether the meeting itself shows that it is done, beyond doubt: that a room is booked it does not."""
    match check:
        case Check.GOAL:
            return bool(preparing.agenda) and not goal_cautions(preparing.meeting.goal)
        case Check.PEOPLE:
            return len(preparing.people) > 1 and bool(preparing.first(Role.CHAIR))
        case Check.NOTICE:
            return preparing.noticed
        case Check.ROOM:
            return "://" in preparing.meeting.place
    return False
