"""Changing outcomes: by form and by line (T1, T8)."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.capture import Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.services.commanded import commanded
from tui_minutes.services.moving import apply_changes, apply_reading, loaded, standing
from tui_minutes.store.store import Store


@commanded
def update(
    store: Store,
    command: Command,
    outcome_uid: str,
    changes: dict[str, Any],
    seen: int | None = None,
    cause: str = "",
    remedy: str = "",
    note: str = "",
) -> Outcome:
    """Change fields of an outcome. `seen` is the version the person looked at; None takes any.

    Besides the columns, `owners`, `deciders` and `cc` are names. Another `status` is the move that leads to
    it, and needs what that needs. Raises Refused: changed_meanwhile, empty_text, no_such_outcome (parent),
    field_of_other_kind, no_longer_stands, and as `domain.moves.check`.
    """
    row = standing(outcome_uid, seen)
    apply_changes(command, row, changes, cause=cause, remedy=remedy, note=note)
    return loaded(row)


@commanded
def apply(
    store: Store, command: Command, outcome_uid: str, reading: Reading, seen: int | None = None
) -> Outcome:
    """The move that a typed line makes (`@zhao by fri`, `done result: …`); the rest stays."""
    row = standing(outcome_uid, seen)
    apply_reading(command, row, reading)
    return loaded(row)
