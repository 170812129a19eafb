"""Agenda items and their time, always computed from stored spans and an instant given (B3, D1, D2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level

MOST_ITEMS = 5
"""More core items than this are flagged (G1, B3)."""

LONGEST_ITEM = 24 * 60
"""Minutes an agenda item may be given."""


class ItemState(StrEnum):
    """What became of an agenda item; `offline` is taken up outside the meeting (会后专项)."""

    PENDING = "pending"
    OPEN = "open"
    DONE = "done"
    DEFERRED = "deferred"
    OFFLINE = "offline"


class Origin(StrEnum):
    """How an item came onto the agenda.

    `carried` goes on with an earlier item, `follow_up` walks through what is open, `recurring` is what the
    series always has, `question` one that is due for feedback, `focus` what the last readback named (E2).
    """

    PLANNED = "planned"
    TOPIC = "topic"
    CARRIED = "carried"
    FOLLOW_UP = "follow_up"
    RECURRING = "recurring"
    QUESTION = "question"
    FOCUS = "focus"


class Tone(StrEnum):
    """How a timer feels: amber when little is left, red when over (D1)."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, `end` None while it runs. UTC instants."""

    start: datetime
    end: datetime | None = None

    def length(self, now: datetime) -> timedelta:
        """How long it lasted, or has lasted by `now`; never negative, whatever a clock did."""
        return max((self.end or now) - self.start, timedelta(0))


def total(spans: tuple[Span, ...], now: datetime) -> timedelta:
    """The sum of `spans` by `now`."""
    return sum((span.length(now) for span in spans), timedelta(0))


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One agenda item. `minutes` and `extra` (added by extension) are minutes; 0 means no limit."""

    uid: str
    position: int
    title: str
    minutes: int = 0
    extra: int = 0
    facilitator: str = ""
    prepare: str = ""
    state: ItemState = ItemState.PENDING
    origin: Origin = Origin.PLANNED
    level: Level | None = None
    carried_from: str | None = None
    spans: tuple[Span, ...] = ()

    @property
    def allotted(self) -> timedelta:
        """The time it may take, extensions included."""
        return timedelta(minutes=self.minutes + self.extra)

    def spent(self, now: datetime) -> timedelta:
        """The time it has taken by `now`."""
        return total(self.spans, now)

    def left(self, now: datetime) -> timedelta:
        """What is left of its time; negative when over."""
        return self.allotted - self.spent(now)

    def tone(self, now: datetime) -> Tone:
        """Amber in the last fifth (or the last minute), red when over; calm without a limit."""
        if not self.allotted:
            return Tone.CALM
        left = self.left(now)
        if left < timedelta(0):
            return Tone.RED
        return Tone.AMBER if left <= max(self.allotted / 5, timedelta(minutes=1)) else Tone.CALM

    @property
    def was_opened(self) -> bool:
        """Whether it was ever on the table."""
        return bool(self.spans)

    @property
    def goes_on(self) -> bool:
        """Whether the next meeting takes it up: put off, or never opened."""
        return self.state is ItemState.DEFERRED or (self.state is ItemState.PENDING and not self.was_opened)


def elapsed(started_at: datetime | None, breaks: tuple[Span, ...], now: datetime) -> timedelta:
    """The meeting's own time by `now`: since its start, breaks left out (D1)."""
    if started_at is None:
        return timedelta(0)
    return max(now - started_at - total(breaks, now), timedelta(0))
