"""A recorder whose program is killed in the middle of things, again and again, and who looks what is left."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from tests.meeting import PLAN, played
from tests.terminal import F8, PATIENCE, Terminal
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store.store import Store

SAYINGS = (
    "周岚：应先定展位 {n}",
    "Nora Quinn: the banner goes to hall {n}",
    "+ 采用第 {n} 套方案",
    "- 准备第 {n} 份物料@韩磊 截止周五 -> 物料表",
    "+ we take offer {n} no action",
    "- @Nora draft poster {n} by 12/4 ++ photos",
    "? 第 {n} 天谁值班 @方晴",
    "= visitors {n}000 <- gate report",
    "a note of no kind {n}",
)
GRACE = 1.6
"""Seconds of typing that may be missing: the one that is granted, and the time a busy machine takes."""

_SAVED = re.compile(rb"Line (\d+) saved")
_CLOCK = re.compile(r"(\d+):(\d\d)/60:00")
_SIZE = (200, 34)


@dataclass
class Line:
    """A line as it is typed, with the time of each key."""

    keys: list[tuple[str, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was typed so far."""
        return _spaced("".join(key for key, _ in self.keys))


class Recorder:
    """Types into the program started by `argv` on a meeting in session, until the signal `number` comes."""

    def __init__(
        self, folder: Path, argv: Sequence[str], seed: int, number: signal.Signals = signal.SIGKILL
    ) -> None:
        self.db = folder / "minutes.db"
        self._argv = [*argv, "--db", str(self.db)]
        self._number = number
        self._random = Random(seed)
        self._sayings = (saying.format(n=n) for n in count(1) for saying in SAYINGS)
        self._entered: list[Line] = []
        self._half = Line()
        self._killed_at = 0.0
        self.acknowledged: set[int] = set()
        self.resumed: list[str] = []
        with played(self.db) as meeting:
            meeting.now = datetime.now(UTC) - timedelta(minutes=20)
            self._uid = meeting.plan(PLAN).begin().uid
            self._started = meeting.record.meeting.started_at

    def live(self, times: int = 1) -> None:
        """So many times: start the program, look whether all is as it was, type on, and be killed."""
        for _ in range(times):
            self._live()

    def _live(self) -> None:
        with Terminal(self._argv, _SIZE) as terminal:
            self._look(terminal)
            drawn, entered = len(terminal.raw), len(self._entered)
            self._type(terminal, self._random.randrange(1, 100))
            self._wait_for_the_moment(terminal, drawn, entered)
            terminal.kill(self._number)
            assert terminal.is_sane() or self._number == signal.SIGKILL
            self._killed_at = time.monotonic()
            self.acknowledged |= {int(number) for number in _SAVED.findall(terminal.raw)}

    def look(self) -> None:
        """Start the program once more, and see whether all is as it was."""
        with Terminal(self._argv, _SIZE) as terminal:
            self._look(terminal)

    def _type(self, terminal: Terminal, keys: int) -> None:
        """So many keys, in bursts; now and then with a pause before the last few."""
        script = self._script()
        pause_at = keys - self._random.randrange(4) if self._random.random() < 0.25 else -1
        while keys > 0:
            burst = [next(script) for _ in range(min(keys, self._random.randrange(1, 8)))]
            terminal.send("".join(burst))
            for key in burst:
                self._note(key)
            keys -= len(burst)
            terminal.watch(self._random.choice((0.0, 0.01, 0.03)))
            if 0 <= keys <= pause_at:
                pause_at = -1
                terminal.watch(GRACE + 0.1)

    def _script(self) -> Iterator[str]:
        """Now and then a break, or its end; then the line that came back, and others without end."""
        if self._random.random() < 0.25:
            yield F8
        if self._half.keys:
            yield from f" and so on {len(self.resumed)}\r"
        while True:
            yield from next(self._sayings)
            yield "\r"

    def _note(self, key: str) -> None:
        if key == "\r":
            self._entered.append(self._half)
            self._half = Line()
        elif key != F8:
            self._half.keys.append((key, time.monotonic()))

    def _wait_for_the_moment(self, terminal: Terminal, drawn: int, entered: int) -> None:
        """Not at all, until so many bytes were drawn, or until the very sight of an acknowledgement."""
        moment = self._random.choice(("now", "bytes", "saved", "saved"))
        if moment == "bytes":
            wanted = drawn + self._random.randrange(6000)
            while len(terminal.raw) < wanted and terminal.pump(0.1):
                pass
        elif moment == "saved" and len(self._entered) > entered:
            end = time.monotonic() + PATIENCE
            while not _SAVED.search(terminal.raw) and time.monotonic() < end:
                terminal.pump()

    def _look(self, terminal: Terminal) -> None:
        terminal.wait_for(PLAN.title)
        terminal.send("\r")
        terminal.wait_for("─ Record ")
        while terminal.pump(0.1):
            pass
        line, store = _line_on(terminal), Store.open(self.db)
        try:
            record = store.record(self._uid)
        finally:
            store.close()
        self._check_lines(record)
        self._check_half_line(record, line)
        assert record.meeting.started_at == self._started
        check_clock(record, terminal.text)
        self._entered = self._entered[: len(_raw_lines(record))]
        self._half = Line([(key, 0.0) for key in line])
        self.resumed.append(line)

    def _check_lines(self, record: MeetingRecord) -> None:
        """Every acknowledged line is there; the lines are those typed, in order, none of them twice."""
        numbers = {entry.seq for entry in record.entries}
        lost = self.acknowledged - numbers
        assert not lost, f"acknowledged and not in the store: lines {sorted(lost)}"
        stored = _raw_lines(record)
        assert stored == [line.text for line in self._entered[: len(stored)]]

    def _check_half_line(self, record: MeetingRecord, shown: str) -> None:
        """What was typed and not stored is in the line, but for the last moment of typing."""
        pending = self._entered[len(_raw_lines(record)) :]
        keys = [key for line in pending for key in [*line.keys, (" ", line.keys[-1][1])]] + self._half.keys
        typed = _spaced("".join(key for key, _ in keys))
        owed = _spaced("".join(key for key, at in keys if at < self._killed_at - GRACE))
        assert typed.startswith(shown), f"{shown!r} came back, and {typed!r} was typed"
        assert shown.startswith(owed), f"{owed!r} was typed in good time, and {shown!r} came back"


def check_clock(record: MeetingRecord, screen: str) -> None:
    """The times of the items add up to that of the meeting, to this moment, and the screen says the same."""
    now = datetime.now(UTC)
    running = record.elapsed(now)
    spent = sum((item.spent(now) for item in record.agenda), timedelta())
    assert abs(running - spent) < timedelta(seconds=1)
    shown = _CLOCK.search(screen)
    assert shown, screen
    assert abs(running - timedelta(minutes=int(shown[1]), seconds=int(shown[2]))) < timedelta(seconds=3)


def _line_on(terminal: Terminal) -> str:
    """What stands in the capture line; "" when only its hint does."""
    rows = terminal.text.splitlines()
    top = next(y for y, row in enumerate(rows) if "─ Record " in row)
    shown = _spaced(rows[top + 1].strip("│ "))
    return "" if shown.startswith("Jane: …") else shown


def _raw_lines(record: MeetingRecord) -> list[str]:
    return [_spaced(entry.raw) for entry in record.entries if entry.raw]


def _spaced(text: str) -> str:
    """The edges of a line and double spaces cannot be seen on a screen."""
    return " ".join(text.split())
