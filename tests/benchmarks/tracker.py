"""Speed 4: the tracker with a thousand outcomes and with a million, and other people's lists."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median

from tests.benchmarks import programs, shell, shell_peers
from tests.benchmarks.place import Place
from tests.benchmarks.rounds import Figures, Measure, Round, Target
from tests.benchmarks.watched import Watched

SIZES = (1_000, 10_000, 100_000, 1_000_000)
LISTED = (1_000, 10_000)
"""So many things to do are borne by the lists of others."""

TABLE = "DataTable, 10,000 rows"
OPEN, PAGE, END, SORT, FILTER, CHINESE, ENGLISH = (
    "open ms", "page ms", "end ms", "sort ms", "filter ms", "zh ms", "en ms"
)  # fmt: skip
PAGE_DOWN, END_KEY, CLEAR, ESCAPE = "\x1b[6~", "\x1b[F", "\x15", "\x1b"
PAGES = 5


def play(place: Place, rounds: int) -> Iterator[Round]:
    """Each size once a round, from Home to the tracker and through it; then the others."""
    for _ in range(rounds):
        found = {of(size): _looked_through(place, size) for size in SIZES}
        found[TABLE] = _table()
        for size in LISTED:
            if task := shell_peers.task(place, size):
                found[f"task list, {size:,}"] = {OPEN: shell.seconds((*task, "list")) * 1000}
            if todo := shell_peers.todo(place, size):
                found[f"todo list, {size:,}"] = {OPEN: shell.seconds((*todo, "list")) * 1000}
        yield found


def of(size: int) -> str:
    """The tracker with so many outcomes."""
    return f"tracker, {size:,}"


def at_tracker(place: Place, size: int) -> tuple[Watched, float]:
    """The program with its tracker open, and the seconds from the key to the first page."""
    terminal = programs.home(place.ledger(size)).at_field()
    while terminal.pump(1):  # what it does after the first paint is not the tracker's
        pass
    terminal.rest()
    return terminal, terminal.answer("t", r"─ \d+ outcomes ─(?s:.*)[ADQ]-\d+ ")


def search(terminal: Watched, words: str) -> float:
    """The seconds from the last of the words to the page with what was found."""
    terminal.answer("/", "is:late due<fri #label")
    terminal.rest()
    took = terminal.answer(words, rf"╭─ \d+ outcomes · [^─]*{words.rpartition(':')[2]}")
    terminal.send(CLEAR + ESCAPE)
    terminal.seen(r"╭─ \d+ outcomes ─")
    terminal.rest()
    return took


def _looked_through(place: Place, size: int) -> Figures:
    terminal, opened = at_tracker(place, size)
    with terminal:
        terminal.rest()
        found = {OPEN: opened, PAGE: median(_changed(terminal, PAGE_DOWN) for _ in range(PAGES))}
        found |= {END: _changed(terminal, END_KEY), SORT: terminal.answer("S", "S by due date")}
        terminal.rest()
        for figure, words in ((FILTER, "is:open owner:林晓"), (CHINESE, "预算"), (ENGLISH, "shipping")):
            found[figure] = search(terminal, words)
    return {name: seconds * 1000 for name, seconds in found.items()}


def _changed(terminal: Watched, keys: str) -> float:
    """The seconds from a key until other rows are shown."""
    before = terminal.text
    took = terminal.answer(keys, lambda: terminal.text != before)
    terminal.rest()
    return took


def _table() -> Figures:
    """A table of Textual's own: from the key to the first rows, and a page on."""
    with Watched((sys.executable, "-m", "tests.benchmarks.bare_table")) as terminal:
        terminal.seen("ready")
        terminal.rest()
        opened = terminal.answer("t", "A-00001 ")
        terminal.rest()
        page = median(_changed(terminal, PAGE_DOWN) for _ in range(PAGES))
        return {OPEN: opened * 1000, PAGE: page * 1000}


MEASURE = Measure(
    "tracker",
    "the tracker: from a key to the first page, the next, the end, in another order, of what is found",
    (of(1_000), OPEN),
    play,
    (
        Target("first page at 1,000,000 against 1,000", (of(1_000_000), OPEN), 1.2, (of(1_000), OPEN)),
        Target("tracker at 10,000 rows, open", (of(10_000), OPEN), 0.2, (TABLE, OPEN)),
    ),
)
