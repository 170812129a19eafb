"""What earlier meetings left open, as it is walked through: a key says what has become of each (B8, T7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, mark, ntr, tr
from tui_minutes.i18n.labels import label
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
        bind("walk.carry", "v", mark("A question becomes a decision or an action"), show=False),
    ]

    @dataclass
    class WalkAct(Message):
        """`act` is "done", "note", "date" or "carry"; `uid` is that of the outcome."""

        uid: str
        act: str

    def show(self, rows: Sequence[LedgerRow], today: date) -> None:
        """Show what is still open on the day `today`."""
        self.border_title = Content(tr("Still open · {n}", n=len(rows)))
        keys = [tr("Shift+Tab: d done · n note · t date")]
        if any(row.outcome.kind is OutcomeKind.QUESTION for row in rows):
            keys.append(tr("v decide"))
        self.border_subtitle = Content(" · ".join(keys))
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

    def action_carry(self) -> None:
        """A question becomes a decision or an action of this meeting."""
        self._say("carry")

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
    elif outcome.next_feedback:
        fields.append(Content(tr("{day} feedback", day=dates.day_short(outcome.next_feedback))))
    fields.append(Content.styled(label(outcome.status), "$faint"))
    return Row((Content(outcome.text), tuple(fields)), outcome.uid, head)
