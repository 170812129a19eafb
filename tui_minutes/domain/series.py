"""A series of meetings: its rhythm, what each of them has, and what comes along to the next (B8, E2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Recurring:
    """An agenda item that every meeting of a series has; `minutes` 0: no limit."""

    title: str
    minutes: int = 0
    facilitator: str = ""
    prepare: str = ""
    level: Level | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings that follow one another.

    `rhythm` is None while nobody has said when they take place. `policy` is the preset of rules after which
    they are followed up, `quorum` how many of those with a vote must be there, `template` what they are
    made from; each "" for the usual.
    """

    uid: str
    title: str
    rhythm: Rhythm | None = None
    template: str = ""
    policy: str = ""
    quorum: str = ""
    recurring: tuple[Recurring, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that comes along to the next meeting, as an agenda item.

    `key` names it where one says that it is to be left out. `number` is that of the meeting it comes from, ""
    for what the series always has. What has no `lasting` end here can be left out once only: outcomes are
    closed in the ledger.
    """

    key: str
    item: PlanItem
    number: str = ""
    lasting: bool = True


class EndsBy(StrEnum):
    """Why something does not come along: discussed, taken off line, or closed in the ledger."""

    DISCUSSED = "discussed"
    OFFLINE = "offline"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends here; `number` is that of an outcome, "" for an agenda item."""

    text: str
    by: EndsBy
    level: Level
    number: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """When a meeting is to be: local times without offset in `zone`; `slot` is its place in the rhythm."""

    start: datetime | None = None
    end: datetime | None = None
    zone: str = ""
    slot: datetime | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """What the meeting after `past` would be like: when, who and how many, what comes along, what ends.

    `planned` is one that the series has planned already: what is open can come along to that.
    """

    past: Meeting
    when: When
    people: int
    coming: tuple[Coming, ...]
    ends: tuple[Ending, ...] = ()
    planned: Meeting | None = None

    def into_planned(self, waiting: tuple[Coming, ...]) -> NextMeeting:
        """The same where what is `waiting` comes along to the meeting that is planned already."""
        one = self.planned
        if one is None:
            return self
        when = When(one.planned_start, one.planned_end, one.zone, self.when.slot)
        return replace(self, when=when, coming=waiting)

    def another(self) -> NextMeeting:
        """The same where another meeting is planned all the same."""
        return replace(self, planned=None)
