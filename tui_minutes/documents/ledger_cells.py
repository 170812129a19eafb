"""The ledger as rows of cells: what its files have in their columns, in which order (T1, T11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.documents.phrases import listed
from tui_minutes.domain.attending import Reason, needs
from tui_minutes.domain.concealment import conceal_row
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.domain.outcomes import Part
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_short

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """Rows of the ledger to be written down, in order, with their history.

    They stand together by `group`, one of `tracking.GROUPINGS`, or "". `title` says which view it is, "" for
    none; `at` is when it is made, `zone` where. What is confidential is covered unless `reveal` (B7).
    """

    rows: Sequence[LedgerRow]
    at: datetime
    zone: ZoneInfo
    group: str = ""
    title: str = ""
    reveal: bool = False

    @property
    def shown(self) -> list[LedgerRow]:
        """The rows as they may be seen."""
        return list(self.rows) if self.reveal else [conceal_row(row) for row in self.rows]

    @property
    def level(self) -> Level:
        """The highest level of the words that stand in it."""
        told = (row.level for row in self.rows if self.reveal or not is_hidden(row.level))
        return highest(Level.INTERNAL, *told)

    def reasons(self, row: LedgerRow) -> tuple[Reason, ...]:
        """Why a row needs attention."""
        return needs(row, self.at)


def cells(paper: LedgerPaper, row: LedgerRow) -> list[Cell]:
    """A row in the order of `COLUMNS`."""
    return [make(paper, row) for make in COLUMNS.values()]


def heading(row: LedgerRow, group: str) -> str:
    """What a row stands under."""
    match group:
        case "owner":
            return next(iter(row.outcome.owners), "") or tr("nobody")
        case "department":
            return row.outcome.department or tr("no department")
        case "status":
            return label(row.outcome.status)
    return f"{row.meeting_number} {row.meeting_title}".strip()


def _due(_: LedgerPaper, row: LedgerRow) -> Cell:
    return row.outcome.due or (tr("next meeting") if row.outcome.due_next_meeting else None)


def _updated(paper: LedgerPaper, row: LedgerRow) -> Cell:
    at = row.outcome.updated_at
    return at.astimezone(paper.zone).date() if at else None


def _names(part: Part) -> Callable[[LedgerPaper, LedgerRow], Cell]:
    return lambda _, row: listed(row.outcome.names(part))


COLUMNS: Mapping[Field, Callable[[LedgerPaper, LedgerRow], Cell]] = {
    Field.NUMBER: lambda _, row: row.outcome.number,
    Field.MEETING: lambda _, row: row.meeting_title,
    Field.TEXT: lambda _, row: row.outcome.text,
    Field.OWNERS: _names(Part.RESPONSIBLE),
    Field.DEPARTMENT: lambda _, row: row.outcome.department,
    Field.DUE: _due,
    Field.DONE_ON: lambda _, row: row.outcome.done_on,
    Field.STATUS: lambda _, row: label(row.outcome.status),
    Field.ATTENTION: lambda paper, row: listed(map(reason_short, paper.reasons(row))),
    Field.REMARK: lambda _, row: row.outcome.remark,
    Field.UPDATED: _updated,
    Field.KIND: lambda _, row: label(row.outcome.kind),
    Field.PRIORITY: lambda _, row: label(row.outcome.priority) if row.outcome.priority else "",
    Field.HELPERS: _names(Part.HELPER),
    Field.DELIVERABLE: lambda _, row: row.outcome.deliverable,
    Field.RESOURCES: lambda _, row: row.outcome.resources,
    Field.RESULT: lambda _, row: row.outcome.result,
    Field.ORIGINAL_DUE: lambda _, row: row.outcome.original_due,
    Field.MEETING_NUMBER: lambda _, row: row.meeting_number,
    Field.LEVEL: lambda _, row: label(row.level),
    Field.UID: lambda _, row: row.outcome.uid,
    Field.VERSION: lambda _, row: row.outcome.version,
}
"""Every column with what stands in it: what people read first, the rest, what it is known by again."""

TOLD = tuple(COLUMNS)[:11]
"""What a ledger on paper has (T1)."""
