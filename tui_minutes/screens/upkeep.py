"""After the first screen, in a thread of its own: the store is looked through and backed up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.store.backups import make
from tui_minutes.store.copying import Stopped
from tui_minutes.store.examining import examine_sometimes

if TYPE_CHECKING:
    from tui_minutes.screens.host import Host


def keep_up(host: Host, damaged: Callable[[Refused], object]) -> None:
    """Back up what has changed, and look at every page of it; `damaged` is told what is wrong then.

    A backup that fails is told once; the work goes on. All of it stops when the program ends.
    """
    worker = get_current_worker()
    path = host.store.path
    try:
        if not host.store.is_looked_through:
            host.store.look_through()
        make(path, lambda: worker.is_cancelled)
        examine_sometimes(path, host.now().date(), lambda: worker.is_cancelled)
    except Stopped:
        return
    except Refused as refused:
        if worker.is_cancelled:
            return
        if refused.code == "store_damaged":
            host.call_from_thread(damaged, refused)
        else:
            host.call_from_thread(host.notify, refusal_text(refused), severity="error")
