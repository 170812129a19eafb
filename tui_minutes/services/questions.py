"""An unresolved question goes on: it becomes a decision or an action of a later meeting (D6, T7).

Naming its temporary owner, its answer and its next feedback are moves: `Act.HAND_OVER`, `ANSWER`,
`PUT_OFF_FEEDBACK`.
"""

from __future__ import annotations

from tui_minutes.domain.capture import Kind, Reading
from tui_minutes.domain.capture.compose import compose
from tui_minutes.domain.command import Command
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import current_item
from tui_minutes.services.moving import loaded, standing
from tui_minutes.services.phases import unsealed
from tui_minutes.services.taking_down import take_down
from tui_minutes.store import outcomes, rows
from tui_minutes.store.store import Store


@commanded
def carry(
    store: Store,
    command: Command,
    outcome_uid: str,
    into_meeting_uid: str,
    kind: OutcomeKind,
    text: str = "",
    seen: int | None = None,
) -> Outcome:
    """Take a question down as a decision or an action of another meeting; the new outcome.

    Its words are `text`, else the answer, else the question; the owners stay. An open question is replaced
    by it, an answered one keeps its status. Refused: move_of_other_kind, move_not_possible (it was carried
    over or called off before), sealed, changed_meanwhile.
    """
    row = standing(outcome_uid, seen)
    question = loaded(row)
    if question.kind is not OutcomeKind.QUESTION or kind is OutcomeKind.QUESTION:
        raise Refused("move_of_other_kind", act=Act.SUPERSEDE, kind=question.kind, number=question.number)
    if question.superseded_by or question.status is Status.CANCELLED or not question.is_live:
        raise Refused("move_not_possible", act=Act.SUPERSEDE, status=question.status, number=question.number)
    meeting = unsealed(into_meeting_uid)
    said = Reading("", Kind(kind), text or question.answer or question.text, owners=question.owners)
    line = Reading(compose(said), said.kind, said.text, owners=said.owners)
    made = rows.outcome_of(take_down(command, meeting, line, command.at, current_item(meeting)))
    if made is None:
        raise Refused("not_found", number=question.number)
    answered = question.status in (Status.DONE, Status.CLOSED)
    status = question.status if answered else Status.SUPERSEDED
    outcomes.write(command, row, {"superseded_by": made, "status": status}, act=Act.SUPERSEDE)
    return loaded(made)
