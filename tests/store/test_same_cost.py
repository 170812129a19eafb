"""Whatever people look at takes as many statements in a small ledger as in a large one, and no walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.benchmarks.make_ledger import NOW, fill
from tests.statements import plan, statements
from tui_minutes.domain.command import Command
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.period import month_of
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import reminders, reviews, standup_rounds, standups
from tui_minutes.store.orders import ORDERS
from tui_minutes.store.paging import END
from tui_minutes.store.store import Store

ZONE = ZoneInfo("Asia/Shanghai")
SOUGHT = ("预算", "表", "lx 预算", "owner:林晓", "is:late", "is:closed kind:action", "-dept:市场部 is:open")


@dataclass(frozen=True)
class Cost:
    """What one look at a ledger asks of SQLite: the statements, and the steps of their plans."""

    statements: tuple[str, ...]
    steps: frozenset[str]


def looks(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    """All that is shown of a ledger: the tracker, Home, a standup, a review, reminders."""
    for order in ORDERS:
        last = store.page(Filter(), order, NOW).last
        yield f"first page by {order}", partial(store.page, Filter(), order, NOW)
        yield f"next page by {order}", partial(store.page, Filter(), order, NOW, after=last)
        yield f"last page by {order}", partial(store.page, Filter(), order, NOW, before=END)
    for text in SOUGHT:
        wanted = parse_filter(text, date(2026, 11, 20), zone=UTC)
        yield f"first page of {text}", partial(store.page, wanted, "attention", NOW)
        yield f"how many of {text}", partial(store.total, wanted, NOW)
    yield "figures", partial(store.counts, NOW)
    yield "owners", partial(store.owners_open, NOW)
    yield "one outcome", partial(store.row, "A-057")
    uid = standups.begin(store, Command.new(NOW, "林晓", "林晓"), Grouping.OWNER, ZONE.key)
    standup = standup_rounds.standup_of(store, uid)
    yield "a round", partial(standup_rounds.matters_of, store, standup, "林晓", NOW)
    yield "a review", partial(reviews.read, store, month_of(date(2026, 10, 1)), NOW, ZONE, reveal=True)
    yield "reminders", partial(reminders.due_letters, store, NOW, Rules())


def cost(store: Store, look: Callable[[], object]) -> Cost:
    with statements(store) as said:
        look()
    asked = [one for one in said if one.startswith(("SELECT", "WITH"))]
    plans = [step for one in asked for step in plan(store, one)]
    return Cost(tuple(asked), frozenset(plans))


def costs(path: Path, outcomes: int) -> Mapping[str, Cost]:
    store = Store.open(path)
    try:
        fill(store, outcomes)
        return {name: cost(store, look) for name, look in looks(store)}
    finally:
        store.close()


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, Cost], Mapping[str, Cost]]:
    """What each look costs at 200 and at 2,000 outcomes."""
    folder = tmp_path_factory.mktemp("ledgers")
    return costs(folder / "small.db", 200), costs(folder / "large.db", 2_000)


def test_ten_times_the_outcomes_take_as_many_statements(
    ledgers: tuple[Mapping[str, Cost], Mapping[str, Cost]],
) -> None:
    """Of a page it is only known at most how many: it goes on as far as the stretches of its order."""
    small, large = ({name: len(one.statements) for name, one in costs.items()} for costs in ledgers)
    pages = {name for name in large if "page" in name}
    assert {name: n for name, n in large.items() if name not in pages} == {
        name: n for name, n in small.items() if name not in pages
    }
    assert max(large[name] for name in pages) < 30


def test_no_page_is_counted_off_from_the_beginning(
    ledgers: tuple[Mapping[str, Cost], Mapping[str, Cost]],
) -> None:
    pages = [one for name, cost in ledgers[1].items() if "page" in name for one in cost.statements]
    assert pages
    assert [one for one in pages if "OFFSET" in one] == []


def test_no_look_walks_through_a_table(ledgers: tuple[Mapping[str, Cost], Mapping[str, Cost]]) -> None:
    walks = {
        (name, step)
        for name, one in ledgers[1].items()
        for step in one.steps
        if step.startswith("SCAN t") and "INDEX" not in step
    }
    assert walks == {("figures", "SCAN t1")}, "the tallies, a handful"
