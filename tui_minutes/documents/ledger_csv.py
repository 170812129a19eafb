"""The ledger as CSV for spreadsheets: nothing in it is a formula, and it can be read back (T11)."""

from __future__ import annotations

import csv
import io

from tui_minutes.documents.ledger_cells import COLUMNS, Cell, LedgerPaper, cells
from tui_minutes.domain.text import clean
from tui_minutes.i18n.ledger_fields import field_name

_ACTIVE = tuple("=+-@＝＋－＠'\t\r")
"""With these a cell begins that a spreadsheet would reckon; an apostrophe before it keeps it text."""


def render(paper: LedgerPaper) -> bytes:
    """All columns under their names, in UTF-8 with a mark by which Excel knows it."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([field_name(field) for field in COLUMNS])
    writer.writerows([harmless(_text(one)) for one in cells(paper, row)] for row in paper.shown)
    return file.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    return "" if cell is None else clean(str(cell))


def harmless(text: str) -> str:
    """`text` so that no spreadsheet reckons it."""
    return f"'{text}" if text.startswith(_ACTIVE) else text


def as_meant(text: str) -> str:
    """The text that `harmless` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_ACTIVE) else text
