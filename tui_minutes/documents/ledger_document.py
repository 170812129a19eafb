"""The ledger as a document of tables, one under each heading: for Markdown (T11)."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from tui_minutes.documents.ledger_cells import COLUMNS, TOLD, Cell, LedgerPaper, heading
from tui_minutes.domain.document import Document, Grid, Section
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import current_language, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.ledger_fields import field_name

_WIDTHS = (7, 14, 36, 10, 10, 11, 11, 8, 14, 18, 11)


def ledger_document(paper: LedgerPaper) -> Document:
    """The ledger with what people read of each row."""
    shown = paper.shown
    if paper.group:
        parts = [(name, list(rows)) for name, rows in groupby(shown, lambda row: heading(row, paper.group))]
    else:
        day = paper.at.astimezone(paper.zone).date().isoformat()
        parts = [(ntr("{n} outcome, {day}", "{n} outcomes, {day}", len(shown), day=day), shown)]
    sections = tuple(Section(_counted(name, rows, paper), (_grid(paper, rows),)) for name, rows in parts)
    return Document(paper.title or tr("Decision ledger"), label(paper.level), current_language(), sections)


def _counted(name: str, rows: list[LedgerRow], paper: LedgerPaper) -> str:
    return f"{name} ({len(rows)})" if paper.group else name


def _grid(paper: LedgerPaper, rows: list[LedgerRow]) -> Grid:
    told = tuple(tuple(_text(COLUMNS[field](paper, row)) for field in TOLD) for row in rows)
    return Grid(tuple(map(field_name, TOLD)), told, _WIDTHS)


def _text(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell or "")
