"""The walk through what earlier meetings left open: done, a note or a new date for each (B8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from tui_minutes.domain.deadlines import deadline
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Outcome, Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.typed_moves import in_words, towards
from tui_minutes.i18n import dates, mark, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.line_commands_base import Commands
from tui_minutes.services import moves, outcomes
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.kinds import kind_mark
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import with_department


class WalkPane(ListPane):
    """The open outcomes. Posts `WalkAct` when a key says what became of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("walk.done", "d", mark("Done"), show=False),
        bind("walk.note", "n", mark("Note"), show=False),
        bind("walk.date", "t", mark("New date"), show=False),
    ]

    @dataclass
    class WalkAct(Message):
        """`act` is "done", "note" or "date"; `uid` is that of the outcome."""

        uid: str
        act: str

    def show(self, rows: Sequence[LedgerRow], today: date) -> None:
        """Show what is still open on the day `today`."""
        self.border_title = Content(tr("Still open · {n}", n=len(rows)))
        self.border_subtitle = Content(tr("Shift+Tab: d done · n note · t new date"))
        self.show_rows([_row(row, today) for row in rows])

    def action_done(self) -> None:
        """It is done."""
        self._say("done")

    def action_note(self) -> None:
        """A note to it."""
        self._say("note")

    def action_date(self) -> None:
        """It gets a new date."""
        self._say("date")

    def _say(self, act: str) -> None:
        if self.cursor is not None:
            self.post_message(self.WalkAct(self.cursor, act))


def _row(row: LedgerRow, today: date) -> Row:
    outcome = row.outcome
    head = kind_mark(outcome.kind, outcome.number) + "  "
    fields = [Content(with_department(outcome))] if outcome.owners else []
    if outcome.due:
        late = outcome.late_days(today)
        words = [dates.day_short(outcome.due)]
        words += [ntr("{n} day late", "{n} days late", late)] if late else []
        fields.append(Content.styled(" · ".join(words), "bold $error" if late else ""))
    fields.append(Content.styled(label(outcome.status), "$faint"))
    return Row((Content(outcome.text), tuple(fields)), outcome.uid, head)


class WalkThrough(Commands):
    """Carries out what the keys of the walk say; each lands in the ledger with its history."""

    def act(self, uid: str, act: str) -> None:
        """Do `act` with the outcome `uid`."""
        outcome = self.screen.host.store.outcome(uid)
        if outcome is None:
            return
        if act == "done":
            self._done(outcome)
        elif act == "note":
            self._ask_note(outcome)
        else:
            self._ask_date(outcome)

    def _done(self, outcome: Outcome) -> None:
        """Ask what came of it; the answer to a question is what came of that (T6, T7)."""
        act = towards(outcome, Status.DONE)

        def answered(values: Values | None) -> None:
            if values:
                said = tr("{number} is done; someone other than the owner closes it", number=outcome.number)
                given = in_words(act, Given(note=values["result"]))
                self.do(
                    lambda store, command: moves.move(
                        store, command, outcome.uid, act, given, outcome.version
                    ),
                    lambda: said,
                )

        field = Field("result", tr("What came of it"), required=True)
        self.screen.app.push_screen(Ask(f"{outcome.number} {outcome.text}", [field]), answered)

    def _ask_note(self, outcome: Outcome) -> None:
        def answered(values: Values | None) -> None:
            if values:
                said = tr("{number}: noted", number=outcome.number)
                self.do(
                    lambda store, command: outcomes.update(
                        store, command, outcome.uid, {}, outcome.version, note=values["note"]
                    ),
                    lambda: said,
                )

        title = f"{outcome.number} {outcome.text}"
        self.screen.app.push_screen(Ask(title, [Field("note", tr("Note"), required=True)]), answered)

    def _ask_date(self, outcome: Outcome) -> None:
        line = self.screen.line
        context = line.context if line else None

        def day_of(typed: str) -> date | None:
            meant = deadline(typed, context.day, context.calendar) if context else None
            return meant.day if meant else None

        def meant(typed: str) -> str:
            day = day_of(typed)
            return dates.day_long(day) if day else ""

        def check(values: Values) -> tuple[str, str] | None:
            if day_of(values["due"]):
                return None
            return "due", tr("“{typed}” is no date: try “fri” or “12/4”", typed=values["due"])

        def answered(values: Values | None) -> None:
            if values:
                self._delay(outcome, values, day_of(values["due"]))

        fields = [
            Field("due", tr("New date"), hint=tr("fri, 12/4"), required=True, note=meant),
            Field("cause", tr("Cause")),
            Field("remedy", tr("Remedy")),
        ]
        self.screen.app.push_screen(Ask(f"{outcome.number} {outcome.text}", fields, check=check), answered)

    def _delay(self, outcome: Outcome, values: Values, day: date | None) -> None:
        said = tr("{number}: due {day}", number=outcome.number, day=dates.day_short(day) if day else "")
        self.do(
            lambda store, command: outcomes.update(
                store, command, outcome.uid, {"due": day}, outcome.version,
                cause=values["cause"], remedy=values["remedy"],
            ),
            lambda: said,
        )  # fmt: skip
