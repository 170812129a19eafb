"""A question that was left open becomes a decision or an action of the meeting that runs (D6, T7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.looking_again import look_again
from tui_minutes.services import questions
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.domain.command import Command
    from tui_minutes.screens.base import BaseScreen
    from tui_minutes.store.store import Store


def ask_carrying(
    screen: BaseScreen, seen: Outcome, into_meeting_uid: str, again: tuple[Values, str] = ({}, "")
) -> None:
    """Ask what the question `seen` becomes, and take that down; refused, it comes `again` as it was typed."""

    def answered(values: Values | None) -> None:
        if values is None:
            return
        kind, text = OutcomeKind(values["kind"]), values["text"]

        def work(store: Store, command: Command) -> Outcome:
            return questions.carry(store, command, seen.uid, into_meeting_uid, kind, text, seen.version)

        def once_more(why: str) -> None:
            look_again(
                screen, [seen], lambda now: ask_carrying(screen, now[0], into_meeting_uid, (values, why))
            )

        screen.carry_out(work, lambda made: _say(screen, seen, made), again=once_more)

    screen.app.push_screen(_form(seen).filled(*again), answered)


def _form(seen: Outcome) -> Ask:
    """An answered question is most likely decided, one that is still open looked into."""
    kinds = (
        (OutcomeKind.DECISION, OutcomeKind.ACTION)
        if seen.answer
        else (OutcomeKind.ACTION, OutcomeKind.DECISION)
    )
    fields = [
        Field("kind", tr("What it becomes"), options=[Option(kind, label(kind)) for kind in kinds]),
        Field("text", tr("In these words"), seen.answer or seen.text, required=True),
    ]
    return Ask(tr("{number} goes on in this meeting", number=seen.number), fields, begin="text")


def _say(screen: BaseScreen, seen: Outcome, made: Outcome) -> None:
    screen.report(tr("{number} has become {made}", number=seen.number, made=made.number), Report.DONE)
