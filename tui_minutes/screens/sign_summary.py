"""What is signed: how many outcomes, what stays in reserve, what the minutes name as missing (E1, E4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from textual.content import Content

from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.readback import gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import ntr, tr
from tui_minutes.screens.readback_marks import gap_lines
from tui_minutes.screens.readback_people import distribution, next_meeting
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row


class SummaryPane(ListPane, can_focus=False):
    """What people put their name to."""

    def show(self, record: MeetingRecord, now: datetime) -> None:
        """Show what is signed in the meeting of `record`."""
        self.border_title = Content(tr("What is signed"))
        reservations = (
            tr("{number} {name}: {words}", number=outcome.number, name=one.name, words=one.text)
            for outcome in record.live
            for one in record.objections
            if one.outcome_uid == outcome.uid and not one.settled
        )
        missing = (words for _, words in gap_lines(gaps(record)))
        self.show_rows(
            [
                Row((Content(counted(record)),)),
                *_listed(tr("With reservation"), reservations, "≈"),
                *_listed(tr("The minutes will name as missing"), missing, "!"),
                *distribution(record, now),
                *next_meeting(record),
            ]
        )


def counted(record: MeetingRecord) -> str:
    """How many outcomes of each kind there are."""
    kinds = [
        ntr("{n} decision", "{n} decisions", len(record.of_kind(OutcomeKind.DECISION))),
        ntr("{n} action", "{n} actions", len(record.of_kind(OutcomeKind.ACTION))),
        ntr("{n} open question", "{n} open questions", len(record.of_kind(OutcomeKind.QUESTION))),
    ]
    return f" {glyph('·')} ".join(kinds)


def _listed(title: str, texts: Iterable[str], shape: str) -> Iterator[Row]:
    found = list(texts)
    if found:
        yield Row((Content(), Content.styled(title, "$faint")))
        head = Content.styled(f"{glyph(shape)} ", "bold $warning")
        yield from (Row((Content(text),), head=head) for text in found)
