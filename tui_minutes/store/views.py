"""Saved views of the ledger, in the order people gave them."""

from __future__ import annotations

from tui_minutes.domain.views import View
from tui_minutes.store.tables import ViewRow


def saved() -> tuple[View, ...]:
    """All saved views, in their order."""
    return tuple(
        View(row.name, row.wanted, row.sort, row.grouped_by, row.uid)
        for row in ViewRow.select().order_by(ViewRow.position, ViewRow.id)
    )


def row(uid: str) -> ViewRow | None:
    """The row of a saved view."""
    return ViewRow.get_or_none(ViewRow.uid == uid)


def arrange(uids: list[str]) -> None:
    """Give the views the order of `uids`."""
    for position, uid in enumerate(uids):
        ViewRow.update(position=position).where(ViewRow.uid == uid).execute()
