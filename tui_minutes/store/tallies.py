"""How many outcomes there are: counted with every write, read without counting."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from peewee import Expression, fn

from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerCounts
from tui_minutes.store.orders import NOTHING, need
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import TallyRow, TrackedRow
from tui_minutes.store.tracked_columns import ENDED, REPORTED

DUE_IN_A_WEEK = timedelta(days=8)
"""What is due this week is late within that, on whichever day the clocks are changed."""


def add(sorts: Counter[tuple[str, str]]) -> None:
    """Count outcomes of a kind and status in; a negative number counts them out."""
    for (kind, status), n in sorts.items():
        if n:
            _COUNT.stored(f"{kind} {status}", n)


_COUNT = Prepared(
    TallyRow,
    lambda name, n: TallyRow.insert(name=name, n=n).on_conflict(
        conflict_target=[TallyRow.name], update={TallyRow.n: TallyRow.n + n}
    ),
)


def rebuild() -> None:
    """Count all again from the tracked rows."""
    TallyRow.delete().execute()
    add(counted())


def counted() -> Counter[tuple[str, str]]:
    """What the tallies should say: by kind and status, counted one by one."""
    sort = (TrackedRow.kind, TrackedRow.status)
    query = TrackedRow.select(*sort, fn.COUNT(TrackedRow.outcome)).group_by(*sort)
    return Counter({(kind, status): n for kind, status, n in columns(query)})


def kept() -> Counter[tuple[str, str]]:
    """What the tallies say."""
    return Counter({_sort(row.name): row.n for row in TallyRow.select() if row.n})


def _sort(name: str) -> tuple[str, str]:
    kind, _, status = name.partition(" ")
    return kind, status


def total() -> int:
    """How many outcomes stand in the ledger."""
    return sum(kept().values())


def counts(now: datetime) -> LedgerCounts:
    """The figures on top of the ledger: statuses as they are kept, days by stretches of an index."""
    statuses: Counter[str] = Counter()
    for (_, status), n in kept().items():
        statuses[status] += n
    due_this_week = TrackedRow.late_on.between(now, now + DUE_IN_A_WEEK) & (TrackedRow.week_from <= now)
    return LedgerCounts(
        late=_number(TrackedRow.late_on <= now),
        due_this_week=_number(due_this_week & (TrackedRow.late_on > now)),
        unacknowledged=_number(TrackedRow.ack_due_on <= now),
        stale=_number(TrackedRow.stale_on <= now),
        unconfirmed=statuses[Status.UNCONFIRMED],
        in_progress=statuses[Status.IN_PROGRESS] + statuses[Status.DELAYED],
        done=statuses[Status.DONE],
        closed=statuses[Status.CLOSED],
    )


def _number(condition: Expression) -> int:
    return int(TrackedRow.select(fn.COUNT(TrackedRow.outcome)).where(condition).scalar())


def owners_open(now: datetime) -> list[tuple[str, int, int]]:
    """Whoever is responsible for something open: name, how many, how many of these need attention."""
    needing = (need(now) < NOTHING) | ((TrackedRow.stage == REPORTED) & ~TrackedRow.provisional)
    number = fn.COUNT(TrackedRow.outcome)
    query = TrackedRow.select(TrackedRow.owner, number, number.filter(needing))
    query = query.where((TrackedRow.stage < ENDED) & (TrackedRow.owner > ""))
    found = columns(query.group_by(TrackedRow.owner).order_by(TrackedRow.owner))
    return [(owner, opened, needy) for owner, opened, needy in found]
