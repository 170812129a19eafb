"""What is open in a large store is judged by other rules while people work; lists say how far (T3)."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_minutes.store.store import Store

REST = 0.02
"""Seconds between two steps, for whoever types and whoever writes."""


class Judging:
    """`is_due` until all that is open was judged by the rules of now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done = self._total = 0
        self.is_due = False

    def words(self) -> str:
        """Why what needs attention is not up to date yet; "" when it is."""
        if not self.is_due:
            return ""
        if not self._total:
            return tr("not up to date: looking through the file")
        done, total = f"{self._done:,}", f"{self._total:,}"
        return tr("not up to date: {done} of {total} judged", done=done, total=total)

    def carry_on(self, heed: Callable[[], None]) -> None:
        """Judge all there is, in a thread; `heed` raises what ends that. Others read and write meanwhile.

        Raises Refused("store_damaged") or "store_failed".
        """
        work = self._store.rejudging()
        more = self.is_due
        while more:
            heed()
            try:
                with self._store.reading():
                    more = work.step()
            except Refused as refused:
                if refused.code != "store_busy":
                    raise
            self._done, self._total = work.done, work.total
            sleep(REST)
        self.is_due = False
