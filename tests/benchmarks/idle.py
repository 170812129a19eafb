"""Speed 6: what a meeting costs while nobody types and its timers run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack

from tests.benchmarks import programs
from tests.benchmarks.place import Place
from tests.benchmarks.programs import BARE, OURS
from tests.benchmarks.rounds import Measure, Round, Target
from tests.benchmarks.watched import Watched

WINDOW = 10.0
"""Seconds of a round."""

CORE, BYTES = "% of a core", "bytes a second"


def play(place: Place, rounds: int) -> Iterator[Round]:
    """All programs stand side by side; the meeting's clocks tick once a second."""
    everyone = programs.present(
        programs.bare(),
        programs.capture(place.meeting()),
        programs.posting(),
        programs.harlequin(),
    )
    with ExitStack() as opened:
        terminals = {one.name: opened.enter_context(one.at_field()) for one in everyone}
        _stand(terminals, WINDOW)  # what they do after their first paint
        for _ in range(rounds):
            yield _stood(terminals)


def _stood(terminals: dict[str, Watched]) -> Round:
    before = {name: (one.processor(), one.written) for name, one in terminals.items()}
    began = time.monotonic()
    _stand(terminals, WINDOW)
    took = time.monotonic() - began
    return {
        name: {
            CORE: 100 * (one.processor() - before[name][0]) / took,
            BYTES: (one.written - before[name][1]) / took,
        }
        for name, one in terminals.items()
    }


def _stand(terminals: dict[str, Watched], seconds: float) -> None:
    """Take what they write for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.2)
        for terminal in terminals.values():
            while terminal.pump(0):
                pass
    for terminal in terminals.values():
        terminal.rest()


MEASURE = Measure(
    "idle",
    "a meeting in session, nobody types",
    (BARE, CORE),
    play,
    (
        Target("idle with timers running, core", (OURS, CORE), 0.3),
        Target("idle with timers running, bytes a tick of a second", (OURS, BYTES), 200),
    ),
)
