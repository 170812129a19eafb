"""What a move does to an outcome: the fields it sets and empties, what history tells of it (T2, T5, T6)."""

from __future__ import annotations

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.moves import MOVES, Detail, Given
from tui_minutes.domain.outcomes import Act, Outcome, Status

_COLUMNS = {
    Detail.OWNERS: "owners",
    Detail.RESULT: "result",
    Detail.DELIVERABLE: "deliverable",
    Detail.LEFTOVER: "leftover",
    Detail.QUALITY: "quality",
    Detail.QUESTION: "unclear",
    Detail.ANSWER: "answer",
    Detail.NEXT_FEEDBACK: "next_feedback",
    Detail.BY_NUMBER: "superseded_by",
}
"""Where a detail is kept; the others are words of history."""

_NOTHING: dict[str, object] = {"quality": None, "superseded_by": None}
"""What an emptied field holds, where that is no empty text."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The `changes` of a move by field (`owners` are names), its words for history, and whose act it is."""

    changes: dict[str, object]
    cause: str
    remedy: str
    note: str
    by: str


def effect(outcome: Outcome, act: Act, given: Given, by: str) -> Effect:
    """What the move `act` of `by` does to `outcome`; `check` has let it pass.

    Whatever is given is kept, also what the move did not ask for. A cancellation is the act of whoever
    decided it.
    """
    changes: dict[str, object] = {
        column: getattr(given, detail.value) for detail, column in _COLUMNS.items() if given.has(detail)
    }
    if given.has(Detail.DUE):
        changes |= {"due": given.due, "due_next_meeting": given.due_next_meeting}
    status, clears = MOVES[act].to, MOVES[act].clears
    if act is Act.HAND_OVER and given.owners[:1] == outcome.owners[:1]:  # only the helpers change
        status, clears = None, ()
    if act is Act.NOTE and _begins(outcome, by):
        status = Status.IN_PROGRESS
    if status is not None:
        changes["status"] = status
    changes |= {name: _NOTHING.get(name, "") for name in clears}
    note = " · ".join(filter(None, (given.reason, given.note)))
    return Effect(changes, given.cause, given.remedy, note, given.decided_by or by)


def _begins(outcome: Outcome, by: str) -> bool:
    """Whether a note says that its owner has understood it: it tells of progress (T2)."""
    return outcome.status is Status.UNCONFIRMED and not outcome.unclear and by in outcome.owners
