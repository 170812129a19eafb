"""The disk fails in a meeting: what was typed stays in sight and in a file, and is written once when it is back."""

from __future__ import annotations

import json
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.bad_disks import KINDS, BadDisk, bad_disk
from tests.meeting import PLAN, played
from tests.terminal import CTRL_Q, F8, PATIENCE, ROOT, Terminal, minutes, settle
from tui_minutes.store.store import Store

TOLD = {
    "limited": ("the disk reports an error", "磁盘报告错误"),
    "full": ("the disk is full", "磁盘已满"),
    "write": ("the disk reports an error", "磁盘报告错误"),
    "sync": ("the disk reports an error", "磁盘报告错误"),
    "read-only": ("the disk can only be read", "磁盘只能读取"),
    "no space": ("the disk is full", "磁盘已满"),
}
FIRST, SECOND, THIRD, HALF = "周岚：先定展位", "韩磊：靠门的太贵", "- 付定金 @韩磊", "+ 采用靠"
WAITS = "not saved yet: |尚未保存："
CTRL_G, CTRL_U, ESCAPE = "\x07", "\x15", "\x1b"
LOSES = [sys.executable, "-m", "tests.faults.careless"]


@pytest.fixture(params=KINDS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BadDisk]:
    """Each kind of bad disk, with a meeting in session on it."""
    settle()
    with bad_disk(request.param, tmp_path) as bad:
        begin(bad)
        yield bad


def begin(bad: BadDisk) -> None:
    """A meeting in session."""
    with played(bad.folder / "minutes.db") as meeting:
        meeting.now = datetime.now(UTC) - timedelta(minutes=10)
        meeting.plan(PLAN).begin()


@contextmanager
def recording(
    bad: BadDisk, program: Sequence[str] = (), language: str = "en", db: Path | None = None
) -> Iterator[Terminal]:
    """The program, with the meeting resumed."""
    argv = [*(program or minutes()), "--db", str(db or bad.folder / "minutes.db"), "--lang", language]
    with Terminal(argv, (160, 34), PYTHONPATH=str(ROOT), **bad.env) as terminal:
        terminal.wait_for(PLAN.title)
        terminal.send("\r")
        terminal.wait_for("─ (?:Record|记录) ─")
        yield terminal


def enter(terminal: Terminal, line: str, then: str) -> None:
    """Type a line and press Enter; `then` comes on the screen."""
    terminal.send(f"{line}\r")
    terminal.wait_for(then)


def entered(folder: Path) -> list[str]:
    """The lines that the store has, as they were typed, and what the program noted itself."""
    store = Store.open(folder / "minutes.db")
    try:
        return [entry.raw or entry.text for entry in store.record(store.meetings()[0].uid).entries]
    finally:
        store.close()


def kept(*folders: Path) -> list[Path]:
    """The files that hold what waits."""
    return [path for folder in folders for path in sorted(folder.rglob("*.unwritten-*"))]


def until_saved(terminal: Terminal, *folders: Path) -> None:
    """Let the program go on until no file holds anything more."""
    for _ in range(int(PATIENCE * 10)):
        if not kept(*folders):
            return
        terminal.watch(0.1)
    raise AssertionError(f"{kept(*folders)}; the screen was:\n{terminal.text}")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_that_was_entered_is_written_once_when_the_disk_is_back(
    disk: BadDisk, language: str, request: pytest.FixtureRequest, _own_home: Path
) -> None:
    with recording(disk, language=language) as terminal:
        enter(terminal, FIRST, "Line 1 saved|第 1 行")
        disk.go_bad(terminal.program.pid)
        enter(terminal, SECOND, TOLD[request.node.callspec.params["disk"]][language == "zh"])
        terminal.wait_for(f"(?:{WAITS}){SECOND}")
        enter(terminal, THIRD, f"{SECOND} · {THIRD}")
        terminal.send(F8)
        terminal.send(CTRL_G)
        terminal.wait_for("Decision ledger|决议跟踪台账")
        terminal.send(ESCAPE)
        terminal.wait_for(f"{SECOND} · {THIRD}")
        terminal.send(HALF)
        terminal.wait_for(f"│ \\{HALF}")
        (path,) = kept(disk.folder, _own_home)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        held = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert [one["typed"] for one in held] == [SECOND, THIRD, ""]
        assert all(one["meeting"].endswith(PLAN.title) and one["at"] for one in held)
        assert entered(disk.folder) == [FIRST]
        disk.recover(terminal.program.pid)
        until_saved(terminal, disk.folder, _own_home)
        assert HALF in terminal.text
        assert not re.search(WAITS, terminal.text)
        assert entered(disk.folder)[:3] == [FIRST, SECOND, THIRD]
        assert len(entered(disk.folder)) == 4, "the break that a key began is noted, once"
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert "Traceback" not in terminal.text
