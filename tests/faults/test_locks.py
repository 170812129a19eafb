"""Another program writes for seconds: no key waits for it, nothing is lost, all is written once, in order."""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.faults.conftest import Say, Scale
from tests.meeting import PLAN, Played, played
from tests.support import Clock, run_app, shown
from tests.terminal import CTRL_Q, Terminal, minutes, settle
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.outcomes import Hearing
from tui_minutes.domain.readback import signatures
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import attendance, session, standups
from tui_minutes.store.store import Store
from tui_minutes.store.unwritten import left

SLOW = 0.1
"""Seconds that no key may wait."""

STUCK = 1.0
"""Seconds after which it is no matter of a busy machine any more."""

WAITS = "saved in a moment"
CARELESS = [sys.executable, "-m", "tests.faults.careless"]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The store, while another connection holds the right to write."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A planned meeting whose check-in is open."""
    settle()
    with played(tmp_path / "minutes.db") as one:
        one.now = datetime.now(UTC) - timedelta(minutes=30)
        one.plan()
        attendance.open_check_in(one.store, one.command(), one.uid)
        yield one


def in_session(meeting: Played) -> Path:
    """The meeting has begun, with one action; the path of its store, which is left to others."""
    meeting.begin().say("- 付定金 @韩磊")
    meeting.store.close()
    return meeting.store.path


def wait_of(terminal: Terminal, key: str, line: str) -> float:
    """Seconds from a key to the screen that shows the `line` it ends."""
    sent = time.monotonic()
    terminal.send(key)
    terminal.wait_for(re.escape(line))
    return terminal.read_at - sent


def type_while_locked(path: Path, lines: Sequence[str], program: Sequence[str]) -> list[float]:
    """Enter `lines` while the store is locked, and half a line more; how long each key waited."""
    with Terminal([*program, "--db", str(path)], (80, 24)) as terminal:
        terminal.wait_for(PLAN.title)
        terminal.send("\r")
        terminal.wait_for("─ Record ")
        waits = []
        with locked(path):
            for line in (*lines, "half typed"):
                for end in range(1, len(line) + 1):
                    if line[end - 1] != " ":  # it cannot be seen
                        waits.append(wait_of(terminal, line[end - 1], f"│ {line[:end]}"))
                        assert waits[-1] < STUCK, f"the key {line[end - 1]!r} waited {waits[-1]:.1f} s"
                    else:
                        terminal.send(" ")
                if line in lines:
                    terminal.send("\r")
                    terminal.wait_for(WAITS)
                    assert "locked" not in terminal.text
        terminal.wait_for(f"Line {len(lines) + 1} saved")
        assert "│ half typed" in terminal.text
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    return waits


def test_no_key_waits_while_another_program_writes(meeting: Played, scale: Scale, say: Say) -> None:
    path, uid = in_session(meeting), meeting.uid
    lines = [f"Nora Quinn: banner {n} goes to hall {n}" for n in range(scale(2, 20))]
    waits = sorted(type_while_locked(path, lines, minutes()))
    median, slowest = waits[len(waits) // 2], waits[-1]
    say(
        f"{len(waits)} keys while another program wrote: "
        f"median {median * 1000:.0f} ms, slowest {slowest * 1000:.0f}"
    )
    late = [wait for wait in waits if wait > SLOW]
    assert len(late) <= len(waits) // 20, late  # a busy machine may hold up a few
    with again(path) as store:
        assert [entry.raw for entry in store.record(uid).entries[1:]] == lines


def test_a_program_that_waits_for_locks_is_found_out(
    meeting: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = in_session(meeting)
    monkeypatch.setenv("CARELESS", "waits for locks")
    with pytest.raises(AssertionError, match="waited"):
        type_while_locked(path, ["one", "two"], CARELESS)


def checking_in(play: Played) -> None:
    """A planned meeting whose check-in is open."""
    play.plan()
    attendance.open_check_in(play.store, play.command(), play.uid)


def talking(play: Played) -> None:
    """A meeting in session with an action."""
    play.plan().begin().say("- 付定金 @韩磊 截止周五 -> 回单")


def reading_back(play: Played) -> None:
    """A meeting in its readback."""
    talking(play)
    session.to_readback(play.store, play.command(), play.uid)


def signing_off(play: Played) -> None:
    """A meeting whose outcomes the room has agreed to."""
    talking(play)
    play.read_back()


def standing_up(play: Played) -> None:
    """A standup after a meeting."""
    talking(play)
    play.read_back().seal()
    play.uid = standups.begin(play.store, play.command(), Grouping.OWNER, "Asia/Shanghai")


def notes(play: Played) -> list[str]:
    """What was noted of the action."""
    return [step.note for step in play.store.history(play.in_ledger("A-001").uid) if step.note]


PREPARE, CHECK_IN = (Played.plan, ["a", "enter", *"tea", "ctrl+s"]), (checking_in, ["A"])
ACTS: dict[str, tuple[Callable[[Played], object], list[str], Callable[[Played], bool]]] = {
    "a form": (*PREPARE, lambda play: [item.title for item in play.record.agenda].count("tea") == 1),
    "check-in": (*CHECK_IN, lambda play: play.person("韩磊").state is Attendance.PRESENT),
    "a break": (
        talking,
        ["f8"],
        lambda play: [e.kind for e in play.record.entries].count(EntryKind.EVENT) == 1,
    ),
    "the tracker": (talking, ["ctrl+g", "u", *"paid", "enter"], lambda play: notes(play) == ["paid"]),
    "the readback": (reading_back, ["y"], lambda play: play.outcome("A-001").hearing is Hearing.AGREED),
    "signatures": (
        signing_off,
        ["f9", "down", "down", "enter", "y"],
        lambda play: len(signatures(play.record)) == 1,
    ),
    "a standup": (standing_up, ["u", *"paid", "enter"], lambda play: notes(play) == ["paid"]),
}
"""Where one is, what one presses while another program writes, and what must be so once it has ended."""


@pytest.mark.parametrize("place", ACTS)
async def test_what_is_done_on_each_screen_while_another_program_writes_is_done_once(
    tmp_path: Path, place: str
) -> None:
    arrive, keys, is_done = ACTS[place]
    with played(tmp_path / "minutes.db") as play:
        arrive(play)
        async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
            with locked(play.store.path):
                await pilot.press(*keys)
                await pilot.pause()
                assert WAITS in shown(pilot.app)
                await until(pilot, lambda: "! 1 not saved" in shown(pilot.app))
                assert not is_done(play)
            await until(pilot, lambda: is_done(play))
            await until(pilot, lambda: "not saved" not in shown(pilot.app))
        assert is_done(play)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the program go on until it is so."""
    for _ in range(100):
        if holds():
            return
        await pilot.pause(0.1)
    raise AssertionError(f"it never came so; the screen was:\n{shown(pilot.app)}")


async def test_the_language_does_not_change_while_a_line_waits(tmp_path: Path) -> None:
    """The line built anew would not know of it: it would stand there once more."""
    with played(tmp_path / "minutes.db") as play:
        talking(play)
        async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
            with locked(play.store.path):
                await pilot.press(*"said", "enter", "ctrl+l")
                assert "changes once everything is saved" in shown(pilot.app)
            await until(pilot, lambda: len(play.record.entries) == 2)
            await pilot.press("ctrl+l")
            await until(pilot, lambda: "记录" in shown(pilot.app))


async def test_what_waits_when_the_program_ends_is_kept_for_the_next_start(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as play:
        talking(play)
        async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
            with locked(play.store.path):
                await pilot.press(*"said", "enter", "ctrl+q")
        assert len(play.record.entries) == 1
        async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
            await until(pilot, lambda: "1 thing was not saved last time" in shown(pilot.app))
            await pilot.press("enter")
            await pilot.pause()
        assert [entry.raw for entry in play.record.entries][1:] == ["said"]
        assert not left(play.store.path, [])


@contextmanager
def again(path: Path) -> Iterator[Store]:
    """The store, opened anew."""
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()
