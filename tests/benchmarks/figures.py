"""What the benchmarks share: a home and a store of their own, and how figures are said."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.meeting import PLAN, Played, played
from tests.terminal import settle

BARE = (sys.executable, "-m", "tests.benchmarks.bare_app")


@contextmanager
def running_meeting() -> Iterator[Played]:
    """A meeting in session with forty lines, in a folder that goes away; the config lies there too."""
    with TemporaryDirectory(prefix="tui-minutes-bench-") as folder:
        os.environ["TUI_MINUTES_CONFIG"] = str(Path(folder) / "config.toml")
        settle()
        with played(Path(folder) / "minutes.db") as meeting:
            meeting.now = datetime.now(UTC) - timedelta(minutes=60)
            meeting.plan(PLAN).begin()
            for number in range(20):
                meeting.say(f"周岚：第 {number} 个展位靠门")
                meeting.say(f"- 准备第 {number} 份物料 @韩磊 截止周五 -> 物料表")
            yield meeting


def say(name: str, seconds: Sequence[float]) -> None:
    """Print the median and the slowest twentieth, in milliseconds."""
    slow = quantiles(seconds, n=20)[-1]
    print(f"{name:<24} median {median(seconds) * 1000:7.2f} ms   95 % within {slow * 1000:7.2f} ms")


def ratio(ours: Sequence[float], least: Sequence[float]) -> float:
    """How many times the least that could be; the median of pairs that were measured side by side."""
    found = median(one / other for one, other in zip(ours, least, strict=True))
    print(f"ratio {found:.2f}")
    return found
