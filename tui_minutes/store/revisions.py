"""Changing a line of the log, with what it said before kept (D8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tui_minutes.domain.command import Command
from tui_minutes.store import rows
from tui_minutes.store.tables import EntryRow, RevisionRow, Table


def revise(
    command: Command,
    entry: EntryRow,
    act: str,
    fields: dict[str, Any],
    *,
    remember: dict[str, Any] | None = None,
) -> None:
    """Change a line of the log and keep what it said before (D8)."""
    before = {name: _plain(getattr(entry, name)) for name in fields}
    after = {name: _plain(value) for name, value in fields.items()}
    changed = {name for name in fields if before[name] != after[name]}
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.save()
    rows.add(
        RevisionRow, command, entry=entry, act=act, at=command.at, by=command.by,
        entered_by=command.entered_by, before={name: before[name] for name in changed},
        after={name: after[name] for name in changed} | (remember or {}),
    )  # fmt: skip


def of_entry(entry: EntryRow) -> list[RevisionRow]:
    """What a line said before, latest change first."""
    return list(RevisionRow.select().where(RevisionRow.entry == entry).order_by(RevisionRow.id.desc()))


def _plain(value: Any) -> Any:
    """A value as a revision keeps it: rows by uid, instants in ISO."""
    if isinstance(value, Table):
        return value.uid
    return value.isoformat() if isinstance(value, datetime) else value
