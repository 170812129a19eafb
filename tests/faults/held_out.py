"""A recorder who goes on typing while the disk of the meeting is bad."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.faults.bad_disks import BadDisk, bad_disk
from tests.running import resume, running_meeting
from tests.terminal import F8, PATIENCE, ROOT, Terminal, minutes
from tui_minutes.store.store import Store

FIRST, SECOND, THIRD, HALF = "周岚：先定展位", "韩磊：靠门的太贵", "- 付定金 @韩磊", "+ 采用靠"
WAITS = "not saved yet: |尚未保存："
CTRL_G, ESCAPE = "\x07", "\x1b"


@contextmanager
def meeting_on(kind: str, folder: Path) -> Iterator[BadDisk]:
    """A disk of that kind, with a meeting in session on it."""
    with bad_disk(kind, folder) as bad:
        running_meeting(bad.folder)
        yield bad


@contextmanager
def recording(
    bad: BadDisk, program: Sequence[str] = (), language: str = "en", db: Path | None = None
) -> Iterator[Terminal]:
    """The program, with the meeting resumed."""
    argv = [*(program or minutes()), "--db", str(db or bad.folder / "minutes.db"), "--lang", language]
    with Terminal(argv, (160, 34), PYTHONPATH=str(ROOT), **bad.env) as terminal:
        resume(terminal)
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


def home() -> Path:
    """The test's own: the config lies there."""
    return Path(os.environ["HOME"])


def kept(*folders: Path) -> list[Path]:
    """The files that hold what waits."""
    return [path for folder in folders for path in sorted(folder.rglob("*.unwritten-*"))]


def until(terminal: Terminal, holds: Callable[[], bool], what: str) -> None:
    """Let the program go on until it is so."""
    for _ in range(int(PATIENCE * 10)):
        if holds():
            return
        terminal.watch(0.1)
    raise AssertionError(f"{what} did not come; the screen was:\n{terminal.text}")


def hold_out(bad: BadDisk, terminal: Terminal, told: str, home: Path) -> Path:
    """Lines, keys and reading go on while the disk is bad; the file that holds what waits."""
    enter(terminal, FIRST, "Line 1 saved|第 1 行")
    bad.go_bad(terminal.program.pid)
    enter(terminal, SECOND, told)
    assert re.search(f"(?:{WAITS}){SECOND}", terminal.text), f"{SECOND} is not in sight:\n{terminal.text}"
    enter(terminal, THIRD, f"{SECOND} · {THIRD}")
    terminal.send(F8)
    terminal.send(CTRL_G)
    terminal.wait_for("(?s)(?:Decision ledger|决议跟踪台账) .*! 3 (?:not saved|项未保存).* Space ")
    terminal.send(ESCAPE)
    terminal.wait_for(f"(?s){SECOND} · {THIRD}.* F8 ")
    terminal.send(HALF)
    terminal.wait_for(f"│ \\{HALF}")
    assert len(kept(bad.folder, home)) == 1, "there is one file, and only one"
    assert entered(bad.folder) == [FIRST]
    return kept(bad.folder, home)[0]
