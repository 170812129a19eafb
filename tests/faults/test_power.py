"""The power is cut after each line that the screen acknowledges: all of them are on the disk."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.killed import SIZE, begin_meeting
from tests.faults.left_behind import check_acknowledged, check_store, first_wordings
from tests.faults.line_seen import acknowledged, resume, wait_for_more
from tests.faults.power import disk, power_cut
from tests.faults.sayings import SAYINGS
from tests.terminal import Terminal, minutes, settle
from tui_minutes.store.store import Store


def cut_after_each_line(argv: Sequence[str], mounted: Path, lines: Sequence[str]) -> None:
    """Type the `lines` into the program started by `argv`; what is left after each cut is looked at."""
    uid = begin_meeting(mounted / "minutes.db")
    with Terminal([*argv, "--db", str(mounted / "minutes.db")], SIZE) as terminal:
        resume(terminal)
        for n, line in enumerate(lines, 1):
            known = acknowledged(terminal)
            terminal.send(f"{line}\r")
            wait_for_more(terminal, known)
            with power_cut(mounted) as found:
                look(found / "minutes.db", uid, acknowledged(terminal), lines[:n])


def look(db: Path, uid: str, seen: set[int], lines: Sequence[str]) -> None:
    """All lines are there that were `seen` to be saved, as they were typed; the store is whole."""
    store = Store.open(db, create=False)
    try:
        record = store.record(uid)
        check_acknowledged(seen, record)
        assert first_wordings(record) == list(lines)
        check_store(store)
    finally:
        store.close()


def some_lines(count: int) -> list[str]:
    """So many lines of all kinds."""
    return [saying.format(n=n) for n, saying in enumerate(islice(cycle(SAYINGS), count))]


def test_a_power_cut_after_any_line_loses_none(tmp_path: Path, scale: Scale, say: Say) -> None:
    settle()
    cuts = scale(3, 200)
    with disk(tmp_path) as mounted:
        cut_after_each_line(minutes(), mounted, some_lines(cuts))
    say(f"{cuts} power cuts, each after a line was acknowledged: 0 lines lost")


def test_a_program_that_does_not_wait_for_the_disk_is_found_out(tmp_path: Path) -> None:
    settle()
    with disk(tmp_path) as mounted, pytest.raises(AssertionError, match="acknowledged and not in the store"):
        cut_after_each_line([sys.executable, "-m", "tests.faults.unsynced"], mounted, some_lines(3))
