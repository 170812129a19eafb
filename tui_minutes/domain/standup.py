"""A standup: round by round, what changed since the last one, what needs attention, the rest (T9)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from tui_minutes.domain.agenda import Tone
from tui_minutes.domain.attending import Need, Reason, needs
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.outcomes import sort_number
from tui_minutes.domain.standup_news import News
from tui_minutes.domain.tracking import LedgerRow

FIRST_LOOK = timedelta(days=7)
"""The first standup has none before it: it tells what changed in the week before."""


class Grouping(StrEnum):
    """What a round is about."""

    OWNER = "owner"
    DEPARTMENT = "department"
    MEETING = "meeting"


class Section(StrEnum):
    """The parts of a round, in the order they are talked about.

    `helping` is what others answer for and the person shown helps with.
    """

    CHANGED = "changed"
    NEEDING = "needing"
    REST = "rest"
    HELPING = "helping"


@dataclass(frozen=True, slots=True)
class Standup:
    """What makes `meeting` a standup. `department` is whose it is, "" for all; `seconds_each` 0 for no timer.

    `after_change`, `begun_change` and `last_change` are places in the history of all outcomes: where the
    standup before had ended, where this one began, and where it ended (None while it runs). `since` is when
    the one before ended, None for a first one.
    """

    meeting: Meeting
    grouped_by: Grouping = Grouping.OWNER
    department: str = ""
    seconds_each: int = 0
    since: datetime | None = None
    after_change: int = 0
    begun_change: int = 0
    last_change: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What a round may be about: a person, a department or a meeting by `name`, "" for what has none."""

    name: str
    open: int = 0
    needing: int = 0


def ordered(groups: Iterable[Group]) -> list[Group]:
    """Those with most that needs attention first, then by name; what nobody owns last.

    Standups run out of time: who waits for help is heard while everybody still listens, and what has no
    owner is given to somebody once all have said how much they have to do.
    """
    return sorted(groups, key=lambda group: (not group.name, -group.needing, group.name))


@dataclass(frozen=True, slots=True)
class Matter:
    """One outcome in a round: what happened to it since the last standup and in this one, why it needs us."""

    row: LedgerRow
    section: Section
    since: News | None = None
    now: News | None = None
    reasons: tuple[Reason, ...] = ()


def matters(
    rows: Iterable[LedgerRow],
    since: Mapping[str, News],
    now: Mapping[str, News],
    at: datetime,
    *,
    helping: Collection[str] = (),
    placed: Mapping[str, Section] | None = None,
) -> tuple[Matter, ...]:
    """The `rows` of a round at the instant `at`, in the order they are talked about.

    `since` and `now` are what happened before and in this standup, by uid; `helping` the uids of what others
    answer for. Those in `placed` stay in that section: nothing jumps away while it is talked about.
    """
    found = []
    for row in rows:
        uid, reasons = row.outcome.uid, needs(row, at)
        section = (placed or {}).get(uid) or _section(uid, reasons, since, helping)
        found.append(Matter(row, section, since.get(uid), now.get(uid), reasons))
    return tuple(sorted(found, key=_place))


def _section(
    uid: str, reasons: tuple[Reason, ...], since: Mapping[str, News], helping: Collection[str]
) -> Section:
    if uid in helping:
        return Section.HELPING
    if uid in since:
        return Section.CHANGED
    return Section.NEEDING if reasons else Section.REST


def _place(matter: Matter) -> tuple[int, bool, int, date, tuple[str, int]]:
    """By section; what is open before what has ended; by urgency, by due date, by number."""
    one, order = matter.row.outcome, list(Need)
    urgency = order.index(matter.reasons[0].need) if matter.reasons else len(order)
    section = list(Section).index(matter.section)
    return section, not one.is_open, urgency, one.due or date.max, sort_number(one.number)


def group_of(row: LedgerRow, grouping: Grouping) -> str:
    """The name of the round that `row` belongs to: of the first responsible one, who answers for it."""
    match grouping:
        case Grouping.OWNER:
            return row.outcome.owners[0] if row.outcome.owners else ""
        case Grouping.DEPARTMENT:
            return row.outcome.department
        case Grouping.MEETING:
            return row.meeting_number


def time_left(seconds_each: int, spent: timedelta) -> timedelta | None:
    """What is left of a round's time, negative when over; None without a timer."""
    return timedelta(seconds=seconds_each) - spent if seconds_each else None


def tone(seconds_each: int, left: timedelta | None) -> Tone:
    """Amber in the last fifth of a round, red when it is over."""
    if left is None:
        return Tone.CALM
    if left < timedelta(0):
        return Tone.RED
    return Tone.AMBER if left <= timedelta(seconds=seconds_each) / 5 else Tone.CALM
