"""What is signed: how many outcomes, what stays in reserve, what the minutes name as missing (E1, E4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from textual.content import Content

from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.proposals import Proposal
from tui_minutes.domain.readback import gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.dates import minutes_text
from tui_minutes.screens.readback_marks import gap_lines
from tui_minutes.screens.readback_people import distribution, next_meeting
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row


class SummaryPane(ListPane, can_focus=False):
    """What people put their name to."""

    def show(self, record: MeetingRecord, now: datetime, undecided: Sequence[Proposal]) -> None:
        """Show what is signed in the meeting of `record`, what is `undecided`, how time was spent."""
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
                *_listed(tr("Proposed, not decided"), (one.text for one in undecided), "·"),
                *distribution(record, now),
                *next_meeting(record),
                *_time_spent(record, now),
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


def _time_spent(record: MeetingRecord, now: datetime) -> Iterator[Row]:
    """The time of the meeting and of its items against the plan (D1)."""
    total = _of(record.elapsed(now), record.meeting.planned_minutes)
    yield Row((Content(), Content.styled(tr("Time spent"), "$faint"), Content(total)))
    for item in record.agenda:
        if item.was_opened:
            spent = item.spent(record.meeting.ended_at or now)
            style = "$warning" if item.minutes and spent > timedelta(minutes=item.minutes) else "$faint"
            words = Content.assemble(item.title, "  ", (_of(spent, item.minutes), style))
            yield Row((words,), head=Content.styled(f"{item.position} ", "$accent"))


def _of(spent: timedelta, planned: int) -> str:
    """`22 min of 20`, or only what was spent where nothing was planned."""
    minutes = round(spent / timedelta(minutes=1))
    return (
        tr("{spent} min of {planned}", spent=minutes, planned=planned) if planned else minutes_text(minutes)
    )


def _listed(title: str, texts: Iterable[str], shape: str) -> Iterator[Row]:
    found = list(texts)
    if found:
        yield Row((Content(), Content.styled(title, "$faint")))
        head = Content.styled(f"{glyph(shape)} ", "bold $warning")
        yield from (Row((Content(text),), head=head) for text in found)
