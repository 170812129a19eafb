"""The ledger as an Excel workbook: the rows as shown, their counts, their history (F4, T1, T8, T11)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tui_minutes.documents.ledger_cells import COLUMNS, TOLD, LedgerPaper, cells, heading
from tui_minutes.documents.workbook_more import counts_sheet, history_sheet
from tui_minutes.documents.workbook_sheet import Sheet
from tui_minutes.documents.workbook_style import Look, Value
from tui_minutes.domain.attending import Need
from tui_minutes.domain.importing.fields import DAYS, Field
from tui_minutes.domain.outcomes import ENDED, Priority, Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.ledger_fields import field_name

_WIDTHS = {
    Field.NUMBER: 8, Field.MEETING: 18, Field.TEXT: 42, Field.OWNERS: 13, Field.DEPARTMENT: 12,
    Field.DUE: 12.5, Field.DONE_ON: 12.5, Field.STATUS: 13, Field.ATTENTION: 22, Field.REMARK: 22,
    Field.UPDATED: 12.5, Field.DELIVERABLE: 20, Field.RESOURCES: 20, Field.RESULT: 26, Field.HELPERS: 14,
    Field.UID: 42,
}  # fmt: skip
_USUAL_WIDTH = 12
_FOR_PROGRAMS = (Field.UID, Field.VERSION)
_MIDDLE = (Field.NUMBER, *DAYS, Field.STATUS, Field.KIND, Field.PRIORITY, Field.LEVEL, Field.MEETING_NUMBER)

_LOOKS = {
    Need.LATE: Look.LATE,
    Need.DUE_TODAY: Look.SOON,
    Need.DUE_THIS_WEEK: Look.SOON,
    Need.WAITING: Look.WAITING,
}
"""The colour of a need; the others share one. A word beside it says the same."""

HEAD = 3
"""The row in which the names of the columns stand."""


def render(paper: LedgerPaper) -> bytes:
    """The workbook, in the spoken language.

    The columns of a ledger on paper are printed; those behind them are for the screen, and the last two,
    hidden, are how the program knows its rows again when the workbook comes back.
    """
    book = Workbook(write_only=True)
    _ledger_sheet(book, paper)
    counts_sheet(book, paper)
    history_sheet(book, paper)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _ledger_sheet(book: Workbook, paper: LedgerPaper) -> None:
    shown = paper.shown
    made = Sheet(book, tr("Ledger"), paper, [_WIDTHS.get(field, _USUAL_WIDTH) for field in COLUMNS])
    for field in _FOR_PROGRAMS:
        made.sheet.column_dimensions[_letter(field)].hidden = True
    made.filtered(HEAD, len(shown), "B")
    made.print_rows(HEAD, landscape=True)
    made.sheet.print_area = f"A1:{_letter(TOLD[-1])}{HEAD + len(shown)}"
    _offer(made.sheet, Field.STATUS, [label(one) for one in Status], len(shown))
    _offer(made.sheet, Field.PRIORITY, [label(one) for one in Priority], len(shown))
    day = paper.at.astimezone(paper.zone).date().isoformat()
    about = ntr("{n} outcome, {day}", "{n} outcomes, {day}", len(shown), day=day)
    made.title(paper.title or tr("Decision ledger"), about)
    made.head([field_name(field) for field in COLUMNS])
    for values in _rows(paper, shown):
        made.row(values)


def _letter(field: Field) -> str:
    return get_column_letter(list(COLUMNS).index(field) + 1)


def _offer(sheet: Worksheet, field: Field, words: Sequence[str], rows: int) -> None:
    """Let a column be filled from a list of words; others may be typed all the same."""
    offer = DataValidation("list", formula1='"{}"'.format(",".join(words)), allow_blank=True)
    offer.showErrorMessage = False
    offer.add(f"{_letter(field)}{HEAD + 1}:{_letter(field)}{HEAD + max(rows, 1)}")
    sheet.data_validations.append(offer)


def _rows(paper: LedgerPaper, shown: Sequence[LedgerRow]) -> Iterator[list[Value]]:
    """The cells of each row; the first of a group has a rule above it."""
    before = None
    for row in shown:
        group = heading(row, paper.group) if paper.group else None
        ruled = before is not None and group != before
        look = _look(paper, row)
        yield [
            Value(value, look if _shows(field, look) else Look.PLAIN, field in _MIDDLE, ruled)
            for field, value in zip(COLUMNS, cells(paper, row), strict=True)
        ]
        before = group


def _shows(field: Field, look: Look) -> bool:
    """Whether a cell has the colour of its row: what it is about has, the rest stays calm."""
    if field is Field.DUE and look not in (Look.LATE, Look.SOON):
        return look is Look.ENDED
    return look is Look.ENDED or field in (Field.STATUS, Field.ATTENTION, Field.DUE)


def _look(paper: LedgerPaper, row: LedgerRow) -> Look:
    if row.outcome.status in ENDED:
        return Look.ENDED
    reasons = paper.reasons(row)
    return _LOOKS.get(reasons[0].need, Look.ASKS) if reasons else Look.PLAIN
