"""Terminals that do what they like: any size, any bytes, a megabyte at once, no colours, gone at any time."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.faults import FULL
from tests.faults.conftest import Say, Scale
from tests.faults.left_behind import check_store
from tests.running import resume, running_meeting
from tests.terminal import CTRL_Q, PATIENCE, Terminal, answered, minutes
from tui_minutes.domain.text import clean
from tui_minutes.store.store import Store

SIZES = ((1, 1), (2, 2), (1, 60), (500, 200), (20, 5), (80, 24), (132, 34))
MEGABYTE = 2**20
BEGIN, END = b"\x1b[200~", b"\x1b[201~"
CTRL_G, CTRL_K, CTRL_O, CTRL_P, CTRL_U, F3, ESCAPE = "\x07", "\x0b", "\x0f", "\x10", "\x15", "\x1bOR", "\x1b"
CONTROLS = "\x1b[31m\x07\x9b31m\x00\u202e\r\t\x1b]52;c;aGk=\x07".encode()
"""Colours, a bell, a right-to-left override, and what would write the clipboard."""
TRACEBACK = b"Traceback (most recent"
PLANES = "".join(chr((plane << 16) + 0x100 + n) for plane in range(17) for n in (0x20, 0x41)) + "\U0002a6d6"
COMBINED = "e\u0301\u0323" * 20 + "\u05d0\u202eb\u2066" + "नि" * 5 + "👩‍👩‍👧" + "🏳️‍🌈"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting in session."""
    return running_meeting(tmp_path)


@contextmanager
def recording(db: Path, size: tuple[int, int] = (132, 34), **env: str) -> Iterator[Terminal]:
    """The program on the meeting; in the end it is left, and everything is as it should be."""
    with Terminal(minutes("--db", str(db)), size, **env) as terminal:
        resume(terminal)
        yield terminal
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0, terminal.text
        assert terminal.is_sane()
        assert TRACEBACK not in terminal.raw
    consistent(db)


def consistent(db: Path) -> None:
    """The store is whole."""
    store = Store.open(db)
    try:
        check_store(store)
    finally:
        store.close()


def taken_down(db: Path) -> list[str]:
    """The lines of the meeting, as they were typed."""
    store = Store.open(db)
    try:
        return [entry.raw for entry in store.record(store.meetings()[0].uid).entries if entry.raw]
    finally:
        store.close()


def resize(terminal: Terminal, size: tuple[int, int]) -> None:
    """Give the terminal another size, as a person who drags its corner."""
    columns, lines = size
    fcntl.ioctl(terminal._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    os.killpg(terminal.program.pid, signal.SIGWINCH)
    terminal.screen.resize(lines, columns)


def pour(terminal: Terminal, data: bytes) -> None:
    """Send as much as it takes, and read what the program writes meanwhile."""
    os.set_blocking(terminal._master, False)
    end = time.monotonic() + 3 * PATIENCE
    while data:
        assert time.monotonic() < end, f"{len(data)} bytes were not read"
        _, ready, _ = select.select([], [terminal._master], [], 0.05)
        if ready:
            data = data[os.write(terminal._master, data[:4096]) :]
        terminal.pump(0)
    os.set_blocking(terminal._master, True)


def enter(terminal: Terminal, line: str) -> None:
    """A line more, and it is saved."""
    since = len(terminal.raw)
    terminal.send(f"{line}\r")
    assert answered(terminal, rb"Line \d+ saved", since), terminal.text


def test_a_storm_of_sizes(db: Path, scale: Scale, seed: int) -> None:
    random = Random(seed)
    with recording(db) as terminal:
        for n in range(scale(40, 1000)):
            resize(terminal, random.choice(SIZES))
            if n % 4 == 0:
                terminal.send(f"line {n}\r")
            terminal.pump(0.02)
        resize(terminal, (132, 34))
        enter(terminal, "the last")
    typed = [f"line {n}" for n in range(0, scale(40, 1000), 4)]
    assert taken_down(db) == [*typed, "the last"]


def gone(terminal: Terminal, words: str) -> None:
    """Until `words` are not on the screen any more."""
    end = time.monotonic() + PATIENCE
    while words in terminal.text:
        assert time.monotonic() < end, terminal.text
        terminal.pump()


def test_a_megabyte_pasted_into_the_line_is_one_line(db: Path) -> None:
    long = "长" * (MEGABYTE // 3)
    with recording(db) as terminal:
        pour(terminal, BEGIN + long.encode() + END)
        terminal.send("x")
        terminal.wait_for("长x")
        enter(terminal, "")
        enter(terminal, "the last")
    assert taken_down(db) == [f"{long}x", "the last"]


def test_a_paste_that_comes_as_keys_is_seen_on_its_way(db: Path) -> None:
    """A terminal that does not mark what is pasted sends it as if it were typed."""
    words = [f"word{n} " for n in range(1000)]
    seen = set()
    with recording(db) as terminal:
        pour(terminal, "".join(words).encode())
        end = time.monotonic() + 4 * PATIENCE
        while words[-1] not in terminal.text:
            assert time.monotonic() < end, terminal.text
            terminal.pump()
            seen |= set(re.findall(r"word\d+", terminal.text))
        enter(terminal, "")
    assert len(seen) > 100, "nothing was painted before the end"
    assert taken_down(db) == ["".join(words)]


@pytest.mark.parametrize(("lines", "answer"), [(2000, "Pasted lines · 2000 lines"), (80_000, "at most 2000")])
def test_lines_pasted_are_asked_about_and_too_many_refused(db: Path, lines: int, answer: str) -> None:
    with recording(db) as terminal:
        pour(terminal, BEGIN + "周岚：好\n".encode() * lines + END)
        terminal.wait_for(answer)
        terminal.send(ESCAPE)
        gone(terminal, "Pasted lines")
        enter(terminal, "the last")
    assert taken_down(db) == ["the last"]


FIELDS = {
    "a form": (F3, "Ctrl\\+S"),
    "all commands": (CTRL_P, "All commands"),
    "the search of Home": (f"{CTRL_O}/", "Title, number or name"),
    "the search of the ledger": (f"{CTRL_G}/", "Decision ledger"),
    "the line of the ledger": (f"{CTRL_G}{CTRL_K}", "─ Record "),
}
"""Keys that lead from the meeting to a field, and what is seen there."""


JUNK = {"a megabyte": b"w" * MEGABYTE, "controls": CONTROLS * 50}

EACH = [(field, junk) for field in FIELDS for junk in JUNK]
QUICK = [("the search of Home", "a megabyte"), ("a form", "controls")]


@pytest.mark.parametrize(("field", "junk"), EACH if os.environ.get(FULL) else QUICK)
def test_what_is_pasted_into_a_field_ends_nothing(db: Path, field: str, junk: str) -> None:
    way, seen = FIELDS[field]
    with recording(db) as terminal:
        terminal.send(way)
        terminal.wait_for(seen)
        since = len(terminal.raw)
        pour(terminal, BEGIN + JUNK[junk] + END)
        terminal.send("x")
        terminal.watch(0.5)
        assert b"\x1b]52" not in terminal.raw[since:]
        assert b"\x9b" not in terminal.raw[since:]


def test_bytes_that_are_no_utf_8(db: Path) -> None:
    with recording(db) as terminal:
        for broken in (b"\xff\xfe", b"\xc3(", b"\xe4\xb8", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\x80"):
            os.write(terminal._master, broken)
            terminal.watch(0.1)
        os.write(terminal._master, b"\x15")
        enter(terminal, "good again")
    assert taken_down(db)[-1] == "good again"


def test_a_program_that_stops_reading_is_found_out(db: Path) -> None:
    with Terminal([sys.executable, "-m", "tests.faults.strict_bytes", "--db", str(db)]) as terminal:
        resume(terminal)
        os.write(terminal._master, b"\xff\xfe")
        terminal.watch(0.5)
        os.write(terminal._master, b"good again\r")
        terminal.watch(2)
        assert b" saved" not in terminal.raw
    assert taken_down(db) == []


@pytest.mark.parametrize("text", [PLANES, COMBINED], ids=["planes", "combined"])
def test_all_that_can_be_written_is_taken_down(db: Path, text: str) -> None:
    with recording(db) as terminal:
        enter(terminal, text)
    assert taken_down(db) == [clean(text).strip()]


def test_an_input_method_sends_twenty_characters_at_once(db: Path) -> None:
    words = "下周五之前请各部门把展位物料清单全部交齐给行政"
    with recording(db) as terminal:
        terminal.send(words)
        terminal.wait_for(words)
        terminal.send("。")
        enter(terminal, "")
    assert taken_down(db) == [f"{words}。"]


@pytest.mark.parametrize(
    "env", [{"TERM": "dumb"}, {"TERM": "vt100"}, {"NO_COLOR": "1"}, {"TERM": "linux"}], ids=str
)
def test_a_terminal_that_can_do_little(db: Path, env: dict[str, str]) -> None:
    with recording(db, (80, 24), **env) as terminal:
        enter(terminal, "+ we take it")


def test_a_terminal_gone_at_any_time(db: Path, scale: Scale, seed: int, say: Say) -> None:
    random = Random(seed)
    for n in range(scale(4, 100)):
        with Terminal(minutes("--db", str(db))) as terminal:
            terminal.watch(random.uniform(0.2, 2))
            terminal.send(f"\rnote {n}\r" * random.randrange(3))
            terminal.watch(random.uniform(0, 0.5))
            terminal.hang_up()
            assert TRACEBACK not in terminal.raw
        consistent(db)
