"""Moves of outcomes as commands: one, several at once, the last one taken back (T1, T8)."""

from __future__ import annotations

from collections.abc import Sequence

from tui_minutes.domain.command import Command
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Outcome
from tui_minutes.services.commanded import commanded
from tui_minutes.services.moving import carry_out, loaded, standing
from tui_minutes.services.undoing import undo_last
from tui_minutes.store.store import Store


@commanded
def move(
    store: Store,
    command: Command,
    outcome_uid: str,
    act: Act,
    given: Given = Given(),  # noqa: B008 - frozen
    seen: int | None = None,
) -> Outcome:
    """Make a move with an outcome. `seen` is the version the person looked at; None takes any.

    Refused: changed_meanwhile, and all that `domain.moves.check` says.
    """
    row = standing(outcome_uid, seen)
    carry_out(command, row, act, given)
    return loaded(row)


@commanded
def undo(store: Store, command: Command, outcome_uid: str, seen: int | None = None) -> Outcome:
    """Take back the last change by a new step; the undoing of an undoing does it again.

    Refused: changed_meanwhile, cannot_undo (its making, its sealing, its readback, a split).
    """
    row = standing(outcome_uid, seen)
    undo_last(command, row)
    return loaded(row)


@commanded
def batch(
    store: Store,
    command: Command,
    chosen: Sequence[tuple[str, int]],
    act: Act,
    given: Given = Given(),  # noqa: B008
) -> list[Outcome]:
    """Make the same move with several outcomes (uid and version seen), all of them or none.

    `Act.EDIT` gives them an owner or a date. Refused as `move`, naming the one that cannot.
    """
    moved = []
    for nth, (uid, seen) in enumerate(chosen, start=1):
        row = standing(uid, seen)
        carry_out(command.part(nth), row, act, given)
        moved.append(loaded(row))
    return moved
