"""Who waits for a command on a large store is told what it does, and for how long already."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from tui_minutes.i18n import tr
from tui_minutes.store.opening import is_large

EVERY = 1.0
"""Seconds between two lines; nothing is said before the first."""

_CLEAR = "\r\x1b[2K"


@contextmanager
def patience(path: Path, what: str) -> Iterator[None]:
    """Say `what` is being done with the store at `path` while it is; the line is gone afterwards.

    It stands on stderr, where that is a terminal. A store that is read in a moment is nothing to wait for.
    """
    if not (is_large(path) and sys.stderr.isatty()):
        yield
        return
    done = Event()
    telling = Thread(target=_tell, args=(what, done), daemon=True)
    telling.start()
    try:
        yield
    finally:
        done.set()
        telling.join()
        _write(_CLEAR)


def _tell(what: str, done: Event) -> None:
    began = monotonic()
    while not done.wait(EVERY):
        _write(_CLEAR + tr("{what} … {n} s", what=what, n=int(monotonic() - began)))


def _write(text: str) -> None:
    print(text, end="", file=sys.stderr, flush=True)
