"""From what was typed or filled in to the move it makes: one line, one move (T5-T7)."""

from __future__ import annotations

from dataclasses import replace

from tui_minutes.domain.moves import MOVES, Detail, Given
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, Quality, Status
from tui_minutes.domain.reading import Reading

_IN_WORDS = (Detail.QUESTION, Detail.ANSWER, Detail.REASON, Detail.RESULT, Detail.CAUSE, Detail.NOTE)
"""Details for which the words of a line stand that are no field."""


def from_reading(reading: Reading, outcome: Outcome) -> tuple[Act, Given]:
    """The move that an update line makes with `outcome`, and what it says with it.

    Words that are no field tell what the move needs, else they are its note. `EDIT` when only fields change.
    """
    given = Given(
        note=reading.text,
        cause=reading.cause or "",
        remedy=reading.remedy or "",
        due=reading.due,
        due_next_meeting=reading.due_next_meeting and reading.due is None,
        result=reading.outcome_result or "",
        deliverable=reading.deliverable or "",
        leftover=reading.leftover or "",
        quality=Quality(reading.quality) if reading.quality else None,
        decided_by=reading.decided_by or "",
        owners=reading.owners,
        by_number=reading.superseded_by or "",
        next_feedback=reading.next,
    )
    act = _act(reading, outcome, given)
    return act, in_words(act, given)


def in_words(act: Act, given: Given) -> Given:
    """`given` with its cause, result or note in the place of what the move needs and nobody named."""
    needs = MOVES[act].needs if act in MOVES else ()
    if Detail.REASON in needs and not given.reason:
        given = replace(given, reason=given.cause, cause="")
    if Detail.ANSWER in needs and not given.answer:
        given = replace(given, answer=given.result, result="")
    missing = next((one for one in _IN_WORDS if one in needs and not given.has(one)), None)
    if missing is None:
        return given
    said = {missing.value: given.note}
    return replace(given, **{"note": "", **said})  # type: ignore[arg-type]  # all of them are words


def towards(outcome: Outcome, status: Status) -> Act:
    """The move that leads `outcome` to another status."""
    match status:
        case Status.DELAYED:
            return Act.DELAY
        case Status.DONE:
            return Act.ANSWER if outcome.kind is OutcomeKind.QUESTION else Act.REPORT
        case Status.CLOSED:
            return Act.CONFIRM
        case Status.CANCELLED:
            return Act.CANCEL
        case Status.SUPERSEDED:
            return Act.SUPERSEDE
        case Status.UNCONFIRMED:
            return Act.HAND_OVER
    if outcome.status is Status.DONE:
        return Act.SEND_BACK
    return Act.ACKNOWLEDGE if outcome.is_open else Act.REOPEN


def _act(reading: Reading, outcome: Outcome, given: Given) -> Act:
    """The act a line names, else the one that its fields tell."""
    if reading.act:
        act = Act(reading.act)
        confirms = act is Act.ACKNOWLEDGE and outcome.status is Status.DONE
        return Act.CONFIRM if confirms else act
    if reading.status and (reading.status != outcome.status or reading.status == Status.DELAYED):
        return towards(outcome, Status(reading.status))
    return implied(outcome, given)


def implied(outcome: Outcome, given: Given) -> Act:
    """The move that fields make by themselves; before the room's seal they only correct what was typed."""
    if given.by_number:
        return Act.SUPERSEDE
    fields = given.owners or given.has(Detail.DUE) or given.next_feedback or given.cause or given.result
    if not outcome.provisional and outcome.is_open and outcome.status is not Status.DONE:
        if given.owners and given.owners[:1] != outcome.owners[:1]:
            return Act.HAND_OVER
        if given.cause and given.due and (outcome.due is None or given.due > outcome.due):
            return Act.DELAY
        if given.next_feedback and outcome.kind is OutcomeKind.QUESTION:
            return Act.PUT_OFF_FEEDBACK
    return Act.NOTE if given.note and not fields else Act.EDIT
