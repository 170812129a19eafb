"""How long the capture line takes to be read, in the process: no screen, no store.

The floor is one scan of each line with one regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter_ns

from tests.benchmarks.place import Place
from tests.benchmarks.rounds import Figures, Measure, Round, Target
from tests.domain.capture.people import cases
from tui_minutes.domain.capture import Context, parse

READ, SCANNED = "a line read", "one regular expression"
MEDIAN, WORST = "median µs", "worst µs"
TIMES = 10
_SCAN = re.compile(r"[@＠]\S+|(?:by|截止)\s*\S+|->|\+\+|[:：]")


def play(place: Place, rounds: int) -> Iterator[Round]:
    """All lines of the tests' cases, each several times."""
    found = [(context, case["line"]) for context, all_ in _cases() for case in all_]
    for _ in range(rounds):
        yield {
            READ: _figures([_once(lambda: parse(line, context)) for context, line in found]),  # noqa: B023
            SCANNED: _figures([_once(lambda: _SCAN.findall(line)) for _, line in found]),  # noqa: B023
        }


def _cases() -> list[tuple[Context, list[dict[str, str]]]]:
    return [cases(name) for name in ("capture.json", "capture_more.json")]


def _once(work: Callable[[], object]) -> float:
    """The microseconds that it takes: the median of several times."""
    return median(_timed(work) for _ in range(TIMES))


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter_ns()
    work()
    return (perf_counter_ns() - began) / 1000


def _figures(times: list[float]) -> Figures:
    return {MEDIAN: median(times), WORST: max(times)}


MEASURE = Measure(
    "reading",
    "a capture line read, without screen and store",
    (SCANNED, MEDIAN),
    play,
    (Target("the line that takes longest", (READ, WORST), 1000),),
)
