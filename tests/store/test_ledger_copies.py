"""A ledger of the benchmarks that is made of copies is like one that was written."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.ledger_copies import multiply
from tests.benchmarks.make_ledger import NOW, fill
from tui_minutes.domain.filters import Filter
from tui_minutes.store import tallies, tracked
from tui_minutes.store.store import Store

OUTCOMES, TIMES = 200, 3


def test_copies_are_found_counted_and_linked_like_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    store = Store.open(path)
    fill(store, OUTCOMES)
    late = store.counts(NOW).late
    store.close()
    multiply(path, TIMES)
    store = Store.open(path)
    try:
        assert tracked.differences() == []
        assert tallies.kept() == tallies.counted()
        assert store.total(Filter(), NOW) == OUTCOMES * TIMES
        assert store.counts(NOW).late == late * TIMES > 0
        assert store.database.pragma("foreign_key_check") is None
        assert store.database.pragma("integrity_check") == "ok"
    finally:
        store.close()
