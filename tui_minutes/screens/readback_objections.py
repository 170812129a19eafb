"""An objection: whose, in which words, and what becomes of the outcome (E1)."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_minutes.domain.command import Command
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.people import People
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.signatures import Objection
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.services import readback
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.status_line import Report

Typed = CaptureLine.Submitted

Done = Callable[[str, Report], None]
"""Told in words what has happened, and in which tone."""

_AFTER_NAME = re.compile(r"[\s:：,，]+")


def named_first(text: str, people: People) -> tuple[str, str]:
    """The name that `text` begins with and the words behind it: `王五 排期太紧`, `Bob: too tight`."""
    said = text.strip().lstrip("@＠")
    end = people.known_at(said, 0)
    if end is None:
        gap = _AFTER_NAME.search(said)
        end = gap.start() if gap else len(said)
    found = people.find(said[:end])
    name = found[0].name if len(found) == 1 else said[:end]
    return name, said[end:].lstrip(" \t:：,，")


def standing(record: MeetingRecord, outcome: Outcome) -> tuple[Objection, ...]:
    """The objections to `outcome` that are not settled."""
    return tuple(one for one in record.objections if one.outcome_uid == outcome.uid and not one.settled)


class Objections:
    """Takes objections on `screen`; `done` is told in words what has happened."""

    def __init__(self, screen: BaseScreen, done: Done) -> None:
        self._screen = screen
        self._done = done

    def ask(self, outcome: Outcome, record: MeetingRecord, people: People, name: str = "") -> None:
        """Ask whose objection it is, and what they say."""
        there = joined(person.name for person in record.people if person.here)
        fields = [
            Field("name", tr("Who objects"), name, hint=there, required=True),
            Field("words", tr("In their words"), required=True),
        ]

        def answered(values: Values | None) -> None:
            if values:
                found = people.find(values["name"])
                whose = found[0].name if len(found) == 1 else values["name"]
                self.decide(outcome, whose, values["words"])

        self._screen.app.push_screen(
            Ask(tr("Objection to {number}", number=outcome.number), fields), answered
        )

    def decide(self, outcome: Outcome, name: str, words: str, typed: Typed | None = None) -> None:
        """Ask what becomes of the outcome, then write the objection down."""
        options = [
            Option("reserve", tr("Agreed, the reservation stays on record")),
            Option("settle", tr("Settled on the spot; it is read again")),
            Option("reject", tr("Not agreed")),
        ]

        def chosen(how: str | None) -> None:
            if how is not None:
                self._write(outcome, name, words, how, typed)
            elif typed:
                typed.refused()

        self._screen.app.push_screen(Choose(tr("{name}: {words}", name=name, words=words), options), chosen)

    def _write(self, outcome: Outcome, name: str, words: str, how: str, typed: Typed | None) -> None:
        number = outcome.number
        service = {
            "reserve": readback.reserve,
            "settle": readback.settle_at_once,
            "reject": readback.reject,
        }[how]
        said = {
            "reserve": tr("{number} is agreed with the reservation of {name}", number=number, name=name),
            "settle": _settled(name, number),
            "reject": tr(
                "{number} is not agreed: e mends, w withdraws, q makes it a question", number=number
            ),
        }[how]

        def work(store: Store, command: Command) -> None:
            service(store, command, outcome.uid, name, words)

        tone = Report.WARNING if how == "reject" else Report.DONE
        self._screen.carry_out(work, lambda _: self._done(said, tone), typed)

    def settle(self, outcome: Outcome, record: MeetingRecord) -> None:
        """Ask how the (oldest) objection on record was settled."""
        found = standing(record, outcome)
        if not found:
            self._screen.report(tr("There is no objection to {number}", number=outcome.number))
            return
        objection = found[0]
        title = tr("{name}: {words}", name=objection.name, words=objection.text)

        def answered(values: Values | None) -> None:
            if values is not None:
                self._settle(outcome, objection, values["how"])

        self._screen.app.push_screen(Ask(title, [Field("how", tr("How it was settled"))]), answered)

    def _settle(self, outcome: Outcome, objection: Objection, how: str) -> None:
        self._screen.carry_out(
            lambda store, command: readback.settle(store, command, objection.uid, how),
            lambda _: self._done(_settled(objection.name, outcome.number), Report.DONE),
        )


def _settled(name: str, number: str) -> str:
    return tr("The objection of {name} is settled; {number} is read again", name=name, number=number)
