"""The last change of an outcome is taken back by a new step, which can be taken back in its turn (T8)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.outcome_changes import void_signatures
from tui_minutes.services.stepping_back import FIXED, targets
from tui_minutes.store import history, outcomes, votes
from tui_minutes.store.tables import HistoryRow, OutcomeRow

_FOR_GOOD = {"provisional", "withdrawn", "hearing", *FIXED}
"""What happened in the meeting is taken back there, or not at all."""


def undo_last(command: Command, row: OutcomeRow) -> None:
    """Take back the last step of `row`; what was undone last is done again.

    Refused("cannot_undo") for its making, its sealing, its readback, a vote and a split.
    """
    step = history.last_step(row)
    if step is None or _stays(step) or _is_vote(row, step):
        raise Refused("cannot_undo", number=row.number)
    fields, people = targets(row, step, back=True)
    outcomes.write(command, row, fields, people, act=Act.UNDO, undoes=step)
    if step.changes:
        void_signatures(command, row)


def _is_vote(row: OutcomeRow, step: HistoryRow) -> bool:
    return any(step.at in (vote.at, vote.voided_at) for vote in votes.about(None, row))


def _stays(step: HistoryRow) -> bool:
    made = "text" in step.changes and step.changes["text"][0] is None
    return made or step.act == Act.SPLIT or bool(_FOR_GOOD & set(step.changes))
