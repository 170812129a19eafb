"""A program seen from outside, on a pseudo-terminal: the same for every program, whatever it is made of.

Each chunk that a program writes is stamped as it is read and only kept; it is drawn when the program is
quiet, so what the emulated screen costs is in no figure. A time is that of the first chunk after which that
screen shows what was waited for: bytes that do not show it yet do not count.
"""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.terminal import PATIENCE, Terminal

SIZE = (100, 30)
QUIET = 0.04
"""Seconds without output after which what was read is drawn."""

Test = Callable[[], bool]

_ASKED = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<second>>?)0?c|\x1b\[(?P<place>6)n|\x1b\](?P<colour>1[01]);\?"
    rb"(?:\x07|\x1b\\)|\x1b\[\?(?P<keys>u)|\x1bP\+q[^\x1b]*\x1b\\"
)
"""What programs ask a terminal: modes, its kind, the cursor, colours, the keyboard, names of capabilities."""


class Watched(Terminal):
    """The program `argv`; `began` is the moment before it was started, `written` counts its bytes."""

    def __init__(self, argv: Sequence[str], **env: str) -> None:
        self.began = time.monotonic()
        self.written = 0
        self._chunks: deque[tuple[float, bytes]] = deque()
        self._asked_from = 0
        self._drawn_until = 0.0
        super().__init__(argv, SIZE, COLORTERM="truecolor", **env)

    def received(self, data: bytes) -> None:
        """Keep it, and answer what it asks as a terminal of today would."""
        self._chunks.append((self.read_at, data))
        self.written += len(data)
        for question in _ASKED.finditer(self.raw, self._asked_from):
            self.send(_answer(question))
            self._asked_from = question.end()
        self._asked_from = max(self._asked_from, len(self.raw) - 32)

    def type(self, keys: str) -> float:
        """Send `keys`; the moment at which they went out."""
        at = time.monotonic()
        self.send(keys)
        return at

    def written_out(self, wanted: bytes) -> float:
        """The moment at which `wanted` had been read, for what is answered at once."""
        self.wait_for_bytes(wanted)
        return self.read_at

    def seen(self, wanted: str | Test) -> float:
        """The moment of the chunk after which the screen matches a pattern, or meets a test."""
        test = self._matches(wanted) if isinstance(wanted, str) else wanted
        end = time.monotonic() + PATIENCE
        found = test()
        while not found:
            if time.monotonic() > end:
                raise TimeoutError(f"{wanted!r} did not come; the screen was:\n{self.text}")
            self.pump(QUIET)
            found = self._drawn(test)
        return self._drawn_until

    def answer(self, keys: str, wanted: str | Test) -> float:
        """The seconds from sending `keys` to the chunk after which the screen shows what was `wanted`."""
        at = self.type(keys)
        took = self.seen(wanted) - at
        if took < 0:
            raise ValueError(f"{wanted!r} was there before {keys!r}")
        return took

    def rest(self) -> None:
        """Let it write until it is quiet, a second at most, and draw that."""
        self._drawn(lambda: False)

    def _matches(self, pattern: str) -> Test:
        return lambda: re.search(pattern, self.text) is not None

    def _drawn(self, test: Test) -> bool:
        """Draw what is written until it is quiet, as far as the chunk after which `test` is met."""
        end = time.monotonic() + 1
        while self.pump(QUIET) and time.monotonic() < end:
            pass
        while self._chunks:
            self._drawn_until, data = self._chunks.popleft()
            self.draw(data)
            if test():
                return True
        self.raw, self._asked_from = b"", 0
        return False

    def processor(self) -> float:
        """The seconds of a core that it has used so far: the clock that Linux keeps for its process."""
        return time.clock_gettime(~self.program.pid << 3 | 2)

    def memory(self) -> float:
        """The most MiB of memory that it has had so far."""
        status = Path(f"/proc/{self.program.pid}/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None, "Linux says how much memory a process has had"
        return int(found[1]) / 1024


def _answer(question: re.Match[bytes]) -> str:
    """What a terminal of today says to a question."""
    if mode := question["mode"]:
        return f"\x1b[?{mode.decode()};{2 if mode == b'2026' else 0}$y"
    if (second := question["second"]) is not None:
        return "\x1b[>41;370;0c" if second else "\x1b[?62;22c"
    if question["place"]:
        return "\x1b[1;1R"
    if colour := question["colour"]:
        return f"\x1b]{colour.decode()};rgb:{'ffff/ffff/ffff' if colour == b'10' else '0000/0000/0000'}\x1b\\"
    return "\x1b[?0u" if question["keys"] else "\x1bP0+r\x1b\\"
