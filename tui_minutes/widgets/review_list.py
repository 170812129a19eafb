"""What waits at the end of a reviewed period, and the measures taken: rows to open (T10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from tui_minutes.domain.review import Findings
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.ledger_line import status_text, why_text
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.showing import Showing


def review_rows(findings: Findings, showing: Showing) -> list[Row]:
    """The outcomes that wait, how many more there are, and the measures with their meeting."""
    return [*_waiting(findings, showing), Row((Content(),)), *_measures(findings, showing)]


def _waiting(findings: Findings, showing: Showing) -> Iterator[Row]:
    if not findings.rows:
        yield Row((Content.styled(tr("Nothing is late or still open"), "$success"),))
    for row in findings.rows:
        yield _row(row, showing)
    if left := findings.waiting - len(findings.rows):
        said = ntr("and {n} more: they are in the tracker", "and {n} more: they are in the tracker", left)
        yield Row((Content.styled(said, "$faint"),))


def _measures(findings: Findings, showing: Showing) -> Iterator[Row]:
    yield Row((Content.assemble((tr("Measures"), "bold $accent"), (f"  {findings.meeting}", "$faint")),))
    if not findings.measures:
        hint = tr("Type a measure in the line below: it becomes an action of the review meeting")
        yield Row((Content.styled(hint, "$faint"),))
    for row in findings.measures:
        yield _row(row, showing)


def _row(row: LedgerRow, showing: Showing) -> Row:
    """Number and words; under them who, by when, and why it needs attention."""
    one = row.outcome
    words = f"[{label(row.level)}]" if showing.hides(row) else one.text
    owner = joined(one.owners) or tr("nobody")
    said, style = why_text(row, showing)
    if not said:
        said, style = status_text(one)
    fields = (Content(owner), Content(_due(one.due, showing.today)), Content.styled(said, style))
    return Row((Content(words), fields), one.uid, head=Content.styled(f"{one.number}  ", "bold"))


def _due(day: date | None, today: date) -> str:
    """The day; its year only where it is another."""
    return dates.day_near(day, today) if day else tr("no date")
