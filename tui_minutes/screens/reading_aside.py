"""What takes long to read in a large store is read by a thread of its own; no key waits for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from textual.worker import Worker, get_current_worker

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen

T = TypeVar("T")

_one_at_a_time = Lock()
"""Two readings at once would only be slower: what is no longer wanted is over before the next begins."""


def read_aside(
    screen: BaseScreen, read: Callable[[], T], show: Callable[[T], None], *, always: bool = False
) -> None:
    """Call `show` with what `read` finds: now, or when a large store has been read, unless it is asked anew
    or the screen is left before. What may take long in any store is `always` read aside.
    """
    if always or screen.host.store.is_large:
        work = partial(_read, screen, read, show)
        screen.run_worker(work, group="aside", thread=True, exclusive=True)
    else:
        show(read())


def _read(screen: BaseScreen, read: Callable[[], T], show: Callable[[T], None]) -> None:
    worker = get_current_worker()
    with _one_at_a_time:
        if worker.is_cancelled:
            return
        with screen.host.store.reading():
            found = read()
    screen.app.call_from_thread(_show, worker, show, found)


def _show(worker: Worker[None], show: Callable[[T], None], found: T) -> None:
    if not worker.is_cancelled:
        show(found)
