"""Speed 5: one command from a shell, from exec to its end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

from tests.benchmarks import shell_peers
from tests.benchmarks.place import Place
from tests.benchmarks.rounds import Measure, Round, Target
from tests.terminal import minutes

OUTCOMES, ROWS = 10_000, 50
PYTHON, HELP = "bare Python", "--help"
LEDGER, JSON, ALL_JSON = "ledger, 50 rows", "ledger --json, 50 rows", "ledger --json, all"
TASKS, TASK_EXPORT, TODOS = "task list, 50 rows", "task export, all", "todo list"
WHOLE = "ms"


def play(place: Place, rounds: int) -> Iterator[Round]:
    """Each command once a round, all with 10,000 outcomes or things to do."""
    commands = _commands(place)
    for _ in range(rounds):
        yield {name: {WHOLE: seconds(argv) * 1000} for name, argv in commands.items()}


def seconds(argv: Sequence[str]) -> float:
    """How long a command takes, its output read."""
    began = time.monotonic()
    shell_peers.once(argv)
    return time.monotonic() - began


def _commands(place: Place) -> dict[str, Sequence[str]]:
    store = str(place.ledger(OUTCOMES))
    ledger = minutes("ledger", "--db", store)
    found: dict[str, Sequence[str]] = {
        PYTHON: (sys.executable, "-c", "pass"),
        HELP: minutes("--help"),
        LEDGER: (*ledger, "--limit", str(ROWS)),
        JSON: (*ledger, "--json", "--limit", str(ROWS)),
        ALL_JSON: (*ledger, "--json"),
    }
    if task := shell_peers.task(place, OUTCOMES):
        found[TASKS] = (*task, f"limit:{ROWS}", "list")
        found[TASK_EXPORT] = (*task, "export")
    if todo := shell_peers.todo(place, OUTCOMES):
        found[TODOS] = (*todo, "list")
    return found


MEASURE = Measure(
    "shell",
    "a command from the shell, 10,000 outcomes",
    (PYTHON, WHOLE),
    play,
    (
        Target("ledger, 50 rows of 10,000", (LEDGER, WHOLE), 0.4, (TASKS, WHOLE)),
        Target("ledger, 50 rows of 10,000", (LEDGER, WHOLE), 0.1, (TODOS, WHOLE)),
    ),
)
