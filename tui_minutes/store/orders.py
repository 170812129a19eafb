"""The orders of the ledger: chains of segments, each of them a stretch of an index read in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from peewee import SQL, Case, Expression, Field

from tui_minutes.domain.attending import Need
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import ENDED as OVER
from tui_minutes.domain.outcomes import Status
from tui_minutes.store.tables import TrackedRow
from tui_minutes.store.tracked_columns import ENDED, NO_DATE, REPORTED, TO_DO

EVERYTHING = SQL("1")
"""The condition of every row: it chooses no index."""

BY_DUE = (TrackedRow.due_key, TrackedRow.outcome)
"""The keys of most segments; the row's own key makes every place one of its kind."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows for which `condition` holds, by `keys`, of which the last is the row's own.

    `need` is the place in `Need` of what all its rows need most urgently, where they are told apart by that.
    A `long` one may hold most of the ledger: what is wanted is looked for in it before it is walked through.
    """

    condition: Any
    keys: tuple[Field[Any], ...] = BY_DUE
    descending: bool = False
    need: int | None = None
    long: bool = False


def segments(order: str, now: datetime) -> tuple[Segment, ...]:
    """The segments of an order, one of `ORDERS`, at the instant `now`."""
    return tuple(ORDERS[order](now))


def need(now: datetime) -> Any:
    """The place in `Need` of what a row that is to be done needs most urgently; after all others, nothing."""
    stale = TrackedRow.stale_on <= now
    return Case(
        None,
        (
            (TrackedRow.late_on <= now, _PLACE[Need.LATE]),
            (TrackedRow.today_from <= now, _PLACE[Need.DUE_TODAY]),
            (TrackedRow.unclear & ~TrackedRow.provisional, _PLACE[Need.UNCLEAR]),
            (TrackedRow.ack_due_on <= now, _PLACE[Need.UNACKNOWLEDGED]),
            (stale & TrackedRow.promised, _PLACE[Need.FEEDBACK]),
            (stale, _PLACE[Need.STALE]),
            (TrackedRow.lacking, _PLACE[Need.LACKING]),
            (TrackedRow.week_from <= now, _PLACE[Need.DUE_THIS_WEEK]),
        ),
        NOTHING,
    )


_PLACE = {need: place for place, need in enumerate(Need)}
NOTHING = len(Need)

_REACH = {
    Need.LATE: (None, timedelta(hours=14)),
    Need.DUE_TODAY: (-timedelta(hours=12), timedelta(hours=14)),
    Need.DUE_THIS_WEEK: (-timedelta(hours=12), timedelta(days=7, hours=14)),
}
"""How far from this instant the due days of a need may lie, whatever the zone of the meeting."""


def _by_attention(now: datetime) -> Iterator[Segment]:
    """What needs attention as `Need` tells it, the rest of what is open, then what ended last."""
    judged = need(now)
    for one in Need:
        if one is Need.WAITING:
            yield Segment((TrackedRow.stage == REPORTED) & ~TrackedRow.provisional)
        else:
            needing = (TrackedRow.stage == TO_DO) & _reach(one, now) & (judged == _PLACE[one])
            yield Segment(needing, need=_PLACE[one])
    yield Segment((TrackedRow.stage == TO_DO) & (judged == NOTHING), need=NOTHING)
    yield Segment((TrackedRow.stage == REPORTED) & TrackedRow.provisional)
    last_first = (TrackedRow.updated_at, TrackedRow.outcome)
    yield Segment(TrackedRow.stage == ENDED, last_first, descending=True, long=True)


def _reach(one: Need, now: datetime) -> Expression:
    begin, end = _REACH.get(one, (None, None))
    first = (now.astimezone(UTC) + begin).date().isoformat() if begin is not None else ""
    last = (now.astimezone(UTC) + end).date().isoformat() if end is not None else NO_DATE
    return TrackedRow.due_key.between(first, last)


def _keyed(*keys: Field[Any], descending: bool = False) -> Callable[[datetime], Iterator[Segment]]:
    """One segment of all rows."""
    return lambda _now: iter([Segment(EVERYTHING, (*keys, TrackedRow.outcome), descending)])


def _named(name: Field[Any]) -> Callable[[datetime], Iterator[Segment]]:
    """By name, then by due with the ended ones last; those without a name at the end."""
    keys = (name, TrackedRow.stage, *BY_DUE)
    return lambda _now: iter([Segment(name > "", keys), Segment(name == "", keys)])


def _by_status(_now: datetime) -> Iterator[Segment]:
    for status in Status:
        yield Segment(TrackedRow.status == status, long=status in OVER)


ORDERS: dict[str, Callable[[datetime], Iterator[Segment]]] = {
    "attention": _by_attention,
    "due": _keyed(TrackedRow.stage, TrackedRow.due_key),
    "number": _keyed(TrackedRow.kind, TrackedRow.number),
    "owner": _named(TrackedRow.owner),
    "status": _by_status,
    "priority": _keyed(TrackedRow.priority, TrackedRow.stage, TrackedRow.due_key),
    "updated": _keyed(TrackedRow.updated_at, descending=True),
    "meeting": _keyed(TrackedRow.meeting, descending=True),
    "department": _named(TrackedRow.department),
}
"""What the ledger can be sorted by."""

HEADINGS: dict[str, Field[Any]] = {
    "owner": TrackedRow.owner,
    "department": TrackedRow.department,
    "status": TrackedRow.status,
    "meeting": TrackedRow.meeting,
}
"""What the rows of an order can be grouped by."""
