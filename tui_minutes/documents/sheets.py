"""Tables that come in: workbooks and CSV files, as rows of cells (T11).

A file from elsewhere is read with care: so large at most, no macros, no formulas but their last values.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from xml.etree.ElementTree import ParseError

from tui_minutes.documents.sheets_csv import read_csv
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.importing.cells import Raw
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.regex import regex
from tui_minutes.domain.text import clean

if TYPE_CHECKING:  # the library is imported when there is a workbook
    from openpyxl import Workbook

LARGEST = 30 * 1024 * 1024
UNPACKED = 300 * 1024 * 1024
"""Bytes a file may have, as it lies there and unpacked."""

MOST_ROWS, MOST_COLUMNS = 50_000, 200

Row = TypeVar("Row")

_PACKED = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_MERGED = regex(rb'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_DISGUISED = regex(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet from the first on; `sheets` names all there are, none in a CSV file."""

    rows: Sequence[Sequence[Raw]]
    name: str = ""
    sheets: tuple[str, ...] = ()


def read(path: Path, sheet: str = "") -> list[Table]:
    """The tables of a file: those of a workbook (only the one named `sheet`, where it is named), or of a CSV.

    Refused: import_not_found, import_unreadable, import_too_large, import_old_excel, import_sheet_not_found.
    """
    content = content_of(path)
    if content.startswith(_OLD_EXCEL):
        raise Refused("import_old_excel", path=clean(str(path)))
    if not content.startswith(_PACKED):
        rows = read_csv(content, MOST_ROWS)
        if rows is None:
            raise Refused("import_unreadable", path=clean(str(path)), reason="CSV")
        return [Table([row[:MOST_COLUMNS] for row in _within(rows, path)])]
    try:
        return _workbook(content, path, sheet)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError, SyntaxError, EOFError) as error:
        raise Refused("import_unreadable", path=clean(str(path)), reason=type(error).__name__) from error


def content_of(path: Path) -> bytes:
    """The bytes of a file that comes in; Refused: import_not_found, import_unreadable, import_too_large."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refused("import_not_found", path=clean(str(path))) from error
    except OSError as error:
        raise Refused("import_unreadable", path=clean(str(path)), reason=os_reason(error)) from error
    if len(content) > LARGEST:
        raise Refused("import_too_large", path=clean(str(path)), rows=MOST_ROWS)
    return content


def _workbook(content: bytes, path: Path, sheet: str) -> list[Table]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > UNPACKED:
            raise Refused("import_too_large", path=clean(str(path)), rows=MOST_ROWS)
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    names = tuple(one.title for one in book.worksheets)
    if sheet and sheet not in names:
        raise Refused("import_sheet_not_found", name=clean(sheet), known=clean(", ".join(names)))
    return [_table(book, name, names, path) for name in names if name == sheet or not sheet]


def _table(book: Workbook, name: str, names: tuple[str, ...], path: Path) -> Table:
    sheet: Any = book[name]
    sheet.reset_dimensions()  # what a file says of its own size is not always so
    found = sheet.iter_rows(values_only=True)
    rows = [
        [_raw(cell) for cell in row[:MOST_COLUMNS]]
        for row in _within(list(islice(found, MOST_ROWS + 1)), path)
    ]
    archive: Any = book
    with archive._archive.open(sheet._worksheet_path) as part:
        _fill_down(rows, part.read())
    return Table(rows, name, names)


def _within(rows: Sequence[Row], path: Path) -> Sequence[Row]:
    if len(rows) > MOST_ROWS:
        raise Refused("import_too_large", path=clean(str(path)), rows=MOST_ROWS)
    return rows


def _raw(value: object) -> Raw:
    """What a person reads in the cell."""
    if isinstance(value, str):
        return _DISGUISED.sub(lambda found: chr(int(found[1], 16)), value)
    return value if value is None or isinstance(value, bool | int | float | date) else str(value)


def _fill_down(rows: list[list[Raw]], sheet: bytes) -> None:
    """Cells merged over several rows of one column say the same in each of them."""
    from openpyxl.utils import column_index_from_string

    for left, top, right, bottom in _MERGED.findall(sheet):
        if left != right:
            continue
        column, first = column_index_from_string(left.decode()) - 1, int(top) - 1
        for row in rows[first + 1 : int(bottom)]:
            if column < len(rows[first]):
                row.extend([None] * (column + 1 - len(row)))
                row[column] = rows[first][column]
