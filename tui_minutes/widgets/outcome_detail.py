"""One outcome in full, and what happened to it since it was captured (T1, T8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from textual.content import Content

from tui_minutes.domain.outcomes import Change, Outcome, OutcomeKind, Part
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.changes import change_lines
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.ledger_line import PRIORITY_STYLES, STATUS_STYLES, Showing, due_text
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field, joined, with_department


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
        *_fields(row, showing),
        Content(),
        Content.styled(tr("What happened"), "bold $faint"),
    ]
    return [*_plain(lines), *_happened(history, showing.zone)]


def _plain(lines: Iterator[Content] | list[Content]) -> Iterator[Row]:
    return (Row((line,)) for line in lines)


def _origin(row: LedgerRow) -> Iterator[Content]:
    where = [f"{row.meeting_number} {row.meeting_title}", *([row.agenda_item] if row.agenda_item else [])]
    yield Content.styled(f" {glyph('·')} ".join(where), "$faint")
    if row.parent_number:
        yield Content.styled(tr("From decision {number}", number=row.parent_number), "$faint")
    if row.becomes_number:
        yield Content.styled(tr("Has become {number}", number=row.becomes_number), "$warning")
    if row.outcome.provisional:
        yield Content.styled(tr("Provisional: the room has not sealed it yet"), "$warning")


def _hidden_fields(row: LedgerRow, showing: Showing) -> Iterator[Content]:
    yield field(tr("Owner"), with_department(row.outcome) or tr("nobody"))
    yield field(tr("Due date"), *due_text(row, showing.today))
    yield Content.styled(tr("{level}: Ctrl+R shows it in this session", level=label(row.level)), "$faint")


def _fields(row: LedgerRow, showing: Showing) -> Iterator[Content]:
    one = row.outcome
    if one.owners or one.kind is not OutcomeKind.DECISION:
        yield field(tr("Owner"), with_department(one) or tr("nobody"), "" if one.owners else "bold $error")
    yield field(tr("Due date"), _due(row, showing.today), due_text(row, showing.today)[1])
    yield field(tr("Status"), label(one.status), STATUS_STYLES[one.status])
    if one.priority:
        yield field(tr("Priority"), label(one.priority), PRIORITY_STYLES[one.priority])
    for name, value in _more(one):
        if value:
            yield field(name, value)


def _due(row: LedgerRow, today: date) -> str:
    one = row.outcome
    if one.due is None:
        return due_text(row, today)[0]
    said = due_text(row, today)[0].partition(" ")[2]
    return dates.day_long(one.due) + (f"  {said}" if said != dates.weekday(one.due) else "")


def _more(one: Outcome) -> Iterator[tuple[str, str]]:
    changed = one.original_due is not None and one.original_due != one.due
    yield tr("First date"), dates.day_long(one.original_due) if one.original_due and changed else ""
    yield tr("Done on"), dates.day_long(one.done_on) if one.done_on else ""
    yield tr("Next feedback"), dates.day_long(one.next_feedback) if one.next_feedback else ""
    yield tr("Deliverable"), one.deliverable
    yield tr("Resources"), one.resources
    yield tr("Decided by"), joined(one.names(Part.DECIDER))
    yield tr("Copied to"), joined(one.names(Part.COPIED))
    yield tr("What came of it"), one.result
    yield tr("Remark"), one.remark
    yield tr("Needs no action"), glyph("✓") if one.no_action else ""


def _happened(history: Sequence[Change], zone: ZoneInfo) -> Iterator[Row]:
    for change in history:
        at = change.at.astimezone(zone)
        head = Content.styled(f"{at:%m-%d} {dates.clock(at)}  ", "$faint")
        yield Row(tuple(change_lines(change)), None, head)
