"""The ledger as the table wants it: rows by their place, read by key from the nearest known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_minutes.domain.filters import Filter
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import mark, tr
from tui_minutes.i18n.labels import label
from tui_minutes.store.paging import END, Place
from tui_minutes.widgets.pager import Group
from tui_minutes.widgets.showing import Showing

if TYPE_CHECKING:
    from tui_minutes.store.store import Store

ORDERS = {
    "attention": mark("what needs attention"),
    "due": mark("due date"),
    "number": mark("number"),
    "owner": mark("owner"),
    "status": mark("status"),
    "priority": mark("priority"),
    "updated": mark("last update"),
    "meeting": mark("meeting"),
    "department": mark("department"),
}
"""What the ledger can be sorted by, in words."""


class LedgerPager:
    """What `wanted` leaves of the ledger at one instant, in an order, with headings where it is grouped."""

    def __init__(self, store: Store, wanted: Filter, order: str, grouped: str, showing: Showing) -> None:
        self._store = store
        self._grouped = grouped
        self._listing = store.listing(wanted, grouped or order, showing.now, revealed=showing.revealed)
        known = self._listing.length
        self.length = store.total(wanted, showing.now, showing.revealed) if known is None else known
        found = store.groups(wanted, grouped, showing.now, revealed=showing.revealed) if grouped else []
        self.groups = [Group(key, count) for key, count in found]
        self._behind: dict[int, Place | None] = {0: None}
        self._before: dict[int, Place] = {self.length: END}

    def heading(self, key: str) -> str:
        """A name, a status in words, a meeting with its title; or that there is none."""
        if self._grouped == "status":
            return label(Status(key))
        if self._grouped == "meeting":
            meeting = self._store.meeting_by_number(key)
            return f"{key}  {meeting.title}" if meeting else key
        return key or (tr("nobody") if self._grouped == "owner" else tr("no department"))

    def read(self, first: int, limit: int) -> Sequence[LedgerRow]:
        """On from the end of the stretch before, or back from the beginning of the one behind."""
        limit = min(limit, self.length - first)
        before = None if first in self._behind else self._before.get(first + limit)
        after = self._behind.get(first)
        with self._store.snapshot():
            if first not in self._behind and before is None:
                after = self._listing.at(first - 1)
            page = self._listing.page(after, before, limit)
        if page.first is not None:
            self._before[first] = page.first
            self._behind[first + len(page.rows)] = page.last
        return page.rows

    def place(self, uid: str) -> int | None:
        """How many rows stand before the outcome with `uid`."""
        with self._store.snapshot():
            return self._listing.nth(uid)
