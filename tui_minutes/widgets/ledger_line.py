"""One outcome on one line of the ledger: its cells, its colours, and what words say as well (T1)."""

from __future__ import annotations

from datetime import timedelta

from textual.content import Content

from tui_minutes.domain.attending import Need, needs
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Priority, Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_short
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.ledger_columns import GAP, columns
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.reasons import REASON_LOOKS
from tui_minutes.widgets.showing import Showing
from tui_minutes.widgets.wrapping import fit

STATUS_STYLES = {
    Status.UNCONFIRMED: "$error",
    Status.IN_PROGRESS: "",
    Status.DELAYED: "$warning",
    Status.DONE: "$success",
    Status.CLOSED: "$success",
    Status.CANCELLED: "$faint",
    Status.SUPERSEDED: "$faint",
}
PRIORITY_STYLES = {Priority.URGENT: "bold $error", Priority.IMPORTANT: "$warning", Priority.ROUTINE: ""}


def ledger_line(row: LedgerRow, width: int, showing: Showing, *, marked: bool = False) -> Content:
    """One outcome on one line of `width` cells; a mark stands behind its number."""
    cells = [_cell(key, row, showing, room) for key, room in columns(width)]
    mark = Content.styled(fit(glyph("✓") if marked else "", GAP), "bold $accent")
    return Content(" " * GAP).join([cells[0] + mark + cells[1], *cells[2:]])


def _cell(key: str, row: LedgerRow, showing: Showing, room: int) -> Content:
    one = row.outcome
    match key:
        case "number":
            text, style = one.number, "bold"
        case "text":
            text, style = _words(row, showing)
        case "owner":
            text, style = _owner(row)
        case "due":
            text, style = _due(row, showing)
        case "status":
            text, style = status_text(one)
        case "why":
            text, style = why_text(row, showing)
        case "standing":
            text, style = why_text(row, showing)
            text, style = (text, style) if text else status_text(one)
        case "priority":
            priority = one.priority
            text, style = (label(priority), PRIORITY_STYLES[priority]) if priority else (glyph("–"), "$faint")
        case _:
            text, style = _updated(row, showing)
    return Content.styled(fit(text, room), style)


def why_text(row: LedgerRow, showing: Showing) -> tuple[str, str]:
    """The most urgent reason why it needs attention, and its colour; empty for what goes on by itself."""
    found = needs(row, showing.now)
    if not found:
        return "", ""
    reason = found[0]
    near = reason.need is Need.DUE_THIS_WEEK and row.outcome.due  # the day stands beside it
    words = tr("due {day}", day=dates.relative_day(near, showing.today)) if near else reason_short(reason)
    return words, REASON_LOOKS[reason.need][1]


def status_text(one: Outcome) -> tuple[str, str]:
    """The status and its colour."""
    return label(one.status), STATUS_STYLES[one.status]


def _owner(row: LedgerRow) -> tuple[str, str]:
    """The owners; a decision needs none."""
    if row.outcome.owners:
        return joined(row.outcome.owners), ""
    decision = row.outcome.kind is OutcomeKind.DECISION
    return (glyph("–"), "$faint") if decision else (tr("nobody"), "bold $error")


def _words(row: LedgerRow, showing: Showing) -> tuple[str, str]:
    one = row.outcome
    if showing.hides(row):
        return f"[{label(row.level)}]", "$faint"
    if one.provisional:
        return f"{tr('provisional')}{glyph('·')}{one.text}", ""
    return one.text, "" if one.is_open else "$faint"


def _due(row: LedgerRow, showing: Showing) -> tuple[str, str]:
    """The day, in red when it is past and amber when it is near; the year only where it is another."""
    one, today = row.outcome, showing.today
    if one.due is None:
        return _without_due(one)
    text = dates.day_near(one.due, today)
    if one.late_days(today):
        return text, "bold $error"
    if not one.is_open or one.status is Status.DONE:
        return text, "$faint"
    return text, "$warning" if one.due <= today + timedelta(days=1) else ""


def _without_due(one: Outcome) -> tuple[str, str]:
    """What stands for a due date: the next meeting, or the day an answer is expected."""
    if one.due_next_meeting:
        return tr("next time"), ""
    if one.next_feedback:
        return f"{dates.day_short(one.next_feedback)}?", "" if one.is_open else "$faint"
    return glyph("–"), "$faint"


def _updated(row: LedgerRow, showing: Showing) -> tuple[str, str]:
    at = row.outcome.updated_at
    if at is None:
        return glyph("–"), "$faint"
    return dates.relative_day(at.astimezone(showing.zone).date(), showing.today), ""
