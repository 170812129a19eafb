"""Speed 2: from a key to its paint, in a meeting with 1,500 entries; the line is read as it is typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack

from tests.benchmarks import programs
from tests.benchmarks.place import Place
from tests.benchmarks.programs import BARE, OURS
from tests.benchmarks.rounds import Measure, Round, Target, spread
from tests.benchmarks.watched import Watched

HEAD = "- prepare posters"
"""Typed first, so that what is waited for stands nowhere else on the screen."""

TYPED = " 海报 for the stand @Nora by fri -> draft ++ photos p1"
P50, P95, BYTES, CORE = "p50 ms", "p95 ms", "bytes a key", "ms of a core a key"
CLEAR = "\x15"


def play(place: Place, rounds: int) -> Iterator[Round]:
    """All programs at once, one key to each in turn."""
    everyone = programs.present(
        programs.bare(), programs.capture(place.long_meeting), programs.posting(), programs.vim()
    )
    with ExitStack() as opened:
        terminals = {one.name: opened.enter_context(one.at_field()) for one in everyone}
        for _ in range(rounds):
            yield _typed(terminals)


def _typed(terminals: dict[str, Watched]) -> Round:
    """The line once, in every program."""
    took: defaultdict[str, list[float]] = defaultdict(list)
    for terminal in terminals.values():
        terminal.send(HEAD)
        terminal.seen(re.escape(HEAD))
        terminal.rest()
    before = {name: (terminal.written, terminal.processor()) for name, terminal in terminals.items()}
    for end, key in enumerate(TYPED, 1):
        for name, terminal in terminals.items():
            if key == " ":  # it cannot be seen
                terminal.send(key)
            else:
                took[name].append(terminal.answer(key, re.escape(HEAD + TYPED[:end])))
            terminal.rest()
    found = {}
    for name, terminal in terminals.items():
        written, core = terminal.written - before[name][0], terminal.processor() - before[name][1]
        found[name] = {**spread(took[name]), BYTES: written / len(TYPED), CORE: core * 1000 / len(TYPED)}
        terminal.send(CLEAR)
        terminal.rest()
    return found


MEASURE = Measure(
    "keys",
    "from a key to its paint, 1,500 entries in the log, live reading on",
    (BARE, P50),
    play,
    (
        Target("keystroke to paint, p50", (OURS, P50), 1.15, (BARE, P50)),
        Target("keystroke to paint, p95", (OURS, P95), 1.5, (BARE, P95)),
    ),
)
