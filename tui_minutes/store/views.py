"""Saved views of the ledger, in the order they were saved."""

from __future__ import annotations

from peewee import fn

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


def next_position() -> int:
    """The place behind all saved views."""
    return int(ViewRow.select(fn.COALESCE(fn.MAX(ViewRow.position), 0)).scalar()) + 1
