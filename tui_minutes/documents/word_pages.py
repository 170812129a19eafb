"""The pages of a Word file: their size, and what stands at the top and bottom of each (F3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer, _Header
from docx.shared import Cm, Length

from tui_minutes.documents.paging import level_line, number_line, page_words
from tui_minutes.documents.word_looks import RULE
from tui_minutes.documents.word_styles import Style, Styles
from tui_minutes.domain.document import Document

_MARGIN = Cm(2)
_DEFAULT = Cm(17)


def lay_out(file: WordFile, document: Document, styles: Styles, *, own: bool) -> None:
    """A4 in a file of our `own`; on every page the level, the number, and which page of how many it is.

    In a company's own file that comes below its header, and below its footer unless that numbers the pages.
    """
    if own:
        _a4(file)
        _as_of_2013(file)
    for header, footer in _heads_and_feet(file):
        top = _top(document, styles[Style.HEADER], text_width(file), ruled=own)
        _put(header._element, top, replacing=own)
        if not (_numbers_pages(footer._element) or _numbers_pages(header._element)):
            _put(footer._element, _bottom(styles[Style.FOOTER]), replacing=own)


def text_width(file: WordFile) -> int:
    """The width of a line in twentieths of a point."""
    page = file.sections[-1]
    sides = (page.left_margin, page.right_margin, page.gutter)
    width: int = (page.page_width or 0) - sum(side or 0 for side in sides)
    return int(Length(width if width > 0 else _DEFAULT).twips)


def _a4(file: WordFile) -> None:
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.bottom_margin = _MARGIN
    page.top_margin = Cm(2.2)
    page.header_distance = page.footer_distance = Cm(1)


def _as_of_2013(file: WordFile) -> None:
    """Without this Word opens a new file in the manner of 2010, tables shifted to the left."""
    for setting in file.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(qn("w:val"), "15")


def _heads_and_feet(file: WordFile) -> Iterator[tuple[_Header, _Footer]]:
    """Those that are seen: the usual ones, and the others where first or even pages have their own."""
    page = file.sections[-1]
    yield page.header, page.footer
    if page.different_first_page_header_footer:
        yield page.first_page_header, page.first_page_footer
    if file.settings.odd_and_even_pages_header_footer:
        yield page.even_page_header, page.even_page_footer


def _put(place: Any, paragraph: Any, *, replacing: bool) -> None:  # noqa: ANN401 - elements of lxml
    if replacing:
        for old in list(place):
            place.remove(old)
    place.append(paragraph)


def _numbers_pages(place: Any) -> bool:  # noqa: ANN401
    """Whether a header or footer has a field with the number of the page."""
    told = [*place.xpath(".//w:instrText/text()"), *place.xpath(".//w:fldSimple/@w:instr")]
    return any("PAGE" in words.split() for words in told)


def _top(document: Document, style: str, width: int, *, ruled: bool) -> Any:  # noqa: ANN401
    """The level and the number, at the two ends of a line of our own."""
    if not ruled:  # a company's style may have tabs of its own
        words = "    ".join(filter(None, (level_line(document), number_line(document))))
        return _paragraph(style, "", _run(words))
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    words = f"{_run(level_line(document))}<w:r><w:tab/></w:r>{_run(number_line(document))}"
    return _paragraph(style, line + tabs, words)


def _bottom(style: str) -> Any:  # noqa: ANN401
    before, between, after = page_words()
    words = f"{_run(before)}{_field('PAGE')}{_run(between)}{_field('NUMPAGES')}{_run(after)}"
    return _paragraph(style, '<w:jc w:val="center"/>', words)


def _paragraph(style: str, properties: str, words: str) -> Any:  # noqa: ANN401
    named = f'<w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
    return parse_xml(f"<w:p {nsdecls('w')}>{named}{words}</w:p>")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
