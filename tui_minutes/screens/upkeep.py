"""After the first screen, in a thread of its own: the store is looked through, judged anew and backed up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.store.backups import make
from tui_minutes.store.copying import Stopped, heed
from tui_minutes.store.examining import examine_sometimes

if TYPE_CHECKING:
    from tui_minutes.screens.host import Host


UPKEEP = "upkeep"
"""The group of its thread."""


def keep_up(host: Host, damaged: Callable[[Refused], object]) -> None:
    """Judge what is open by new rules, back up what has changed, and look at every page of it.

    `damaged` is told what is wrong then. What else fails is told once; the work goes on. All of it stops when
    the program ends.
    """
    worker = get_current_worker()
    path = host.store.path

    def stop() -> bool:
        return worker.is_cancelled

    try:
        host.store.look_for_file()
        if not host.store.is_looked_through:
            host.store.look_through(stop)
        if host.judging.is_due:
            host.judging.carry_on(lambda: heed(stop))
            host.call_from_thread(host.tell_changed)
        make(path, stop)
        examine_sometimes(path, host.now().date(), stop)
    except Stopped:
        return
    except Refused as refused:
        if worker.is_cancelled:
            return
        if refused.code == "store_damaged":
            host.call_from_thread(damaged, refused)
        else:
            host.call_from_thread(_tell, host, refused)


def _tell(host: Host, refused: Refused) -> None:
    """Say what failed, but not over what is said of lines that wait."""
    if not len(host.errands):
        host.notify(refusal_text(refused), severity="error")
