"""The commands that were carried out: one row each, so that a retry finds its first result."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.command import Command
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import CommandRow


def earlier(command: Command) -> CommandRow | None:
    """What became of this very command, if it was carried out already."""
    return _EARLIER.first(command.id)


_EARLIER = Prepared(CommandRow, lambda uid: CommandRow.select().where(CommandRow.command == uid))


def carried_out(command_id: str) -> bool:
    """Whether the command of that id was."""
    return CommandRow.select().where(CommandRow.command == command_id).exists()


def remember(command: Command, name: str, result: Any) -> None:
    """Keep that `command` was carried out, and what came of it (JSON)."""
    CommandRow.create(
        command=command.id,
        name=name,
        at=command.at,
        by=command.by,
        entered_by=command.entered_by,
        result=result,
    )
