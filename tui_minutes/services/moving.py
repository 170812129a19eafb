"""A move within the caller's transaction: checked, carried out, told in history (T2, T5, T6, T8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from tui_minutes.domain.command import Command
from tui_minutes.domain.move_effects import effect
from tui_minutes.domain.moves import Given, check
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, Status
from tui_minutes.domain.reading import Reading
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.typed_moves import from_reading, in_words, towards
from tui_minutes.services.outcome_changes import change, changes_of, day_of
from tui_minutes.services.splitting import split
from tui_minutes.services.undoing import undo_last
from tui_minutes.store import outcomes, rows
from tui_minutes.store.tables import OutcomeRow

_GIVEN = tuple(field.name for field in fields(Given))
_READ = {"text", "status", "result"} | set(_GIVEN)
"""What `from_reading` has read already; the other fields of a line go along with its move."""


def carry_out(
    command: Command, row: OutcomeRow, act: Act, given: Given, further: Mapping[str, Any] | None = None
) -> None:
    """Make the move `act` with what is `given`; `further` fields change with it, in the same step.

    Refused as `domain.moves.check`; no_such_outcome, cannot_supersede. Whose own it is already keeps it.
    """
    if act is Act.UNDO:
        undo_last(command, row)
        return
    outcome = loaded(row)
    check(outcome, act, command.by, given, day_of(command, row))
    if act is Act.SPLIT:
        split(command, row, given)
        return
    done = effect(outcome, act, given, command.by)
    changes = done.changes | dict(further or {})
    if changes.get("superseded_by"):
        changes["superseded_by"] = _taking_its_place(row, given.by_number)
    if act is Act.HAND_OVER and given.owners == outcome.owners:
        act = Act.EDIT
    words = {"cause": done.cause, "remedy": done.remedy, "note": done.note}
    change(replace(command, by=done.by), row, changes, **words, act=act)


def apply_reading(command: Command, row: OutcomeRow, reading: Reading) -> None:
    """The move that a typed line makes (`@zhao by fri`, `done result: …`), with all fields it names."""
    outcome = loaded(row)
    act, given = from_reading(reading, outcome)
    further = {name: value for name, value in changes_of(reading).items() if name not in _READ}
    if act is Act.NOTE and further:
        act = Act.EDIT
    carry_out(command, row, act, given, further)
    if row.version == outcome.version:
        raise Refused("nothing_to_change", number=row.number)


def apply_changes(
    command: Command, row: OutcomeRow, changes: Mapping[str, Any], cause: str, remedy: str, note: str
) -> None:
    """Changed fields from a form; a changed status is the move that leads to it."""
    outcome = loaded(row)
    rest = {name: value for name, value in changes.items() if name != "status"}
    status = changes.get("status")
    if status is None or status == outcome.status:
        change(command, row, rest, cause=cause, remedy=remedy, note=note)
        return
    said = {name: rest.pop(name) for name in _GIVEN if rest.get(name)}
    act = towards(outcome, Status(status))
    carry_out(command, row, act, in_words(act, Given(**said, cause=cause, remedy=remedy, note=note)), rest)


def standing(outcome_uid: str, seen: int | None) -> OutcomeRow:
    """The row, unless it was taken out of its meeting; Refused("no_longer_stands") then."""
    row = outcomes.current(outcome_uid, seen)
    if row.withdrawn:
        raise Refused("no_longer_stands", number=row.number)
    return row


def loaded(row: OutcomeRow) -> Outcome:
    """The outcome of a row; Refused("not_found") when it is gone."""
    found = outcomes.find(row.uid)
    if found is None:
        raise Refused("not_found", number=row.number)
    return found


def _taking_its_place(row: OutcomeRow, number: str) -> OutcomeRow:
    """The decision that takes the place of `row`: neither it nor one whose place it took itself."""
    found = outcomes.by_number(number)
    if found is None or found.kind is not OutcomeKind.DECISION:
        raise Refused("no_such_outcome", number=number)
    later = rows.row(OutcomeRow, found.uid)
    one: OutcomeRow | None = later
    while one is not None and one.id != row.id:
        one = one.superseded_by
    if one is not None or not found.is_live:
        raise Refused("cannot_supersede", number=row.number, by=later.number)
    return later
