"""A polite kill, a closed terminal and Ctrl+Q: everything is kept, the terminal is a shell's again."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.running import resume, running_meeting
from tests.terminal import CTRL_Q, Terminal, minutes
from tui_minutes.store.store import Store


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting in session."""
    return running_meeting(tmp_path)


def in_session(db: Path) -> Terminal:
    """The program, with the meeting resumed."""
    terminal = Terminal(minutes("--db", str(db)))
    resume(terminal)
    return terminal


def take_down(terminal: Terminal) -> None:
    """One line entered and one half typed."""
    terminal.send("周岚：先定展位\r")
    terminal.wait_for("Line 1 saved")
    terminal.send("+ 采用靠门的")
    terminal.wait_for("采用靠门的")


def resumes(db: Path) -> None:
    """The line is in the store, and the half-typed one is back."""
    store = Store.open(db)
    try:
        assert [entry.raw for entry in store.record(store.meetings()[0].uid).entries] == ["周岚：先定展位"]
    finally:
        store.close()
    with in_session(db) as terminal:
        terminal.wait_for(r"│ \+ 采用靠门的 ")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_a_sane_terminal_and_all_that_was_typed(db: Path, number: signal.Signals) -> None:
    with in_session(db) as terminal:
        assert not terminal.is_sane()
        take_down(terminal)
        assert terminal.kill(number) == 128 + number
        assert terminal.is_sane()
    resumes(db)


def test_a_closed_terminal_ends_the_program_and_loses_nothing(db: Path) -> None:
    with in_session(db) as terminal:
        take_down(terminal)
        assert terminal.hang_up() == 128 + signal.SIGHUP
    resumes(db)


def test_ctrl_q_ends_at_once_and_loses_nothing(db: Path) -> None:
    with in_session(db) as terminal:
        take_down(terminal)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert terminal.is_sane()
    resumes(db)


@pytest.mark.parametrize("written", [b"\x1b[?1049h", b"Meetings"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_it_starts_leaves_a_sane_terminal(
    db: Path, number: signal.Signals, written: bytes
) -> None:
    with Terminal(minutes("--db", str(db))) as terminal:
        terminal.wait_for_bytes(written)
        terminal.kill(number)
        assert terminal.is_sane()
