"""The real program in a real terminal: a pseudo-terminal, and a screen that shows what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import pyte

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0
"""Seconds after which what a test waits for will not come any more."""

ALTERNATE_SCREEN, CURSOR, BRACKETED_PASTE = 1049, 25, 2004
MOUSE = (1000, 1002, 1003, 1006, 1015)
CTRL_Q, F8 = "\x11", "\x1b[19~"

_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_NOT_DRAWN = re.compile(
    rb"\x1b\[\?[0-9;]*(?:\$p|m)|\x1b\[[<>=][0-9;:]*[A-Za-z]|\x1b[P_^][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[\?2026[hl]"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<>=?$]*|[P_^\]][^\x1b\x07]*\x1b?)?$")


class Terminal:
    """A program on a pseudo-terminal of `size` (columns, rows).

    `raw` is all that it wrote, `read_at` when the last of it was read: drawing it here takes time of its own.
    """

    def __init__(self, argv: Sequence[str], size: tuple[int, int] = (132, 34), **env: str) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""
        self.raw = b""
        self.read_at = 0.0
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.program = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, cwd=ROOT,
            preexec_fn=_take_terminal,
            env={**_surroundings(), "TERM": "xterm-256color", **env},
        )  # fmt: skip
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.program.poll() is None:
            self.kill(signal.SIGKILL)
        self._close()

    def send(self, keys: str) -> None:
        """Type `keys`, as bytes a terminal would send."""
        os.write(self._master, keys.encode())

    def pump(self, seconds: float = 0.05) -> bool:
        """Show what the program writes within `seconds`; False when it wrote nothing."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has closed its side
            return False
        self.read_at = time.monotonic()
        self.raw += data
        self.received(data)
        return True

    def received(self, data: bytes) -> None:
        """What is done with what the program wrote: it is drawn."""
        self.draw(data)

    def draw(self, data: bytes) -> None:
        """Show `data` on the screen."""
        data = self._held + data
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._held, data = data[cut:], data[:cut]
        self._stream.feed(_NOT_DRAWN.sub(b"", data))

    def watch(self, seconds: float) -> None:
        """Show what the program writes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.pump(left)

    @property
    def text(self) -> str:
        """The screen, line by line; the second cell of a wide character is left out."""
        rows = self.screen.buffer
        cells = range(self.screen.columns)
        return "\n".join("".join(rows[y][x].data for x in cells) for y in range(self.screen.lines))

    def wait_for(self, pattern: str, patience: float = PATIENCE) -> str:
        """Until the screen matches `pattern`; the screen. Fails with the screen when it never does."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if re.search(pattern, self.text):
                return self.text
            self.pump()
        raise AssertionError(f"{pattern!r} did not come; the screen was:\n{self.text}")

    def wait_for_bytes(self, wanted: bytes) -> None:
        """Until the program has written `wanted`, and not a moment longer."""
        end = time.monotonic() + PATIENCE
        while wanted not in self.raw:
            assert time.monotonic() < end, f"{wanted!r} was not written"
            self.pump()

    def kill(self, number: int) -> int:
        """Send a signal and wait for the end; the exit status, negative for a signal that ended it."""
        self.program.send_signal(number)
        return self.ended()

    def hang_up(self) -> int:
        """Close the terminal, as a lost connection does; the exit status."""
        self._close()
        return self.program.wait(PATIENCE)

    def ended(self) -> int:
        """Wait for the end of the program, reading what it still writes; the exit status."""
        end = time.monotonic() + PATIENCE
        while self.program.poll() is None and time.monotonic() < end:
            self.pump()
        while self.pump(0):
            pass
        assert self.program.returncode is not None, f"it did not end; the screen was:\n{self.text}"
        return self.program.returncode

    def is_on(self, mode: int) -> bool:
        """Whether the program has left a private mode of the terminal on; the cursor is on from the start."""
        state = mode == CURSOR
        for modes, switch in _MODES.findall(self.raw):
            if str(mode).encode() in modes.split(b";"):
                state = switch == b"h"
        return state

    def is_sane(self) -> bool:
        """Whether a shell could go on here: its own screen, a cursor, an echo, no mouse reports."""
        off = (ALTERNATE_SCREEN, BRACKETED_PASTE, *MOUSE)
        flags: int = termios.tcgetattr(self._master)[3]
        cooked = flags & termios.ECHO and flags & termios.ICANON
        return bool(cooked) and self.is_on(CURSOR) and not any(map(self.is_on, off))

    def _close(self) -> None:
        if self._master >= 0:
            os.close(self._master)
            self._master = -1


def _surroundings() -> dict[str, str]:
    """The environment without the size of the terminal that the tests run in: a program would believe it."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


def _take_terminal() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # tests that run under nohup ignore it
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def minutes(*args: str) -> list[str]:
    """The command line of the program under test."""
    return [sys.executable, "-m", "tui_minutes", *args]


def settle(language: str = "en") -> None:
    """A config that says that the first start is over; the home is that of the test."""
    config = Path(os.environ["TUI_MINUTES_CONFIG"])
    config.write_text(f'first_run_done = true\nname = "王敏"\nlanguage = "{language}"\n', encoding="utf-8")


def answered(terminal: Terminal, pattern: bytes, since: int = 0) -> bool:
    """Whether the program writes `pattern` at last, after its first `since` bytes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if re.search(pattern, terminal.raw[since:]):
            return True
        terminal.pump()
    return False
