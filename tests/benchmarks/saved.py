"""Speed 3: from Enter to a line that is on disk and said to be, in a meeting with 1,500 entries."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import IO

from tests.benchmarks import programs, shell_peers
from tests.benchmarks.place import ENTRIES, Place
from tests.benchmarks.programs import JRNL, TASK
from tests.benchmarks.rounds import Measure, Round, Target, spread
from tests.benchmarks.watched import Watched

Work = Callable[[], object]

LINES = 20
"""Lines a round."""

POINT, ACTION, KEY = "Enter after a point", "Enter after an action", "a key"
SQLITE, APPENDED = "raw SQLite", "append + fdatasync"
P50 = "p50 ms"
_SAID = {POINT: "周岚：booth {n} is by the door", ACTION: "- print poster {n} @韩磊 截止周五 -> draft"}


def play(place: Place, rounds: int) -> Iterator[Round]:
    """A line of each kind in the program, and one everywhere else, in turn."""
    shell = _shell(place)
    store = shutil.copyfile(place.long_meeting, place.folder / "saved.db")
    with (
        closing(_raw(place.folder / "raw.db")) as base,
        (place.folder / "appended").open("ab") as file,
        programs.capture(store).at_field() as terminal,
    ):
        least = {SQLITE: lambda: _insert(base), APPENDED: lambda: _append(file)}
        for nth in range(rounds):
            found = _round(terminal, ENTRIES + nth * LINES * len(_SAID), least)
            for name, work in shell.items():
                found[name] = {P50: median(_timed(work) for _ in range(3)) * 1000}
            yield found


def _round(terminal: Watched, said: int, least: Mapping[str, Work]) -> Round:
    """Lines after those that were `said`, and beside each the least that keeps one."""
    took: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(LINES):
        for kind, words in _SAID.items():
            said += 1
            key, enter = _entered(terminal, words.format(n=said), said)
            took[KEY].append(key)
            took[kind].append(enter)
        for name, work in least.items():
            took[name].append(_timed(work))
    return {name: spread(times) for name, times in took.items()}


def _entered(terminal: Watched, line: str, number: int) -> tuple[float, float]:
    """The seconds of the line's last key, and those of Enter until the line stands in the log as saved."""
    terminal.send(line[:-1])
    terminal.seen(re.escape(line[:-1]))
    terminal.rest()
    key = terminal.answer(line[-1], re.escape(line))
    terminal.rest()
    enter = terminal.answer("\r", rf"(?s)\b{number} \d\d:\d\d .*Line {number} saved")
    terminal.rest()
    return key, enter


def _shell(place: Place) -> dict[str, Work]:
    """Other people's commands that keep a line."""
    found: dict[str, Work] = {}
    if task := shell_peers.task(place, 0):
        found[TASK] = lambda: shell_peers.once((*task, "add", "print the poster"))
    if jrnl := shell_peers.jrnl(place):
        found[JRNL] = lambda: shell_peers.once((*jrnl, "today: the booth is by the door"))
    return found


def _raw(path: Path) -> sqlite3.Connection:
    """The least that a store can be: one table, each commit synced."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")
    base.execute("CREATE TABLE line (text TEXT)")
    return base


def _insert(base: sqlite3.Connection) -> None:
    base.execute("INSERT INTO line VALUES ('周岚：booth is by the door')")


def _append(file: IO[bytes]) -> None:
    file.write("周岚：booth is by the door\n".encode())
    file.flush()
    os.fdatasync(file.fileno())


def _timed(work: Work) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


MEASURE = Measure(
    "saved",
    "from Enter to saved, synced and painted, 1,500 entries in the log",
    (KEY, P50),
    play,
    (
        Target("Enter to saved, synced and painted: a point", (POINT, P50), 1.5, (KEY, P50)),
        Target("Enter to saved, synced and painted: an action", (ACTION, P50), 1.5, (KEY, P50)),
    ),
)
