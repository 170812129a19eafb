"""A document to read: headings, facts, lines and tables, laid out for the width there is (F1)."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual import events
from textual.content import Content

from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.widgets.columns import GAP, fitted, wrapped
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field

_EMPTY = Row((Content(),))
_LEGIBLE = 10
"""A table whose columns would get fewer cells than this, or than their headings, is shown row by row."""


class DocumentPane(ListPane):
    """The keys scroll it; what people wrote stands there literally."""

    _document: Document | None = None

    def show(self, document: Document) -> None:
        """Show `document` from its title to its last section."""
        self._document = document
        self.show_rows(list(_rows(document, self.scrollable_content_region.width)))

    def on_resize(self, _event: events.Resize) -> None:
        """What is shown is made for the width, not only broken for it."""
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """Lay the tables out for the new width too."""
        if self._document is not None:
            self.show(self._document)
        super()._lay_out_anew()


def _rows(document: Document, width: int) -> Iterator[Row]:
    yield Row((Content.styled(document.title, "bold"),))
    yield Row((Content.styled(document.level, "bold $warning"),))
    for section in document.sections:
        yield from _section(section, width)


def _section(section: Section, width: int) -> Iterator[Row]:
    yield _EMPTY
    yield Row((Content.styled(section.title, "bold $accent" if section.depth == 1 else "bold $primary"),))
    for block in section.blocks:
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Row]:
    match block:
        case Facts():
            yield from _facts(block)
        case Lines():
            if block.caption:
                yield Row((Content.styled(block.caption, "$faint"),))
            yield from (_line(line) for line in block.lines)
        case Grid():
            yield from _grid(block, width)


def _facts(facts: Facts) -> Iterator[Row]:
    label = max(cell_len(name) for name, _ in facts.pairs) + GAP
    for name, value in facts.pairs:
        head = Content.styled(name + " " * (label - cell_len(name)), "$faint")
        yield Row((Content(value),), head=head)


def _line(line: Line) -> Row:
    lead = Content.styled(line.lead, "bold") + "  " if line.lead else Content()
    details = tuple(Content.styled(one, "$faint") for one in line.details)
    mark = (
        Content.styled("! ", "bold $warning") if line.flagged else Content.styled(f"{glyph('·')} ", "$faint")
    )
    body = (lead + line.text, details) if details else (lead + line.text,)
    return Row(body, head=mark)


def _grid(grid: Grid, width: int) -> Iterator[Row]:
    """A table; where its columns would be too narrow to read, each row with its cells under one another."""
    table = _filled(grid)
    natural = [max(map(cell_len, column)) for column in zip(table.columns, *table.rows, strict=True)]
    legible = [min(wish, _LEGIBLE) for wish in natural]
    least = [max(cell_len(name), some) for name, some in zip(table.columns, legible, strict=True)]
    widths = fitted(natural, least, width)
    whole = sum(widths) + GAP * (len(widths) - 1)
    if whole > width:
        for nth, row in enumerate(grid.rows):
            yield from [_EMPTY] if nth else []
            yield _card(grid, row)
        return
    yield _cells([Content.styled(name, "$faint") for name in table.columns], widths)
    yield Row((Content.styled(glyph("─") * whole, "$rule"),))
    for first, *others in table.rows:
        yield _cells([Content.styled(first, "bold"), *map(Content, others)], widths)


def _filled(grid: Grid) -> Grid:
    """The table without the columns in which nothing stands."""
    kept = [nth for nth in range(len(grid.columns)) if any(row[nth] for row in grid.rows)]
    rows = tuple(tuple(row[nth] for nth in kept) for row in grid.rows)
    return Grid(tuple(grid.columns[nth] for nth in kept), rows)


def _cells(cells: list[Content], widths: list[int]) -> Row:
    return Row(tuple(wrapped(cells, widths)), wraps=False)


def _card(grid: Grid, row: tuple[str, ...]) -> Row:
    """One row of a table: the first two cells as its head, the others as fields under it."""
    head = Content("  ").join([Content.styled(row[0], "bold"), Content(row[1])])
    named = zip(grid.columns[2:], row[2:], strict=True)
    return Row((head, tuple(field(name, value) for name, value in named if value)))
