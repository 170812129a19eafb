"""How many outcomes there are: counted with every write, read without counting."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from peewee import fn

from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerCounts
from tui_minutes.store.orders import NOTHING, need
from tui_minutes.store.tables import TallyRow, TrackedRow
from tui_minutes.store.tracked_columns import ENDED, REPORTED, TO_DO


def add(sorts: Counter[tuple[str, str]]) -> None:
    """Count outcomes of a kind and status in; a negative number counts them out."""
    for (kind, status), n in sorts.items():
        if n:
            row = TallyRow.insert(name=f"{kind} {status}", n=n)
            row.on_conflict(conflict_target=[TallyRow.name], update={TallyRow.n: TallyRow.n + n}).execute()


def rebuild() -> None:
    """Count all again from the tracked rows."""
    TallyRow.delete().execute()
    add(counted())


def counted() -> Counter[tuple[str, str]]:
    """What the tallies should say: by kind and status, counted one by one."""
    query = TrackedRow.select(TrackedRow.kind, TrackedRow.status, fn.COUNT(TrackedRow.outcome))
    return Counter(
        {(kind, status): n for kind, status, n in query.group_by(TrackedRow.kind, TrackedRow.status).tuples()}
    )


def kept() -> Counter[tuple[str, str]]:
    """What the tallies say."""
    return Counter({(row.name.split()[0], row.name.split()[1]): row.n for row in TallyRow.select() if row.n})


def total() -> int:
    """How many outcomes stand in the ledger."""
    return sum(kept().values())


def counts(now: datetime) -> LedgerCounts:
    """The figures on top of the ledger: statuses as they are kept, days by stretches of an index."""
    statuses: Counter[str] = Counter()
    for (_, status), n in kept().items():
        statuses[status] += n
    to_do = TrackedRow.stage == TO_DO
    late, week = TrackedRow.late_on <= now, TrackedRow.week_from <= now
    reach = TrackedRow.due_key <= (now + timedelta(days=8)).date().isoformat()
    number = fn.COUNT(TrackedRow.outcome)
    found = TrackedRow.select(number.filter(late), number.filter(week & ~late)).where(to_do & reach)
    is_late, this_week = found.tuples().get()
    unacknowledged, stale = TrackedRow.ack_due_on <= now, TrackedRow.stale_on <= now
    silent = TrackedRow.select(number.filter(unacknowledged), number.filter(stale)).where(to_do)
    not_acknowledged, not_updated = silent.tuples().get()
    return LedgerCounts(
        late=is_late,
        due_this_week=this_week,
        unacknowledged=not_acknowledged,
        stale=not_updated,
        unconfirmed=statuses[Status.UNCONFIRMED],
        in_progress=statuses[Status.IN_PROGRESS] + statuses[Status.DELAYED],
        done=statuses[Status.DONE],
        closed=statuses[Status.CLOSED],
    )


def owners_open(now: datetime) -> list[tuple[str, int, int]]:
    """Whoever is responsible for something open: name, how many, how many of these need attention."""
    needing = (need(now) < NOTHING) | ((TrackedRow.stage == REPORTED) & ~TrackedRow.provisional)
    number = fn.COUNT(TrackedRow.outcome)
    query = TrackedRow.select(TrackedRow.owner, number, number.filter(needing))
    query = query.where((TrackedRow.stage < ENDED) & (TrackedRow.owner > ""))
    return list(query.group_by(TrackedRow.owner).order_by(TrackedRow.owner).tuples())
