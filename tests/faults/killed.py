"""A recorder whose program is killed in the middle of things, again and again, and who looks what is left."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, cycle, islice
from pathlib import Path
from random import Random

from tests.faults.left_behind import check_acknowledged, check_clocks, check_store, first_wordings
from tests.faults.line_seen import (
    SAVED,
    acknowledged,
    cleared,
    ends_of_line,
    in_log,
    resume,
    settled,
    shows_end_of,
    wait_for_more,
)
from tests.faults.sayings import COUNTS, SAYINGS, Act, acts, follow_up
from tests.faults.typed import Typed, spaced
from tests.meeting import PLAN, played
from tests.terminal import PATIENCE, Terminal, answered
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store.store import Store
from tui_minutes.widgets.line_draft import DRAFT_SECONDS

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
PERSON, FLOOD = "person", "flood"
THOUGHT = DRAFT_SECONDS + 0.3
"""Seconds after which a paint, of the clock for example, shows that the draft's turn has come too."""

SIZE = (200, 34)


def begin_meeting(db: Path) -> str:
    """A new store with a meeting that is sealed, and one in session, whose uid it gives."""
    with played(db) as meeting:
        meeting.now = datetime.now(UTC) - timedelta(minutes=45)
        meeting.plan(replace(PLAN, title="展会选址会")).begin()
        meeting.say("+ 租下东厅")
        meeting.say("- 量尺寸 @韩磊 截止周五 -> 尺寸表")
        meeting.read_back().seal()
        return meeting.plan().begin().uid


class Recorder:
    """Types into the program started by `argv` on a meeting in session, until a signal comes."""

    def __init__(
        self, folder: Path, argv: Sequence[str], seed: object, manners: Sequence[str] = (PERSON, FLOOD)
    ) -> None:
        self.db = folder / "minutes.db"
        self._argv = [*argv, "--db", str(self.db)]
        self._random = Random(str(seed))
        self._manners = cycle(manners)
        self._numbers = count(1)
        self._sayings = (saying.format(n=n) for n in count(1) for saying in SAYINGS)
        self._typed = Typed()
        self._tried: Counter[str] = Counter()
        self._done: Counter[str] = Counter()
        self._paused = False
        self._doing: datetime | None = None
        self._acted: list[tuple[datetime, datetime]] = []
        self.acknowledged: set[int] = set()
        self.kills: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self.resumed: list[str] = []
        self._uid = begin_meeting(self.db)
        self._since = datetime.now(UTC)

    def live(self, times: int = 1) -> None:
        """So many times: start the program, look whether all is as it was, type on, and be killed."""
        for _ in range(times):
            with Terminal(self._argv, SIZE) as terminal:
                if self._random.random() < 0.1:
                    terminal.watch(self._random.random())  # killed while it starts
                else:
                    self._look(terminal)
                    self._live(terminal)
                self._end(terminal)

    def look(self) -> None:
        """Start the program once more, and see whether all is as it was."""
        with Terminal(self._argv, SIZE) as terminal:
            self._look(terminal)

    def _live(self, terminal: Terminal) -> None:
        drawn, entered = len(terminal.raw), len(self._typed.entered)
        if next(self._manners) == FLOOD:
            self._send(terminal, "".join(islice(self._script(), self._random.randrange(1, 500))))
        elif not self._write(terminal, self._random.randrange(1, 160)):
            return
        moment = self._random.choice(("now", "bytes", "saved", "settled"))
        if moment == "bytes":
            wanted = drawn + self._random.randrange(6000)
            while len(terminal.raw) < wanted and terminal.pump(0.1):
                pass
        elif moment == "saved" and len(self._typed.entered) > entered:
            answered(terminal, SAVED, drawn)
        elif moment == "settled":
            settled(terminal)

    def _end(self, terminal: Terminal) -> None:
        number = self._random.choice(SIGNALS)
        terminal.kill(number)
        sane = terminal.is_sane() or number == signal.SIGKILL
        assert sane, f"{number.name} left the terminal spoilt: {terminal.raw[-300:]!r}"
        if self._doing:
            self._acted.append((self._doing, datetime.now(UTC)))
        self._doing = None
        self.kills[number.name] += 1
        self.acknowledged |= acknowledged(terminal) | in_log(terminal)

    def _script(self) -> Iterator[str]:
        """The line that came back goes on; then others without end."""
        if self._typed.half.keys:
            yield from f" and so on {len(self.resumed)}\r"
        while True:
            yield from next(self._sayings)
            yield "\r"

    def _send(self, terminal: Terminal, keys: str) -> None:
        self._typed.note(keys)
        terminal.send(keys)

    def _write(self, terminal: Terminal, keys: int) -> bool:
        """So many keys, a few at a time, with thoughts and acts between; False when an act ended it all."""
        script = self._script()
        while keys > 0:
            burst = self._burst(script)
            keys -= len(burst)
            known = acknowledged(terminal)
            self._send(terminal, burst)
            terminal.watch(self._random.uniform(0, 0.06))
            if burst.endswith("\r") and keys > 0:
                wait_for_more(terminal, known)
                if self._random.random() < 0.4 and not self._act(terminal):
                    return False
            elif self._random.random() < 0.01:
                self._think(terminal)
        return True

    def _burst(self, script: Iterator[str]) -> str:
        """A few keys, none behind an Enter: who sees what is saved goes on then."""
        burst = ""
        for key in islice(script, self._random.randrange(1, 5)):
            burst += key
            if key == "\r":
                break
        return burst

    def _think(self, terminal: Terminal) -> None:
        """Look at what was typed, for so long that it must be kept."""
        half, end = self._typed.half.text, time.monotonic() + PATIENCE
        while not shows_end_of(terminal, half):
            assert time.monotonic() < end, f"{half!r} is not shown:\n{terminal.text}"
            terminal.pump()
        seen = terminal.read_at
        while terminal.read_at < seen + THOUGHT and terminal.pump(1.5):
            pass
        if terminal.read_at >= seen + THOUGHT:  # no clock ticks in a break
            self._typed.owe()

    def _act(self, terminal: Terminal) -> bool:
        """A break, a topic, a correction, a follow-up; False when it is the last thing that is done."""
        n, last = next(self._numbers), self._random.random() < 0.2
        line = self._typed.entered[-1].text
        act = follow_up(n) if last else self._random.choice(acts(n, line, self._paused))
        self._tried[act.name] += 1
        self._doing = datetime.now(UTC)
        if not self._steps(terminal, act):
            self._typed.trace = act.trace
            return False
        self._acted.append((self._doing, datetime.now(UTC)))
        self._doing = None
        self._done[act.name] += 1
        self.acts[act.name] += 1
        self._paused ^= act.name == "break"
        return not last

    def _steps(self, terminal: Terminal, act: Act) -> bool:
        """Whether all steps were answered; now and then none is waited for."""
        for keys, answer in act.steps:
            since = len(terminal.raw)
            terminal.send(keys)
            if self._random.random() < 0.1:
                terminal.watch(self._random.uniform(0, 0.05))
                return False
            assert answered(terminal, answer, since), f"{act.name}: {answer!r} did not come\n{terminal.text}"
        return True

    def _look(self, terminal: Terminal) -> None:
        resume(terminal)
        front, back = ends_of_line(terminal)
        store = Store.open(self.db)
        try:
            check_store(store)
            record = store.record(self._uid)
            shown = self._check_lines(record, front, back)
            self._check_acts(store, record)
        finally:
            store.close()
        self._paused = record.paused
        check_clocks(record, self._acted, self._since, terminal)
        self.resumed.append(shown)
        if self._typed.trace:
            shown = cleared(terminal)
        self._typed.go_on(len(first_wordings(record)), shown)

    def _check_acts(self, store: Store, record: MeetingRecord) -> None:
        """Every act that was answered is in the store, none of them twice."""
        for name, counted in COUNTS.items():
            done, times, tried = self._done[name], counted(store, record), self._tried[name]
            assert done <= times, f"{name}: {done} times acknowledged and not in the store, which has {times}"
            assert times <= tried, f"{name}: {tried} times at most, and {times} times in the store"
            self._done[name] = self._tried[name] = times

    def _check_lines(self, record: MeetingRecord, front: str, back: str) -> str:
        """Every acknowledged line is there, and all that was typed is as it must be; what is in the line."""
        check_acknowledged(self.acknowledged, record)
        raws = [entry.raw for entry in record.entries]
        return self._typed.check([spaced(raw) for raw in first_wordings(record)], raws, front, back)
