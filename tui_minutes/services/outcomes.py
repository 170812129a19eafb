"""Changing outcomes: by form, by line, by status (T1, T8)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tui_minutes.domain.capture import Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.outcomes import (
    Outcome,
    Status,
)
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.services.outcome_changes import apply_reading, change
from tui_minutes.store import outcomes
from tui_minutes.store.store import Store
from tui_minutes.store.tables import OutcomeRow


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

    Besides the columns, `owners`, `deciders` and `cc` are names. Raises Refused: changed_meanwhile,
    empty_text, close_by_owner, no_such_outcome (parent), field_of_other_kind, no_longer_stands.
    """
    row = _standing(outcome_uid, seen)
    change(command, row, changes, cause=cause, remedy=remedy, note=note)
    return _loaded(row)


@commanded
def apply(
    store: Store, command: Command, outcome_uid: str, reading: Reading, seen: int | None = None
) -> Outcome:
    """Change what a typed line names (`@zhao by fri`, `done result: …`); the rest stays."""
    row = _standing(outcome_uid, seen)
    apply_reading(command, row, reading)
    return _loaded(row)


@commanded
def set_status(
    store: Store,
    command: Command,
    outcome_uid: str,
    status: Status,
    note: str = "",
    cause: str = "",
    remedy: str = "",
    due: date | None = None,
) -> Outcome:
    """Move an outcome to another status, with a new date where there is one."""
    row = _standing(outcome_uid, None)
    changes: dict[str, Any] = {"status": status} | ({"due": due} if due else {})
    change(command, row, changes, cause=cause, remedy=remedy, note=note)
    return _loaded(row)


def _standing(outcome_uid: str, seen: int | None) -> OutcomeRow:
    """The row, unless it was taken out of its meeting; Refused("no_longer_stands") then."""
    row = outcomes.current(outcome_uid, seen)
    if row.withdrawn:
        raise Refused("no_longer_stands", number=row.number)
    return row


def _loaded(row: OutcomeRow) -> Outcome:
    found = outcomes.find(row.uid)
    if found is None:
        raise Refused("not_found", number=row.number)
    return found
