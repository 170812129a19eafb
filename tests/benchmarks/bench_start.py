"""A start, beside that of the smallest Textual program: `python -m tests.benchmarks.bench_start`.

Both run in turn on a pseudo-terminal; the time goes from the start of the process to the read that shows the
first screen whole. The program opens a store with a meeting and shows Home.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from tests.benchmarks.figures import BARE, ratio, running_meeting, say
from tests.meeting import PLAN
from tests.terminal import Terminal, minutes

ROUNDS = 12


def start(argv: Sequence[str], shows: str) -> float:
    """The seconds until the screen `shows` something."""
    began = time.monotonic()
    with Terminal(argv) as terminal:
        terminal.wait_for(shows)
        return terminal.read_at - began


def main() -> None:
    """Print the times and their ratio."""
    bare: list[float] = []
    ours: list[float] = []
    with running_meeting() as meeting:
        for _ in range(ROUNDS):
            bare.append(start(BARE, "ready"))
            ours.append(start(minutes("--db", str(meeting.store.path)), PLAN.title))
    say("smallest Textual program", bare)
    say("tui-minutes, Home", ours)
    ratio(ours, bare)


if __name__ == "__main__":
    main()
