"""All that is measured: `python -m tests.benchmarks [--rounds N] [--only NAME …] [--json FILE]`.

Programs take turns, so that a change of the machine's mood hits all; a ratio is the median of the ratios of
each round. The first round warms up and does not count.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks import idle, keys, memory, programs, reading, saved, shell, start, tracker
from tests.benchmarks.place import Place, furnished
from tests.benchmarks.report import as_json, table
from tests.benchmarks.rounds import Measure, Round, measured

MEASURES: tuple[Measure, ...] = tuple(
    one.MEASURE for one in (start, keys, saved, tracker, shell, idle, memory, reading)
)


def main(argv: Sequence[str]) -> int:
    """Measure what is asked for; 1 when a target was missed."""
    args = _parser().parse_args(argv)
    found: dict[str, Any] = {}
    missed = False
    with furnished() as place:
        for measure in MEASURES:
            if args.only and measure.name not in args.only:
                continue
            try:
                rounds = _played(measure, place, args.rounds)
            except (TimeoutError, AssertionError) as error:  # a program that never answered spoils no other
                print(f"\n## {measure.name}: not measured: {error}", flush=True)
                missed = True
                continue
            print(table(measure, rounds), flush=True)
            found[measure.name] = as_json(measure, rounds)
            missed |= any((measured(rounds, one) or 0) > one.most for one in measure.targets)
            if args.json:
                args.json.write_text(json.dumps({**_machine(), "measures": found}, indent=1))
    if programs.missing:
        print(f"\nNot on this machine, left out: {', '.join(sorted(programs.missing))}")
    return int(missed)


def _played(measure: Measure, place: Place, rounds: int) -> list[Round]:
    """The rounds that count."""
    if measure.once:
        return list(measure.play(place, 1))
    return list(measure.play(place, rounds + 1))[1:]


def _machine() -> dict[str, Any]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "missing": sorted(programs.missing),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    names = [measure.name for measure in MEASURES]
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds that count (5)")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep all figures in this file")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
