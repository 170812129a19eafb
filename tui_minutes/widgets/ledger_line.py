"""One outcome on one line of the ledger: its columns, its colours, and what words say as well (T1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from textual.content import Content

from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Priority, Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import current_language, dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.names import joined
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
_ROOM = 22


class Column(NamedTuple):
    """A column: its key and its width in cells in English and in Chinese (0: what is left)."""

    key: str
    width: int
    chinese: int


COLUMNS = (
    Column("number", 7, 7),
    Column("text", 0, 0),
    Column("owner", 10, 8),
    Column("due", 18, 15),
    Column("status", 11, 8),
)
EXTRA = (Column("priority", 9, 6), Column("updated", 11, 8))
"""Columns that come where the words keep `_ROOM` cells."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How rows are shown: the day it is, the zone, and whether confidential words are revealed."""

    today: date
    zone: ZoneInfo
    revealed: bool = False

    def hides(self, row: LedgerRow) -> bool:
        """Whether `row` is shown by number, owner and date only."""
        return is_hidden(row.level) and not self.revealed


def _columns(width: int) -> list[tuple[Column, int]]:
    """The columns that a table of `width` cells has, with their widths; two cells between them."""

    def sized(columns: Sequence[Column]) -> list[tuple[Column, int]]:
        sizes = [column.chinese if current_language() == "zh" else column.width for column in columns]
        rest = width - sum(sizes) - 2 * (len(sizes) - 1)
        return [(column, size or max(rest, 8)) for column, size in zip(columns, sizes, strict=True)]

    tables = [sized((*COLUMNS, *EXTRA[:extra])) for extra in range(len(EXTRA), -1, -1)]
    return next((table for table in tables if table[1][1] >= _ROOM), tables[-1])


def ledger_head(width: int) -> str:
    """The names of the columns, as wide as their cells."""
    words = {
        "number": tr("Number"),
        "text": tr("What"),
        "owner": tr("Owner"),
        "due": tr("Due date"),
        "status": tr("Status"),
        "priority": tr("Priority"),
        "updated": tr("Updated"),
    }
    return "  ".join(fit(words[column.key], cells) for column, cells in _columns(width))


def ledger_line(row: LedgerRow, width: int, showing: Showing) -> Content:
    """One outcome on one line of `width` cells."""
    cells = (_cell(column.key, row, showing, room) for column, room in _columns(width))
    return Content("  ").join(list(cells))


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
            text, style = due_text(row, showing.today)
        case "status":
            text, style = label(one.status), STATUS_STYLES[one.status]
        case "priority":
            priority = one.priority
            text, style = (label(priority), PRIORITY_STYLES[priority]) if priority else (glyph("–"), "$faint")
        case _:
            text, style = _updated(row, showing)
    return Content.styled(fit(text, room), style)


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


def due_text(row: LedgerRow, today: date) -> tuple[str, str]:
    """A due date as people need it, with its colour: how late, how near, or the weekday."""
    one = row.outcome
    if one.due is None:
        return _without_due(one)
    day = f"{one.due:%m-%d}" if one.due.year == today.year else f"{one.due:%Y-%m-%d}"
    if late := one.late_days(today):
        return f"{day} {ntr('{n} day late', '{n} days late', late)}", "bold $error"
    near = today <= one.due <= today + timedelta(days=1) and one.is_open and one.status is not Status.DONE
    if near:
        return f"{day} {dates.relative_day(one.due, today)}", "$warning"
    return f"{day} {dates.weekday(one.due)}", "" if one.is_open else "$faint"


def _without_due(one: Outcome) -> tuple[str, str]:
    """What stands for a due date: the next meeting, or the day an answer is expected."""
    if one.due_next_meeting:
        return tr("next meeting"), ""
    if one.next_feedback:
        return tr("{day} feedback", day=f"{one.next_feedback:%m-%d}"), "" if one.is_open else "$faint"
    return glyph("–"), "$faint"


def _updated(row: LedgerRow, showing: Showing) -> tuple[str, str]:
    at = row.outcome.updated_at
    if at is None:
        return glyph("–"), "$faint"
    return dates.relative_day(at.astimezone(showing.zone).date(), showing.today), ""
