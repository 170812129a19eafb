"""A ledger of 100,000 outcomes beside one of 1,000: `python -m tests.benchmarks.bench_ledger [100000]`.

What the tracker asks of the store: first all of it of the small ledger, then of the large one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import ratio, say
from tests.benchmarks.make_ledger import NOW, fill
from tui_minutes.domain.command import Command
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.services import moves
from tui_minutes.store.orders import ORDERS
from tui_minutes.store.paging import END
from tui_minutes.store.store import Store

SMALL, LARGE = 1_000, 100_000
ROUNDS = 20
ALL = Filter()
Work = Callable[[Store], object]


def searched(text: str) -> Work:
    """A search as typed, with how many rows it finds."""
    wanted = parse_filter(text, date(2026, 11, 20))

    def work(store: Store) -> None:
        store.page(wanted, "attention", NOW)
        store.total(wanted, NOW)

    return work


def next_page(store: Store) -> None:
    """The rows behind the second hundred."""
    place = store.listing(ALL, "attention", NOW).at(20)
    store.page(ALL, "attention", NOW, after=place)


def ordered(order: str) -> Work:
    """The first page in an order, and the one behind it."""

    def work(store: Store) -> None:
        first = store.page(ALL, order, NOW)
        store.page(ALL, order, NOW, after=first.last)

    return work


def far_jump(store: Store) -> None:
    """Into the middle of what has ended."""
    nth = store.total(ALL, NOW) // 2
    store.page(ALL, "attention", NOW, after=store.listing(ALL, "attention", NOW).at(nth))


_nth = count()


def move(store: Store) -> None:
    """Progress on what needs it most, on disk, in the lists and in the index of words."""
    nth = next(_nth)
    row = store.page(ALL, "due", NOW, limit=1).rows[0]
    command = Command.new(NOW + timedelta(minutes=nth), "林晓", "林晓")
    moves.move(store, command, row.outcome.uid, Act.NOTE, Given(note=f"第 {nth} 次核对预算"))


def home(store: Store) -> None:
    """What Home reads."""
    store.meetings(200)
    store.open_of_meetings(NOW)
    store.page(ALL, "attention", NOW)


WORKS: dict[str, Work] = {
    "first page": lambda store: store.page(ALL, "attention", NOW),
    **{f"by {order}": ordered(order) for order in ORDERS},
    "next page": next_page,
    "end": lambda store: store.page(ALL, "attention", NOW, before=END),
    "far jump": far_jump,
    "counts": lambda store: store.counts(NOW),
    "search 表": searched("表"),
    "search 预算": searched("预算"),
    "search shipping": searched("shipping"),
    "search lx": searched("lx"),
    "owner:林晓": searched("owner:林晓"),
    "is:late owner:林晓": searched("is:late owner:林晓"),
    "dept:市场部": searched("dept:市场部"),
    "home": home,
    "one move": move,
}


def measured(folder: Path, size: int) -> dict[str, list[float]]:
    """The times of everything with a ledger of `size` outcomes; says how large its file is."""
    path = folder / f"{size}.db"
    began = time.perf_counter()
    store = Store.open(path)
    fill(store, size)
    store.close()
    made_in, megabytes = time.perf_counter() - began, path.stat().st_size / 2**20
    print(f"{size} outcomes: {megabytes:.0f} MiB, made in {made_in:.0f} s")
    store = Store.open(path)
    times = {name: [timed(work, store) for _ in range(ROUNDS)] for name, work in WORKS.items()}
    store.close()
    return times


def timed(work: Work, store: Store) -> float:
    """The seconds that `work` takes."""
    began = time.perf_counter()
    work(store)
    return time.perf_counter() - began


def main() -> None:
    """Print the times and their ratios."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    with TemporaryDirectory(prefix="tui-minutes-bench-") as folder:
        few, many = (measured(Path(folder), size) for size in (SMALL, large))
    for name in WORKS:
        say(f"{name}, {SMALL}", few[name])
        say(f"{name}, {large}", many[name])
        ratio(many[name], few[name])


if __name__ == "__main__":
    main()
