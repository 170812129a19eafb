"""One outcome in full, and what happened to it since it was captured (T1, T8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from tui_minutes.domain.attending import needs
from tui_minutes.domain.outcomes import Change, Outcome, OutcomeKind, Part
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_text
from tui_minutes.widgets.changes import change_rows
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.ledger_line import PRIORITY_STYLES, status_text
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field, joined, with_department
from tui_minutes.widgets.reasons import REASON_LOOKS
from tui_minutes.widgets.showing import Showing


class OutcomeDetail(ListPane):
    """The pane at the right; `rows_of` gives the same for a dialog."""

    def show(self, row: LedgerRow | None, history: Sequence[Change], showing: Showing) -> None:
        """Show `row` with its history, or say that nothing is chosen."""
        self.border_title = Content(tr("Detail"))
        self.show_rows(detail_rows(row, history, showing) if row else [Row((Content(tr("Nothing here")),))])
        self.scroll_to(y=0, animate=False)


def detail_rows(row: LedgerRow, history: Sequence[Change], showing: Showing) -> list[Row]:
    """Number and words, where it comes from, its fields, its history."""
    one = row.outcome
    if showing.hides(row):
        return [Row((Content.styled(one.number, "bold"),)), *_plain(_hidden_fields(row, showing))]
    lines = [
        Content.assemble((f"{one.number}  ", "bold $accent"), (one.text, "bold")),
        *_origin(row),
        Content(),
        *_reasons(row, showing),
        *_fields(row, showing),
        Content(),
        Content.styled(tr("What happened"), "bold $faint"),
    ]
    return [*_plain(lines), *change_rows(history, showing.zone)]


def _reasons(row: LedgerRow, showing: Showing) -> Iterator[Content]:
    """Why it needs attention and since when, the most urgent first (T2, T3)."""
    found = needs(row, showing.now)
    for reason in found:
        shape, style = REASON_LOOKS[reason.need]
        yield Content.styled(f"{glyph(shape)} {reason_text(reason)}", style)
    if found:
        yield Content()


def _plain(lines: Iterator[Content] | list[Content]) -> Iterator[Row]:
    return (Row((line,)) for line in lines)


def _origin(row: LedgerRow) -> Iterator[Content]:
    where = [f"{row.meeting_number} {row.meeting_title}", *([row.agenda_item] if row.agenda_item else [])]
    yield Content.styled(f" {glyph('·')} ".join(where), "$faint")
    if row.parent_number:
        yield Content.styled(tr("From decision {number}", number=row.parent_number), "$faint")
    if row.becomes_number:
        yield Content.styled(tr("Has become {number}", number=row.becomes_number), "$warning")
    if row.outcome.superseded_by:
        yield Content.styled(tr("Replaced by {number}", number=row.outcome.superseded_by), "$warning")
    if row.outcome.supersedes:
        yield Content.styled(
            tr("Takes the place of {numbers}", numbers=joined(row.outcome.supersedes)), "$faint"
        )
    if row.outcome.provisional:
        yield Content.styled(tr("Provisional: the room has not sealed it yet"), "$warning")


def _hidden_fields(row: LedgerRow, showing: Showing) -> Iterator[Content]:
    yield field(tr("Owner"), with_department(row.outcome) or tr("nobody"))
    yield field(tr("Due date"), _due(row.outcome, showing.today))
    yield Content.styled(tr("{level}: Ctrl+R shows it in this session", level=label(row.level)), "$faint")


def _fields(row: LedgerRow, showing: Showing) -> Iterator[Content]:
    one = row.outcome
    if one.owners or one.kind is not OutcomeKind.DECISION:
        yield field(tr("Owner"), with_department(one) or tr("nobody"), "" if one.owners else "bold $error")
    yield field(
        tr("Due date"), _due(one, showing.today), "bold $error" if one.late_days(showing.today) else ""
    )
    yield field(tr("Status"), *status_text(one))
    if one.priority:
        yield field(tr("Priority"), label(one.priority), PRIORITY_STYLES[one.priority])
    for name, value in _more(one):
        if value:
            yield field(name, value)


def _due(one: Outcome, today: date) -> str:
    """The day, and how far it is from today."""
    if one.due is None:
        return tr("next meeting") if one.due_next_meeting else glyph("–")
    return f"{dates.day_long(one.due)}  {dates.relative_day(one.due, today)}"


def _more(one: Outcome) -> Iterator[tuple[str, str]]:
    changed = one.original_due is not None and one.original_due != one.due
    yield tr("First date"), dates.day_long(one.original_due) if one.original_due and changed else ""
    yield tr("Done on"), dates.day_long(one.done_on) if one.done_on else ""
    yield tr("Next feedback"), dates.day_long(one.next_feedback) if one.next_feedback else ""
    yield tr("Deliverable"), one.deliverable
    yield tr("Resources"), one.resources
    yield tr("Decided by"), joined(one.names(Part.DECIDER))
    yield tr("Copied to"), joined(one.names(Part.COPIED))
    yield tr("What is not clear"), one.unclear
    yield tr("Answer"), one.answer
    yield tr("What came of it"), one.result
    yield tr("What is left over"), one.leftover
    yield tr("Quality"), label(one.quality) if one.quality else ""
    yield tr("Remark"), one.remark
    yield tr("Needs no action"), glyph("✓") if one.no_action else ""
