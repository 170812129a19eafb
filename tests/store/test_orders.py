"""The order of attention is the one that the rules of the domain tell; every list is read from an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from tests.benchmarks.make_ledger import NOW, fill
from tests.statements import plan, statements
from tui_minutes.domain.attending import Need, needs
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store.orders import HEADINGS, ORDERS
from tui_minutes.store.paging import END
from tui_minutes.store.store import Store

OUTCOMES = 1_500
FILTERS = (
    "", "is:open", "is:ended", "is:late", "is:stale", "is:unacknowledged", "is:attention", "is:today",
    "is:week", "is:unclear", "is:lacking", "is:waiting", "is:feedback", "is:delayed", "is:closed",
    "owner:林晓", "owner:none", "cc:林晓", "dept:市场部", "kind:decision", "priority:urgent",
    "meeting:M-2026", "number:A-057", "due:2026-11", "due<2026-10-01", "due:none", "created:2026-11",
    "updated:2026-10", "done:2026-10", "#预算", "预算", "表", "lx 预算",
    "owner:林晓 is:open 预算", "-kind:action is:late",
)  # fmt: skip
FAR = NOW + timedelta(days=12)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A ledger of some size."""
    one = Store.open(tmp_path_factory.mktemp("ledger") / "minutes.db")
    fill(one, OUTCOMES)
    yield one
    one.close()


def wanted(text: str) -> Filter:
    return parse_filter(text, date(2026, 11, 20), zone=UTC)


def rank(row: LedgerRow, now: datetime) -> tuple[object, ...]:
    """Where the domain puts a row: by first need and due date, of what needs nothing what is done last; at
    the end what has ended, newest first.
    """
    one, reasons = row.outcome, needs(row, now)
    if not one.is_open:
        return (len(Need) + 1, -(one.updated_at or now).timestamp())
    place = list(Need).index(reasons[0].need) if reasons else len(Need)
    return place, one.status is Status.DONE, (one.due or date.max).toordinal()


@pytest.mark.parametrize("days", [-30, 0, 1, 12, 60])
def test_attention_comes_in_the_order_of_the_domain(store: Store, days: int) -> None:
    now = NOW + timedelta(days=days)
    rows = store.page(Filter(), "attention", now, limit=OUTCOMES).rows
    ranks = [rank(row, now) for row in rows]
    assert len(rows) == OUTCOMES
    assert ranks == sorted(ranks)


def test_headings_count_the_rows_below_them(store: Store) -> None:
    for by in HEADINGS:
        rows = store.page(wanted("is:open"), by, NOW, limit=OUTCOMES).rows
        names: dict[str, Callable[[LedgerRow], str]] = {
            "owner": lambda row: next(iter(row.outcome.owners), ""),
            "department": lambda row: row.outcome.department,
            "status": lambda row: str(row.outcome.status),
            "meeting": lambda row: row.meeting_number,
        }
        told = [names[by](row) for row in rows]
        headings = store.groups(wanted("is:open"), by, NOW)
        assert told == [name for name, count in headings for _ in range(count)], by


def test_statuses_come_in_their_order(store: Store) -> None:
    headings = [name for name, _ in store.groups(Filter(), "status", NOW)]
    assert headings == [status for status in Status if status in headings]


@pytest.fixture
def said(store: Store) -> Iterator[list[str]]:
    """The statements that SQLite is given, their values filled in."""
    with statements(store) as told:
        yield told


def is_slow(step: str) -> bool:
    """Whether a step reads the whole table without an index, or sorts what it has read."""
    return step == "SCAN t1" or step.endswith("TEMP B-TREE FOR ORDER BY")


@pytest.mark.parametrize("text", FILTERS)
def test_every_list_is_read_from_an_index(
    store: Store, said: list[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("tui_minutes.store.paging.FEW", 0)
    for order in ORDERS:
        page = store.page(wanted(text), order, FAR, limit=20)
        store.page(wanted(text), order, FAR, after=page.last, limit=20)
        store.page(wanted(text), order, FAR, before=END, limit=20)
        store.listing(wanted(text), order, FAR).at(30)
    for by in HEADINGS:
        store.groups(wanted(text), by, FAR)
    store.counts(FAR)
    lists = [statement for statement in said if 'FROM "tracked" AS "t1"' in statement]
    reads = [statement for statement in lists if "json_each" not in statement]  # a few, looked up and sorted
    assert len(reads) > len(ORDERS)
    slow = {(step, statement) for statement in reads for step in plan(store, statement) if is_slow(step)}
    assert slow == set()


def test_a_page_takes_as_many_statements_as_any_other(store: Store, said: list[str]) -> None:
    counts = set()
    for order, limit in product(("number", "updated", "due"), (10, 50, 200)):
        said.clear()
        store.page(Filter(), order, NOW, limit=limit)
        counts.add(len(said))
    assert len(counts) == 1
    assert max(counts) < 25


def test_many_rows_are_told_without_reading_what_does_not_belong_to_them(
    store: Store, said: list[str]
) -> None:
    uids = [row.outcome.uid for row in store.page(Filter(), "number", NOW, limit=900).rows]
    said.clear()
    assert [row.outcome.uid for row in store.rows_of(uids)] == uids
    reads = [statement for statement in said if statement.startswith("SELECT")]
    scans = {
        step
        for one in reads
        for step in plan(store, one)
        if step.startswith("SCAN") and "json_each" not in step
    }
    assert scans == set()
