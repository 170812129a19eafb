"""Many programs on one store, all writing: nobody is told of a lock, nothing is lost, nothing doubles."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.left_behind import check_store
from tests.meeting import PLAN, played
from tests.terminal import CTRL_Q, PATIENCE, ROOT, Terminal, minutes, settle
from tui_minutes.store.store import Store

CTRL_G, CTRL_K = "\x07", "\x0b"
TOLD = re.compile(
    "Traceback|locked|database is|not saved:|未能保存|Another program is writing just now; trying"
)
"""What nobody may read."""

_ANYWHERE = (
    "SELECT (SELECT count(*) FROM entry WHERE raw = ?) + (SELECT count(*) FROM history WHERE note = ?)"
)

IMPORTED = 200
"""Rows of a ledger that is taken over."""

PLAN_FILE = """
title = "从文件来的会"
zone = "Asia/Shanghai"
start = 2026-12-04T14:00:00
end = 2026-12-04T15:00:00
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Six actions in the ledger, and a meeting in session."""
    settle()
    path = tmp_path / "minutes.db"
    with played(path) as meeting:
        meeting.now = datetime.now(UTC) - timedelta(minutes=40)
        meeting.plan(replace(PLAN, title="展会选址会")).begin()
        for n in range(6):
            meeting.say(f"- 准备第 {n} 份物料 @韩磊 2026-11-20 -> 物料表")
        meeting.read_back().seal()
        meeting.plan().begin()
    return path


class Writer:
    """A program in a terminal that is typed into; what it acknowledged counts."""

    def __init__(self, terminal: Terminal, lines: Iterator[str]) -> None:
        self.terminal = terminal
        self.typed: list[str] = []
        self._lines = lines

    def go_on(self) -> None:
        """One more line, and not a look at what becomes of it."""
        self.typed.append(next(self._lines))
        self.terminal.send(f"{self.typed[-1]}\r")

    def wait(self, db: Path, patience: float = PATIENCE) -> None:
        """Until the last line is in the store."""
        words = self.typed[-1].partition(": ")[2] or self.typed[-1]
        end = time.monotonic() + patience
        with closing(sqlite3.connect(db)) as base:
            while not base.execute(_ANYWHERE, (words, words)).fetchone()[0]:
                assert time.monotonic() < end, f"{words!r} was not saved:\n{self.terminal.text}"
                self.terminal.pump()

    def leave(self) -> None:
        """Quit; nobody was told of a lock."""
        self.terminal.send(CTRL_Q)
        assert self.terminal.ended() == 0
        assert not TOLD.search(self.terminal.raw.decode(errors="replace"))


def recorder(db: Path, stack: ExitStack, program: Sequence[str] = ()) -> Writer:
    """Takes down lines in the meeting."""
    terminal = stack.enter_context(Terminal([*(program or minutes()), "--db", str(db)]))
    terminal.wait_for("in session")
    terminal.send("\r")
    terminal.wait_for("─ Record ")
    return Writer(terminal, (f"- 做第 {n} 件事 @Nora" for n in count()))


def tracker(db: Path, stack: ExitStack, who: int) -> Writer:
    """Notes progress with two outcomes that are its own, in turn."""
    terminal = stack.enter_context(Terminal(minutes("--db", str(db), "--as", f"tracker{who}")))
    terminal.wait_for("in session")
    terminal.send(CTRL_G)
    terminal.wait_for("Decision ledger")
    terminal.send(CTRL_K)
    terminal.wait_for("─ Record ")
    notes = (f"A-00{2 * who + n % 2 + 1} progress: note {who}.{n}" for n in count())
    return Writer(terminal, notes)


def start_script(db: Path, nth: int) -> subprocess.Popen[str]:
    """One of the commands that scripts call."""
    command = (["ledger", "--json"], ["remind"], ["doctor", "--json"], ["verify"])[nth % 4]
    argv, pipe = minutes("--db", str(db), *command), subprocess.PIPE
    return subprocess.Popen(argv, stdout=pipe, stderr=pipe, text=True, cwd=ROOT)


def start_import(db: Path, nth: int) -> subprocess.Popen[str]:
    """Another ledger is taken over: so many rows, of which nobody here has heard."""
    ledger = db.with_name(f"ledger{nth}.csv")
    rows = (f"OLD-{nth}-{n},盘点第 {n} 号仓,韩磊,2026-12-{n % 28 + 1:02}" for n in range(IMPORTED))
    ledger.write_text("\n".join(["编号,任务,责任人,截止日期", *rows]), encoding="utf-8")
    argv, pipe = minutes("--db", str(db), "import", str(ledger), "--yes"), subprocess.PIPE
    return subprocess.Popen(argv, stdout=pipe, stderr=pipe, text=True, cwd=ROOT)


def finished(script: subprocess.Popen[str]) -> None:
    """It came to its end, and said nothing of a lock."""
    out, err = script.communicate(timeout=120)
    assert script.returncode == 0, f"{script.args!r}: {out[-500:]} {err}"
    assert not TOLD.search(err), err


def test_many_programs_write_at_once(tmp_path: Path, db: Path, scale: Scale, seed: int, say: Say) -> None:
    plans = [tmp_path / f"plan{nth}.toml" for nth in "12"]
    for plan in plans:
        plan.write_text(f"{PLAN_FILE}\n# {plan.name}\n", encoding="utf-8")
    with ExitStack() as stack:
        writers = [recorder(db, stack), *(tracker(db, stack, who) for who in range(3))]
        stack.enter_context(Terminal(minutes("--db", str(db), "standup"))).wait_for("Standup")
        begun = [
            stack.enter_context(Terminal(minutes("--db", str(db), "start", str(plan)))) for plan in plans
        ]
        imports = [start_import(db, nth) for nth in range(2)]
        ran = _write(db, writers, Random(seed), scale(6, 180))
        for script in imports:
            finished(script)
        for writer in writers:
            writer.wait(db)
        for one in begun:
            one.wait_for("从文件来的会")
        for writer in writers:
            writer.leave()
    _check(db, writers)
    typed = sum(len(writer.typed) for writer in writers)
    rows = len(imports) * IMPORTED
    say(
        f"{typed} lines by a recorder and three trackers, {rows} rows of two imports, {ran} scripts, "
        "a standup, two plans: all there"
    )


def test_who_was_quicker_is_shown_before_anything_is_saved(db: Path) -> None:
    with ExitStack() as stack:
        slow, quick = tracker(db, stack, 0), tracker(db, stack, 0)
        slow.terminal.send("A-001 progress: the slow one")
        slow.terminal.wait_for("the slow one")
        quick.go_on()
        quick.wait(db)
        slow.terminal.send("\r")
        slow.terminal.wait_for("Somebody was quicker")
        slow.terminal.wait_for(r"note 0\.0")
        slow.terminal.send("\r")
        slow.typed = ["A-001 progress: the slow one"]
        slow.wait(db)


def test_a_program_that_gives_up_is_found_out(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELESS", "does not try again")
    with ExitStack() as stack:
        writer = recorder(db, stack, [sys.executable, "-m", "tests.faults.careless"])
        with closing(sqlite3.connect(db, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            writer.go_on()
            writer.terminal.watch(1)
        with pytest.raises(AssertionError, match="was not saved"):
            writer.wait(db, patience=2)


def _write(db: Path, writers: list[Writer], random: Random, seconds: float) -> int:
    """All of them write for so long, scripts run meanwhile; how many of these there were."""
    end, ran, script = time.monotonic() + seconds, 1, start_script(db, 0)
    for writer in writers:
        writer.go_on()
    while time.monotonic() < end:
        random.choice(writers).go_on()
        for writer in writers:
            writer.terminal.pump(0.02)
        if script.poll() is not None:
            finished(script)
            script, ran = start_script(db, ran), ran + 1
    finished(script)
    return ran


def _check(db: Path, writers: list[Writer]) -> None:
    """All that was typed is there once, in its order; numbers are unique, tallies right."""
    store = Store.open(db)
    try:
        check_store(store)
        recording = next(one for one in store.meetings() if one.title == PLAN.title)
        raws = [entry.raw for entry in store.record(recording.uid).entries if entry.raw]
        assert raws == writers[0].typed
    finally:
        store.close()
    with closing(sqlite3.connect(db)) as base:
        noted = [
            row[0] for row in base.execute("SELECT note FROM history WHERE note LIKE 'note %' ORDER BY id")
        ]
        numbers = Counter(row[0] for row in base.execute("SELECT number FROM outcome"))
        taken = base.execute("SELECT count(*), count(DISTINCT number) FROM imported").fetchone()
        plans = base.execute("SELECT count(*) FROM meeting WHERE title = '从文件来的会'").fetchone()[0]
    for who, writer in enumerate(writers[1:]):
        lines = [line.partition(": ")[2] for line in writer.typed]
        own = [note for note in noted if note.startswith(f"note {who}.")]
        assert own == lines
    assert max(numbers.values()) == 1
    assert plans == 2
    assert taken == (2 * IMPORTED, 2 * IMPORTED)
