"""A meeting and the words for what it is: kind, phase, confidentiality (B1, B2, E2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass

CHECK_IN_OPENS = timedelta(minutes=5)
"""So long before the scheduled start people are checked in (C1)."""

SUM_UP = timedelta(minutes=10)
"""So long before the scheduled end it is time to sum up (D1)."""


class Phase(StrEnum):
    """Where a meeting stands; they follow one another in this order, or end in `cancelled`.

    A light meeting (a standup) is not signed: from `in_session` it goes to `held`. So is one that was not
    held here, from which an existing ledger was taken over. Of one that is `purged` only numbers and dates
    are left.
    """

    PLANNED = "planned"
    CHECK_IN = "check_in"
    IN_SESSION = "in_session"
    READBACK = "readback"
    SIGNED = "signed"
    APPROVED = "approved"
    CANCELLED = "cancelled"
    HELD = "held"
    PURGED = "purged"


RUNNING = (Phase.CHECK_IN, Phase.IN_SESSION, Phase.READBACK)
SEALED = (Phase.SIGNED, Phase.APPROVED)
OVER = (Phase.APPROVED, Phase.HELD, Phase.CANCELLED, Phase.PURGED)
"""Where a meeting itself asks for nothing more."""


class MeetingKind(StrEnum):
    """The kinds of meeting the three guides know (B1)."""

    REGULAR = "regular"
    STANDUP = "standup"
    SPECIAL = "special"
    DECISION = "decision"
    COORDINATION = "coordination"
    INCIDENT = "incident"
    RESOURCE = "resource"
    CLIENT = "client"
    REVIEW = "review"
    DECISION_REVIEW = "decision_review"


class Level(StrEnum):
    """Confidentiality, lowest first (保密等级)."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"


def highest(*levels: Level) -> Level:
    """The most confidential of `levels`: outcomes inherit it (B7)."""
    return max(levels, key=list(Level).index)


def is_hidden(level: Level) -> bool:
    """Whether a list that many people see shows this level by number, owner and date only."""
    return level in (Level.CONFIDENTIAL, Level.SECRET)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting.

    `planned_start` and `planned_end` are local times without offset in the IANA `zone`; `started_at` and
    `ended_at` are instants in UTC. `extended` is in minutes beyond the planned end. `language` is that of
    its minutes ("en" or "zh"). `follows` is the uid of the meeting it continues, `series` that of the series
    both belong to, `policy` the preset of rules after which that is followed up, "" for the default. A
    `light` meeting is a standup: kept and numbered, neither read back nor signed (T9).
    """

    uid: str
    number: str
    title: str
    zone: str
    kind: MeetingKind = MeetingKind.REGULAR
    phase: Phase = Phase.PLANNED
    goal: str = ""
    expected: tuple[str, ...] = ()
    place: str = ""
    planned_start: datetime | None = None
    planned_end: datetime | None = None
    level: Level = Level.INTERNAL
    language: str = "en"
    started_at: datetime | None = None
    ended_at: datetime | None = None
    extended: int = 0
    follows: str | None = None
    next_start: datetime | None = None
    next_place: str = ""
    next_focus: str = ""
    recorder: str = ""
    series: str | None = None
    policy: str = ""
    light: bool = False
    version: int = 1

    @property
    def planned_minutes(self) -> int:
        """Minutes from planned start to planned end; 0 when either is open."""
        if not (self.planned_start and self.planned_end):
            return 0
        return int((self.planned_end - self.planned_start).total_seconds() // 60)

    def local(self, at: datetime) -> datetime:
        """The instant `at` as wall time in the meeting's zone."""
        return at.astimezone(ZoneInfo(self.zone))

    def instant(self, wall: datetime) -> datetime:
        """The UTC instant of wall time `wall` in the meeting's zone."""
        return wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def scheduled_start(self) -> datetime | None:
        """The instant it should begin, or None for a meeting without a plan."""
        return self.instant(self.planned_start) if self.planned_start else None

    @property
    def scheduled_end(self) -> datetime | None:
        """The instant it should end, extensions included; None without a plan."""
        if not self.planned_end:
            return None
        return self.instant(self.planned_end) + timedelta(minutes=self.extended)

    def time_to_sum_up(self, now: datetime) -> bool:
        """Whether at most ten minutes are left before the scheduled end (D1)."""
        end = self.scheduled_end
        return end is not None and self.phase is Phase.IN_SESSION and now >= end - SUM_UP


def by_stage(meetings: Iterable[Meeting]) -> tuple[list[Meeting], list[Meeting], list[Meeting]]:
    """Those that run, those that are planned (the next first), and all others; else in the order given."""
    found = list(meetings)
    planned = [one for one in found if one.phase is Phase.PLANNED]
    planned.sort(key=lambda one: (f"{one.planned_start or '~'}", one.number))
    over = [one for one in found if one.phase not in (*RUNNING, Phase.PLANNED)]
    return [one for one in found if one.phase in RUNNING], planned, over
