"""The tracker on a long ledger: read in stretches, from wherever one looks, and never as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.benchmarks.make_ledger import NOW, fill
from tests.statements import statements
from tests.support import Clock, run_app, shown
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.tracking import GROUPINGS, LedgerRow
from tui_minutes.screens.tracker_pager import ORDERS, LedgerPager
from tui_minutes.store import filtering, ledger
from tui_minutes.store.store import Store
from tui_minutes.widgets.showing import Showing

MANY = 1_200
SHOWING = Showing(NOW, ZoneInfo("Asia/Shanghai"), revealed=True)
STRETCH = 50


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Years of outcomes; tests only read."""
    one = Store.open(tmp_path_factory.mktemp("long") / "minutes.db")
    fill(one, MANY)
    yield one
    one.close()


def numbers(pager: LedgerPager, first: int) -> list[str]:
    return [row.outcome.number for row in pager.read(first, STRETCH)]


@pytest.mark.parametrize("order", ORDERS)
def test_forward_backward_and_by_a_jump_the_rows_are_the_same(store: Store, order: str) -> None:
    def pager() -> LedgerPager:
        return LedgerPager(store, Filter(), order, "", SHOWING)

    firsts = range(0, pager().length, STRETCH)
    forward, backward = pager(), pager()
    down = [numbers(forward, first) for first in firsts]
    up = [numbers(backward, first) for first in reversed(firsts)][::-1]
    jumps = [numbers(pager(), first) for first in firsts[::7]]
    assert down == up
    assert down[::7] == jumps
    assert len({number for part in down for number in part}) == pager().length


def test_what_was_looked_up_to_be_sorted_is_not_counted_as_well(store: Store) -> None:
    for text, few in (("owner:林晓", True), ("is:ended", False)):
        wanted = parse_filter(text, SHOWING.today)
        with statements(store) as said:
            length = LedgerPager(store, wanted, "due", "", SHOWING).length
        assert length == store.total(wanted, NOW)
        assert ("COUNT(" not in " ".join(said)) == few


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["", "is:open", "owner:林晓"])
def test_the_place_of_a_row_is_where_it_is_read(store: Store, order: str, text: str) -> None:
    pager = LedgerPager(store, parse_filter(text, SHOWING.today), order, "", SHOWING)
    for first in range(0, pager.length, 97):
        [row] = pager.read(first, 1)
        assert pager.place(row.outcome.uid) == first


@pytest.mark.parametrize("grouped", [one for one in GROUPINGS if one])
def test_headings_stand_where_the_value_changes(store: Store, grouped: str) -> None:
    wanted = parse_filter("is:open", SHOWING.today)
    pager = LedgerPager(store, wanted, "due", grouped, SHOWING)
    assert sum(group.size for group in pager.groups) == pager.length > 0
    place = 0
    for group in pager.groups:
        row = pager.read(place, 1)[0]
        told = {
            "owner": (row.outcome.owners or ("",))[0],
            "meeting": row.meeting_number,
            "department": row.outcome.department,
            "status": row.outcome.status,
        }
        assert told[grouped] == group.key
        assert pager.place(row.outcome.uid) == place
        place += group.size


def test_what_is_wanted_is_looked_up_once_however_often_it_is_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Filter] = []
    condition = filtering.condition

    def counted(wanted: Filter, *args: Any, **options: Any) -> Any:
        asked.append(wanted)
        return condition(wanted, *args, **options)

    monkeypatch.setattr(filtering, "condition", counted)
    pager = LedgerPager(store, parse_filter("is:open", SHOWING.today), "due", "", SHOWING)
    before = len(asked)
    for first in (0, 10, 0, 20):
        assert pager.place(pager.read(first, 10)[0].outcome.uid) == first
    assert len(asked) == before


async def test_a_screenful_is_read_not_the_ledger(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    of_keys = ledger.of_keys

    def counted(keys: Sequence[int]) -> tuple[LedgerRow, ...]:
        read.append(len(keys))
        return of_keys(keys)

    monkeypatch.setattr("tui_minutes.app.MinutesApp._warm_up", lambda _: None)  # with it all is drawn again
    monkeypatch.setattr(ledger, "of_keys", counted)
    monkeypatch.setattr(ledger, "rows", None)  # nobody asks for the whole
    async with run_app(store, size=(80, 24), clock=Clock(NOW)) as pilot:
        read.clear()
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert f"{MANY} outcomes" in shown(pilot.app)
        assert sum(read) <= 50
        await pilot.press("G")
        await pilot.pause()
        assert sum(read) <= 200
        await pilot.press("j", "k", "k")
        assert sum(read) <= 200, "a key beside what was read reads nothing"
