"""The ledger a page at a time: every order, forward, backward, from the end, from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.meeting import Played, played
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store.orders import ORDERS
from tui_minutes.store.paging import END
from tui_minutes.store.store import Store

ALL = Filter()
LATER = timedelta(days=9)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """A sealed meeting with outcomes of every kind, some of them late."""
    with played(tmp_path_factory.mktemp("ledger") / "minutes.db") as meeting:
        yield _sealed(meeting)


def _sealed(meeting: Played) -> Played:
    meeting.plan().begin()
    for day in range(1, 13):
        meeting.say(
            f"- 第 {day} 份物料 @{'韩磊' if day % 3 else 'Nora Quinn'} 截止 2026-12-{day:02d} -> 物料表"
        )
    meeting.say("- 没有日期 @韩磊")
    meeting.say("- 没有人也没有日期")
    meeting.say("+ 采用 B 方案")
    meeting.say("? 谁出场地费 @方晴 下次反馈：2026-12-01")
    meeting.read_back().seal()
    return meeting


def walk(store: Store, order: str, now: datetime, limit: int) -> list[str]:
    numbers: list[str] = []
    page = store.page(ALL, order, now, limit=limit)
    while page.rows:
        numbers += [row.outcome.number for row in page.rows]
        if not page.more:
            break
        page = store.page(ALL, order, now, after=page.last, limit=limit)
    return numbers


def back(store: Store, order: str, now: datetime, limit: int) -> list[str]:
    numbers: list[str] = []
    page = store.page(ALL, order, now, before=END, limit=limit)
    while page.rows:
        numbers = [row.outcome.number for row in page.rows] + numbers
        if not page.more:
            break
        page = store.page(ALL, order, now, before=page.first, limit=limit)
    return numbers


def numbers_of(rows: tuple[LedgerRow, ...]) -> list[str]:
    return [row.outcome.number for row in rows]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("limit", [1, 5, 50])
def test_pages_lead_through_all_rows_in_both_directions(ledger: Played, order: str, limit: int) -> None:
    whole = walk(ledger.store, order, ledger.now + LATER, 100)
    assert sorted(whole) == sorted(row.outcome.number for row in ledger.store.ledger())
    assert walk(ledger.store, order, ledger.now + LATER, limit) == whole
    assert back(ledger.store, order, ledger.now + LATER, limit) == whole


@pytest.mark.parametrize("order", ORDERS)
def test_a_far_jump_lands_where_counting_would(ledger: Played, order: str) -> None:
    store, now = ledger.store, ledger.now + LATER
    whole, listing = walk(store, order, now, 100), store.listing(ALL, order, now)
    for nth, number in enumerate(whole):
        row = store.row(number)
        assert row is not None
        assert listing.nth(row.outcome.uid) == nth
        place = listing.at(nth)
        following = store.page(ALL, order, now, after=place)
        assert numbers_of(following.rows) == whole[nth + 1 :]
    assert listing.at(len(whole)) is None
