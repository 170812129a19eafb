"""How long reading a line takes, beside the least it could take: `python -m tests.benchmarks.bench_capture`.

The floor is one scan of each line with one regular expression. Exits with 1 when a line takes a millisecond.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter_ns

from tests.domain.capture.people import cases
from tui_minutes.domain.capture import Context, parse

ROUNDS = 30
LIMIT = 1000  # microseconds: rule 13
_FLOOR = re.compile(r"[@＠]\S+|(?:by|截止)\s*\S+|->|\+\+|[:：]")


def times(lines: list[str], read: Callable[[str], object]) -> list[float]:
    """The microseconds that each line takes: the median of several rounds."""
    return [median(_once(line, read) for _ in range(ROUNDS)) for line in lines]


def _once(line: str, read: Callable[[str], object]) -> float:
    began = perf_counter_ns()
    read(line)
    return (perf_counter_ns() - began) / 1000


def main() -> int:
    """Print the times and their ratio to the floor; gives the exit code."""
    read: list[float] = []
    floor: list[float] = []
    for context, found in map(cases, ("capture.json", "capture_more.json")):
        lines = [case["line"] for case in found]
        read += times(lines, _reader(context))
        floor += times(lines, lambda line: _FLOOR.findall(line))
    print(f"{len(read)} lines: median {median(read):.0f} µs, worst {max(read):.0f} µs")
    print(f"{median(read) / median(floor):.0f} times the floor of {median(floor):.1f} µs")
    return 0 if max(read) < LIMIT else 1


def _reader(context: Context) -> Callable[[str], object]:
    return lambda line: parse(line, context)


if __name__ == "__main__":
    sys.exit(main())
