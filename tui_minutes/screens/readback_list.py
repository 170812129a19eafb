"""All that is read back, at the left: each outcome with the mark of where it stands (E1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from tui_minutes.domain.outcomes import Hearing, Outcome
from tui_minutes.domain.proposals import Proposal
from tui_minutes.domain.readback import gaps_of
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.screens.readback_marks import hearing_mark
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.line_input import HELD_SECONDS
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.timers import gauge

_WIDEST_GAUGE = 24
HEARD = (Hearing.AGREED, Hearing.RESERVATION)
"""The states of an outcome that the room has settled."""


class HearingsPane(ListPane):
    """Posts `Agreed` on Enter; a held Enter agrees once. A click only moves the cursor."""

    @dataclass
    class Agreed(Message):
        """The usual next step: agreed, and on to the next."""

    _entered_at = -HELD_SECONDS

    def on_key(self, event: events.Key) -> None:
        """Enter agrees."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if event.time - self._entered_at >= HELD_SECONDS:
                self.post_message(self.Agreed())
            self._entered_at = event.time

    def action_choose(self) -> None:
        """A second click on an outcome is no agreement."""

    def show(
        self, record: MeetingRecord, outcomes: Sequence[Outcome], undecided: Sequence[Proposal] = ()
    ) -> None:
        """Show `outcomes` of `record` and how many are heard; below, what was proposed and is `undecided`."""
        rows: list[Row] = []
        for outcome in outcomes:
            if rows and record.parent(outcome) is None and len(outcomes) < self.size.height // 2:
                rows.append(Row((Content(),)))
            rows.append(_row(record, outcome))
        self.show_rows([*rows, *self._progress(outcomes), *undecided_rows(undecided)])

    def _progress(self, outcomes: Sequence[Outcome]) -> Iterator[Row]:
        heard, total = sum(outcome.hearing in HEARD for outcome in outcomes), len(outcomes)
        if total:
            words = tr("Confirmed {heard} / {total}", heard=heard, total=total)
            width = min(max(self.size.width - 2, 8), _WIDEST_GAUGE)
            yield Row((Content(), Content.styled(words, "$faint"), gauge(heard / total, width, "$success")))


def undecided_rows(undecided: Sequence[Proposal]) -> Iterator[Row]:
    """What was worded ahead and the room has not decided, as a note: nobody reads it back."""
    if undecided:
        yield Row((Content(), Content.styled(tr("Proposed, not decided"), "$warning")))
        head = Content.styled(f"{glyph('·')} ", "$faint")
        yield from (Row((Content.styled(one.text, "$faint"),), head=head) for one in undecided)


def _row(record: MeetingRecord, outcome: Outcome) -> Row:
    indent = "  " if record.parent(outcome) else ""
    head = Content(indent) + hearing_mark(outcome.hearing) + " "
    number = Content.styled(outcome.number, "bold")
    wrong = Content.styled(" !", "bold $error") if gaps_of(record, outcome) else Content()
    lines = [number + wrong + f" {outcome.text}"]
    objectors = [one.name for one in record.objections if one.outcome_uid == outcome.uid and not one.settled]
    if objectors:
        lines.append(Content.styled(tr("reservation: {names}", names=joined(objectors)), "$faint"))
    return Row(tuple(lines), outcome.uid, head, wraps=False)
