"""The text of a document as WordprocessingML, written as text: as objects it would take seconds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tui_minutes.documents.cells import side_by_side
from tui_minutes.documents.phrases import lead_in
from tui_minutes.documents.word_looks import FLAG
from tui_minutes.documents.word_styles import Style, Styles
from tui_minutes.documents.word_tables import facts_table, grid_table
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean

_DETAILS = 96
"""So many cells of details go into a line."""
_WITH_NEXT = "<w:keepNext/>"
"""Keeps a paragraph on a page with the one below it."""


@dataclass(frozen=True, slots=True)
class Body:
    """Writes in the `styles` of a file, on lines of `width` twentieths of a point."""

    styles: Styles
    width: int
    language: str

    def elements(self, document: Document) -> list[Any]:
        """All paragraphs and tables of `document`."""
        parts = [self.paragraph(Style.TITLE, self.run(document.title))]
        parts += [part for section in document.sections for part in self._section(section)]
        return list(parse_xml(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>"))

    def paragraph(self, style: Style, content: str, properties: str = "") -> str:
        """A paragraph of runs."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{properties}</w:pPr>{content}</w:p>'

    def run(self, text: str, style: Style | None = None) -> str:
        """`text` as it is, in the style of characters `style`; quotation marks in Chinese are wide."""
        name = f'<w:rStyle w:val="{self.styles[style]}"/>' if style else ""
        hint = '<w:rFonts w:hint="eastAsia"/>' if self.language == "zh" else ""
        words = f'<w:t xml:space="preserve">{escape(clean(text))}</w:t>' if text else ""
        return f"<w:r><w:rPr>{name}{hint}</w:rPr>{words}</w:r>"

    def _section(self, section: Section) -> Iterator[str]:
        style = Style.SECTION if section.depth == 1 else Style.PART
        yield self.paragraph(style, self.run(section.title))
        for block in section.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Facts():
                yield facts_table(self, block)
            case Grid():
                yield grid_table(self, block)
            case Lines():
                if block.caption:
                    yield self.paragraph(Style.CAPTION, self.run(block.caption))
                plain = len(block.lines) == 1 and not (block.lines[0].lead or block.lines[0].details)
                for line in block.lines:
                    yield from self._line(line, Style.TEXT if plain else Style.POINT)

    def _line(self, line: Line, style: Style) -> Iterator[str]:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{FLAG}"/>' if line.flagged else ""
        text = self.run(line.text, Style.SEAL if line.exact else None)
        if line.lead:
            text = self.run(lead_in(clean(line.lead)), Style.LEAD) + text
        details = list(side_by_side(map(clean, line.details), _DETAILS))
        yield self.paragraph(style, text, (_WITH_NEXT if details else "") + shade)
        for left, words in zip(reversed(range(len(details))), details, strict=True):
            yield self.paragraph(Style.DETAIL, self.run(words), _WITH_NEXT if left else "")
