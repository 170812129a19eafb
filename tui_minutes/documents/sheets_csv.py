"""CSV files from any spreadsheet, in any of their encodings, as rows of texts (T11)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import islice

from tui_minutes.documents.ledger_csv import as_meant

_ENCODINGS = ("utf-8-sig", "gb18030")
_BETWEEN = ",;\t"


def read_csv(content: bytes, most: int) -> Sequence[Sequence[str]] | None:
    """The rows of a CSV file, a few more than `most` at most; None for what is no such file.

    UTF-8 with or without its mark, UTF-16 with it, else GB 18030; commas, semicolons or tabs between cells.
    """
    text = _decoded(content)
    if text is None or "\0" in text:
        return None
    delimiter = _delimiter(text)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [[as_meant(cell) for cell in row] for row in islice(reader, most + 1)]
    except csv.Error:
        return None


def _decoded(content: bytes) -> str | None:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """What stands between the cells: what parts the first rows into the most."""
    start = text[:20_000]

    def columns(delimiter: str) -> int:
        try:
            reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
            return max((len(row) for row in islice(reader, 25)), default=0)
        except csv.Error:
            return 0

    return max(_BETWEEN, key=columns)
