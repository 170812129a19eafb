"""Tables in WordprocessingML: fixed columns, heads on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui_minutes.documents.cells import cells
from tui_minutes.documents.facts import two_a_row
from tui_minutes.documents.word_looks import SHADE
from tui_minutes.documents.word_styles import Style, Styles
from tui_minutes.domain.document import Facts, Grid

_LABEL = 16
"""How much of the width of a page a label takes, in percent."""

_BREAKS = 3000
"""A row with more cells of text than this may break: it may be higher than a page."""

_TO_WRITE_IN = 680
"""How high a row is in which people write by hand, in twentieths of a point: 1.2 cm."""


class Writer(Protocol):
    """Writes paragraphs and runs in the styles of a file."""

    @property
    def styles(self) -> Styles:
        """The ids of the styles."""

    @property
    def width(self) -> int:
        """The width of a line in twentieths of a point."""

    def paragraph(self, style: Style, content: str, properties: str = "") -> str:
        """A paragraph of runs."""

    def run(self, text: str, style: Style | None = None) -> str:
        """A run of text."""


def facts_table(writer: Writer, facts: Facts) -> str:
    """Labels and values, two a row; a long value has a row to itself."""
    label = writer.width * _LABEL // 100
    value = writer.width // 2 - label
    together = sum(cells(said) for _, said in facts.pairs) < _BREAKS
    rows = []
    by_two = list(two_a_row(facts.pairs))
    for pairs in by_two:
        width, span = (value, 1) if len(pairs) == 2 else (value + label + value, 3)
        keep = together and pairs is not by_two[-1]
        row = (
            _cell(writer, name, label, label=True, middle=True, keep=keep)
            + _cell(writer, said, width, middle=True, span=span)
            for name, said in pairs
        )
        rows.append(_row("".join(row), whole=sum(cells(said) for _, said in pairs) < _BREAKS))
    return _table(writer, [label, value, label, value], rows)


def grid_table(writer: Writer, grid: Grid) -> str:
    """A table; its head is repeated on every page."""
    shares = grid.widths or (1,) * len(grid.columns)
    widths = [writer.width * share // sum(shares) for share in shares]
    small = sum(map(cells, grid.columns)) < _BREAKS  # one as high as a page cannot stand on every page
    named = zip(grid.columns, widths, strict=True)
    head = "".join(_cell(writer, name, width, label=True, keep=small) for name, width in named)
    rows = [_row(head, head=small, whole=small)]
    height = _TO_WRITE_IN if grid.by_hand else 0
    for row in grid.rows:
        said = "".join(
            _cell(writer, text, width, middle=grid.by_hand) for text, width in zip(row, widths, strict=True)
        )
        rows.append(_row(said, whole=sum(map(cells, row)) < _BREAKS, height=height))
    return _table(writer, widths, rows)


def _table(writer: Writer, widths: Sequence[int], rows: Sequence[str]) -> str:
    """The table, and behind it a little room, without which Word makes one of two."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{writer.styles[Style.TABLE]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>{writer.paragraph(Style.GAP, '')}"
    )


def _row(content: str, *, head: bool = False, whole: bool = True, height: int = 0) -> str:
    properties = (
        ("<w:cantSplit/>" if whole else "")
        + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        + ("<w:tblHeader/>" if head else "")
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def _cell(
    writer: Writer,
    text: str,
    width: int,
    *,
    label: bool = False,
    middle: bool = False,
    keep: bool = False,
    span: int = 1,
) -> str:
    """One cell; with `keep` its row stays on a page with the next."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if label else ""
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + shade
        + ('<w:vAlign w:val="center"/>' if middle else "")
    )
    style = Style.LABEL if label else Style.CELL
    said = writer.paragraph(style, writer.run(text), "<w:keepNext/>" if keep else "")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{said}</w:tc>"
