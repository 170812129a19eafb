"""The capture line as it is seen on the screen of a program that runs."""

from __future__ import annotations

import re
import time

from rich.cells import cell_len

from tests.faults.typed import spaced
from tests.terminal import PATIENCE, Terminal

LINE = re.compile(r"─ (?:Record|Correct \d+) ─")

SAVED = rb"Line (\d+) saved"
"""What the status line says; painted anew, it says so again."""

_IN_LOG = re.compile(r"││ +(\d+) \d\d:\d\d ")
_SLOWEST = 2.0
"""Seconds after which a line has moved, if it moves at all."""
_DOWN, _HOME, _END, _CTRL_U = "\x1b[B", "\x1b[H", "\x1b[F", "\x15"


def resume(terminal: Terminal) -> None:
    """From the start of the program into the meeting in session."""
    terminal.wait_for("in session")
    terminal.send("\r")
    terminal.wait_for(LINE.pattern)
    settled(terminal)


def acknowledged(terminal: Terminal) -> set[int]:
    """The numbers of the lines that were seen to be saved."""
    return {int(number) for number in re.findall(SAVED, terminal.raw)}


def in_log(terminal: Terminal) -> set[int]:
    """The numbers of the lines that stand in the log now."""
    return {int(number) for number in _IN_LOG.findall(terminal.text)}


def wait_for_more(terminal: Terminal, known: set[int]) -> None:
    """Until more lines than those `known` are acknowledged."""
    end = time.monotonic() + PATIENCE
    while acknowledged(terminal) <= known:
        assert time.monotonic() < end, terminal.text
        terminal.pump()


def line_on(terminal: Terminal) -> str:
    """What can be seen of the capture line; "" when only its hint can."""
    rows = terminal.text.splitlines()
    top = next(y for y, row in enumerate(rows) if LINE.search(row))
    shown = spaced(rows[top + 1].strip("│ "))
    return "" if shown.startswith("Jane: …") else shown


def shows_end_of(terminal: Terminal, line: str) -> bool:
    """Whether the `line` is seen: all of it, or its end where it is too long."""
    shown = line_on(terminal)
    return shown == line or (line.endswith(shown) and not _fits(terminal, shown))


def ends_of_line(terminal: Terminal) -> tuple[str, str]:
    """How the line begins and how it ends; both are the whole line where that fits."""
    back = line_on(terminal)
    if _fits(terminal, back):
        return back, back
    front = _moved(terminal, _HOME, back)
    return front, _moved(terminal, _END, front)


def _fits(terminal: Terminal, text: str) -> bool:
    return cell_len(text) < terminal.screen.columns * 3 // 4


def _moved(terminal: Terminal, key: str, before: str) -> str:
    """What is seen of a long line after a key that goes to its other end; the same where it all fits."""
    terminal.send(key)
    end = time.monotonic() + _SLOWEST
    while line_on(terminal) == before and time.monotonic() < end:
        terminal.pump(0.1)
    settled(terminal)
    return line_on(terminal)


def settled(terminal: Terminal) -> None:
    """Until nothing has been painted for a moment."""
    while terminal.pump(0.1):
        pass


def cleared(terminal: Terminal) -> str:
    """Leave the line that was being corrected, and empty the line."""
    terminal.send(f"{_DOWN}{_END}{_CTRL_U}")
    while line_on(terminal) or "─ Correct " in terminal.text:
        assert terminal.pump(10), terminal.text
    return ""
