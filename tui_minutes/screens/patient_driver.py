"""The keyboard is read when something is typed: Textual's thread wakes ten times a second to look (POSIX)."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select
from threading import Event
from typing import Any

from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

BYTES = 4096
"""So many are read at once."""

BROKEN = "replace"
"""What is no UTF-8 is shown as `\ufffd`; a thread that dies of it would read nothing more."""


class WakingEvent(Event):
    """Who waits for files can wait for it, too."""

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = os.pipe()

    def fileno(self) -> int:
        """The file that can be read once it is set."""
        return self._reader

    def set(self) -> None:
        """Wake who waits."""
        super().set()
        os.write(self._writer, b".")

    def clear(self) -> None:
        """Begin anew."""
        super().clear()
        os.read(self._reader, BYTES)


class PatientDriver(LinuxDriver):
    """Textual's driver, which sleeps until there is a key."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._leaving = self.exit_event = WakingEvent()

    def run_input_thread(self) -> None:
        """Hand over what comes, until it is time to leave. Escape alone is known by what does not follow."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors=BROKEN).decode
        while True:
            until = parser._timeout_time
            wait = None if until is None else max(until - get_time(), 0)
            ready, _, _ = select([self.fileno, self._leaving], [], [], wait)
            if self._leaving in ready:
                return
            if ready:
                data = os.read(self.fileno, BYTES)
                if not data:
                    return
                text = decode(data)
                for event in parser.feed(text) if text else ():  # what is "" would be the end
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
