"""A sheet of a workbook, row by row: heads, heights, filters, what every printed page says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tui_minutes.documents.ledger_cells import LedgerPaper
from tui_minutes.documents.phrases import pair
from tui_minutes.documents.workbook_style import Look, Value, fitted, style
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label

LINE_HEIGHT, MOST_LINES = 14, 28
"""Points of a line; and how many lines a row shows, as high as Excel lets it be."""

FIRST_YEAR = 1900
"""Workbooks know no earlier days."""


class Sheet:
    """A sheet whose pages say what they are, how confidential, and which of how many.

    `widths` are those of its columns, in characters; rows are added from the top.
    """

    def __init__(self, book: Workbook, name: str, paper: LedgerPaper, widths: Sequence[float]) -> None:
        self.sheet: Worksheet = book.create_sheet(name)
        self._widths = widths
        self._styles: dict[tuple[Look, bool, bool, str], StyleArray] = {}
        self._row = 0
        level = pair(tr("Confidentiality"), label(paper.level))
        self.sheet.oddHeader = _line(paper.title or tr("Decision ledger"), "", level)
        page = tr("Page {page} of {pages}", page="&P", pages="&N")
        self.sheet.oddFooter = _line(f"{paper.at.astimezone(paper.zone):%Y-%m-%d}", page, name)
        for place, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width

    def print_rows(self, head: int, *, landscape: bool) -> None:
        """On A4, as wide as the page, the row `head` on every page."""
        sheet = self.sheet
        sheet.page_setup.paperSize = int(Worksheet.PAPERSIZE_A4)
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{head}:{head}"
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top = margins.bottom = 0.7
        margins.header = margins.footer = 0.3

    def filtered(self, head: int, rows: int, first: str) -> None:
        """Let the `rows` under `head` be filtered; head and columns before `first` stay in sight."""
        self.sheet.freeze_panes = f"{first}{head + 1}"
        self.sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(self._widths))}{head + rows}"

    def title(self, title: str, about: str = "") -> None:
        """The title, and under it what it is about."""
        self._append([Value(title, Look.TITLE)], 28)
        self._append([Value(about, Look.FAINT)])

    def head(self, names: Sequence[str]) -> None:
        """The names of columns."""
        self._append([Value(name, Look.HEAD, middle=True) for name in names], 2 * LINE_HEIGHT + 4)

    def row(self, values: Sequence[Value]) -> None:
        """A row as high as its words need."""
        pairs = zip(values, self._widths, strict=True)
        lines = max(_lines(str(one.value or ""), width) for one, width in pairs)
        self._append(values, LINE_HEIGHT * min(lines, MOST_LINES) + 4)

    def gap(self) -> None:
        """An empty row."""
        self._append([])

    def _append(self, values: Sequence[Value], height: float | None = None) -> None:
        self._row += 1
        if height:
            self.sheet.row_dimensions[self._row].height = height
        self.sheet.append([self._cell(value) for value in values])

    def _cell(self, one: Value) -> Any:  # noqa: ANN401 - a cell
        """The cell: days are days, words stay words whatever they begin with."""
        value: Any = one.value
        if isinstance(value, date) and value.year < FIRST_YEAR:
            value = value.isoformat()
        cell: Any = WriteOnlyCell(self.sheet, fitted(value) if isinstance(value, str) else value)
        if isinstance(value, str):
            cell.data_type = "s"
        key = one.look, one.middle, one.ruled, _form(value)
        if key not in self._styles:  # making it known to the workbook takes long
            cell.style = style(*key)
            self._styles[key] = cell._style
        cell._style = self._styles[key]
        return cell


def _form(value: object) -> str:
    if isinstance(value, datetime):
        return "yyyy-mm-dd hh:mm"
    return "yyyy-mm-dd" if isinstance(value, date) else "General"


def _line(left: str, center: str, right: str) -> HeaderFooterItem:
    """The header or footer of a page; `center` is commands of Excel, the others are words."""
    words = {"left": _printed(left), "center": center, "right": _printed(right)}
    parts = {at: _HeaderFooterPart(text=text or None, size=9) for at, text in words.items()}
    return HeaderFooterItem(**parts)


def _printed(text: str) -> str:
    """Text in a header: an ampersand would be a command there."""
    return text.replace("&", "&&")[:120]


def _lines(text: str, width: float) -> int:
    """How many lines `text` takes: Chinese characters are two wide, and breaks leave a little room."""
    room = max(width - 3, 4)
    return sum(max(ceil(_wide(line) / room), 1) for line in text.split("\n"))


def _wide(text: str) -> int:
    return len(text) if text.isascii() else sum(1 + (east_asian_width(one) in "WF") for one in text)
