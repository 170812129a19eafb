"""What the operating system tells a program in a terminal: end, hang up, stop and go on (POSIX)."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable

HANG_UP_SECONDS = 2.0
"""So long the program may take to end in order once its terminal is gone: writing to it can block."""

BUSY_WAITS = 5
"""So many times as long while the terminal is there, and has to be left as a shell expects it."""


class TerminalSignals:
    """Calls `end` with an exit code when the program is told to end, or its terminal is gone.

    The loop must be running. It begins before Textual's driver changes the terminal: a signal may come then.
    """

    def __init__(self, end: Callable[[int], None]) -> None:
        self._end = end
        self._stopped = self._told = False
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._listen(asyncio.get_running_loop(), number)
        signal.set_wakeup_fd(signal.set_wakeup_fd(-1), warn_on_full_buffer=False)  # nothing is lost by it

    def _listen(self, loop: asyncio.AbstractEventLoop, number: signal.Signals) -> None:
        """Hear a signal in two ways. A loop hears it by a byte in a pipe, which wakes it wherever it waits;
        but the keys of a flood fill that pipe, and then the byte is lost: hence a handler of one's own.
        """
        code = 128 + number
        loop.add_signal_handler(number, self._tell, code)
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._tell, code))

    def _tell(self, code: int) -> None:
        if not self._told:
            self._told = True
            self._end(code)

    def follow_stops(self) -> None:
        """Let Textual's driver, which runs by now, take the terminal back only after a stop that it knows of.

        It does so on every SIGCONT: after a hang-up or a stop from outside it would read the keyboard twice.
        """
        stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        if not (callable(stop) and callable(go_on)):
            return

        def stopped(number: int, _frame: object) -> None:
            self._stopped = True
            stop(number, None)

        def continued(number: int, _frame: object) -> None:
            if self._stopped:
                self._stopped = False
                go_on(number, None)

        signal.signal(signal.SIGTSTP, stopped)
        signal.signal(signal.SIGCONT, continued)

    def look(self) -> None:
        """End when the terminal is gone though nobody said so: a hang-up may be ignored further up."""
        if not has_terminal():
            self._tell(128 + signal.SIGHUP)


def leave_at_last(code: int, waits: int = BUSY_WAITS) -> None:
    """Make sure that the process ends with `code` though a dead terminal holds it; all is on disk by now.

    A terminal that is there is given back first, which takes its time on a busy machine.
    """

    def leave() -> None:
        if waits and has_terminal():
            leave_at_last(code, waits - 1)
        else:
            os._exit(code)

    watch = threading.Timer(HANG_UP_SECONDS, leave)
    watch.daemon = True
    watch.start()


def has_terminal() -> bool:
    """Whether the terminal that the program was started in is still there."""
    return sys.__stdin__ is None or os.isatty(sys.__stdin__.fileno())
