"""The outcomes at the right: decisions with their actions under them, what each lacks in red (D4, D5, D6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.readback import gaps_of
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.cautions import short_text
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kept_rows import KeptRows
from tui_minutes.widgets.kinds import LOOKS
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import joined

if TYPE_CHECKING:  # most meetings have none
    from tui_minutes.domain.voting import Vote


class OutcomesPane(ListPane):
    """Posts `OutcomeChosen` when an outcome is clicked or entered."""

    @dataclass
    class OutcomeChosen(Message):
        """The outcome with `uid` was chosen."""

        uid: str

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._kept = KeptRows()
        self._record: MeetingRecord | None = None
        self._shown: tuple[object, ...] = ()

    def on_mount(self) -> None:
        """Say once what it is: a title that is set draws the whole pane."""
        self.border_title = Content(tr("Outcomes"))

    def show(self, record: MeetingRecord) -> None:
        """Show the live outcomes of `record` and their counts; only those are drawn that have changed."""
        self._record = record
        shown = (record.outcomes, record.agenda, record.votes, record.quorum and record.people)
        if self.display and self._shown != shown:
            self._shown = shown
            self._show_live(record)

    def on_show(self) -> None:
        """There is room for it now."""
        if self._record:
            self.show(self._record)

    def _show_live(self, record: MeetingRecord) -> None:
        rows: list[Row] = []
        for outcome in record.live:
            hangs = record.parent(outcome) is not None
            if rows and not hangs:
                rows.append(_GAP)
            about = (outcome, hangs, record.vote_on(outcome), gaps_of(record, outcome))
            rows.append(self._kept.row(outcome.uid, about, partial(_row, *about)))
        self.show_rows([*rows, *_counts(record)])

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Say which outcome was chosen."""
        event.stop()
        self.post_message(self.OutcomeChosen(event.key))


_GAP = Row((Content(),))


def _row(outcome: Outcome, hangs: bool, vote: Vote | None, gaps: tuple[str, ...]) -> Row:
    look = LOOKS[outcome.kind]
    indent = "  " if hangs else ""
    head = Content.styled(f"{indent}{glyph(look.shape)} ", f"bold {look.style}")
    first = [Content.assemble((outcome.number, "bold"), " ", outcome.text)]
    if outcome.priority:
        first.append(Content.styled(label(outcome.priority), "$warning"))
    second = []
    if outcome.owners:
        second.append(Content(joined(outcome.owners)))
    if outcome.due or outcome.due_next_meeting:
        second.append(Content(dates.day_short(outcome.due) if outcome.due else tr("next meeting")))
    elif outcome.next_feedback:
        second.append(Content(dates.day_short(outcome.next_feedback)))
    if vote:
        from tui_minutes.i18n.voting import vote_text

        second.append(Content(vote_text(vote)))
    second += [Content.styled(short_text(code), "bold $error") for code in gaps]
    return Row((tuple(first), tuple(second)), outcome.uid, head)


def _counts(record: MeetingRecord) -> Iterator[Row]:
    """How many of each kind there are, and what they lack, counted."""
    counted = [
        ntr("{n} decision", "{n} decisions", len(record.of_kind(OutcomeKind.DECISION))),
        ntr("{n} action", "{n} actions", len(record.of_kind(OutcomeKind.ACTION))),
        ntr("{n} open question", "{n} open questions", len(record.of_kind(OutcomeKind.QUESTION))),
    ]
    yield Row((Content(), Content.styled(f" {glyph('·')} ".join(counted), "$faint")))
    lacking = Counter(code for outcome in record.live for code in gaps_of(record, outcome))
    words = tuple(Content.styled(f"{short_text(code)} {many}", "$error") for code, many in lacking.items())
    yield Row((words,))
