"""A line on disk, beside one bare INSERT: `python -m tests.benchmarks.bench_store`.

Both commit in the same folder, synced (WAL, synchronous=FULL), in turn. A line is a whole command: the line,
its outcome with people and history, the number, the command's id.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

from tests.benchmarks.figures import ratio, running_meeting, say
from tui_minutes.domain.capture import parse
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import discussion, lines

ROUNDS = 200


def timed(work: Callable[[], object]) -> float:
    """The seconds that `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Print the times and their ratios."""
    bare: list[float] = []
    points: list[float] = []
    actions: list[float] = []
    with running_meeting() as meeting:
        base = sqlite3.connect(meeting.store.path.with_name("bare.db"), isolation_level=None)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")
        base.execute("CREATE TABLE line (text TEXT)")
        context = lines.context(meeting.record, meeting.store.people(), meeting.now.date(), WEEKENDS)
        point = parse("周岚：展位靠门", context)
        action = parse("- 准备物料 @韩磊 截止周五 -> 物料表", context)
        for _ in range(ROUNDS):
            bare.append(timed(lambda: base.execute("INSERT INTO line VALUES ('周岚：展位靠门')")))
            for times, reading in ((points, point), (actions, action)):
                command = meeting.command()
                times.append(
                    timed(lambda: discussion.record_line(meeting.store, command, meeting.uid, reading))  # noqa: B023
                )
        base.close()
    say("one bare INSERT", bare)
    say("a point", points)
    ratio(points, bare)
    say("an action", actions)
    ratio(actions, bare)


if __name__ == "__main__":
    main()
