"""What stands in a Word file is what was written, on every page its level, in whosever form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.documents.filled import filled, hostile
from tui_minutes.documents.cells import side_by_side
from tui_minutes.documents.phrases import lead_in
from tui_minutes.documents.word import render
from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import speaking


def opened(written: bytes) -> WordFile:
    return docx.Document(BytesIO(written))


def read_back(file: WordFile) -> list[str]:
    """Every paragraph and cell, in order, without the gaps behind tables."""
    gaps = [style.style_id for style in file.styles if style.name == "Minutes Gap"]
    paragraphs = [part for part in file.element.body.iter(qn("w:p")) if part.style not in gaps]
    return ["".join(words.text or "" for words in part.iter(qn("w:t"))) for part in paragraphs]


def said(document: Document) -> Iterator[str]:
    """What should be read, paragraph by paragraph."""
    yield document.title
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            yield from said_in(block)


def said_in(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            for pair in block.pairs:
                yield from pair
        case Grid():
            for row in (block.columns, *block.rows):
                yield from row
        case Lines():
            yield from [block.caption] if block.caption else []
            for line in block.lines:
                yield (lead_in(clean(line.lead)) if line.lead else "") + clean(line.text)
                yield from side_by_side(map(clean, line.details), 96)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(hostile, st.sampled_from(("en", "zh")))
@example("]]></w:t><w:p/>", "en")
@example("<A&B> =cmd()|'x' [/] \u202eabc\u2066 \x00\x0b\ud800", "zh")
def test_words_stay_words(text: str, language: str) -> None:
    document = filled(text, language)
    file = opened(render(document))
    with speaking(language):
        assert read_back(file) == [clean(words) for words in said(document)]
    assert clean(text) in file.sections[0].header.paragraphs[0].text


def minutes(language: str = "en") -> Document:
    grid = Grid(("Number", "Task"), (("A-001", "x" * 200), ("A-002", "x" * 9_000)), (1, 4))
    lines = Lines((Line("64 hex", "seal", exact=True), Line("unclear", flagged=True)), "Seals")
    section = Section("Actions", (Facts((("Number", "M-1"), ("Place", "here"))), grid, lines))
    return Document("Minutes", "secret", language, (section,), reference="M-2026-001")


def test_every_page_says_its_level_its_number_and_which_page_it_is() -> None:
    page = opened(render(minutes())).sections[0]
    assert page.header.paragraphs[0].text == "Confidentiality: secret\tNumber: M-2026-001"
    assert page.footer._element.xpath(".//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert page.page_width is not None
    assert round(page.page_width.cm, 1) == 21


def test_heads_of_tables_are_repeated_and_rows_stay_whole_that_fit_on_a_page() -> None:
    _, grid = opened(render(minutes())).tables
    properties = [[part.tag for part in row._tr.trPr] for row in grid.rows]
    assert properties == [[qn("w:cantSplit"), qn("w:tblHeader")], [qn("w:cantSplit")], []]
    first, second = (int(column.get(qn("w:w"))) for column in grid._tbl.tblGrid)
    assert second == pytest.approx(4 * first, abs=4)


def test_what_is_told_of_a_line_stays_on_its_page() -> None:
    told = Line("选用 A12", "D-001", ("决策人：周岚", "表决：通过" * 12, "赞成：周岚、韩磊" * 8))
    document = replace(minutes(), sections=(Section("决议", (Lines((told, Line("选用 B3"))),)),))
    body = [part for part in opened(render(document)).paragraphs if part.text][2:]
    keeps = [part.paragraph_format.keep_with_next is True for part in body]
    assert len(keeps) > 3
    assert keeps == [*[True] * (len(keeps) - 2), False, False]


def test_rows_to_write_in_are_high() -> None:
    grid = Grid(("Name", "Signature"), (("韩磊", ""),), by_hand=True)
    file = opened(render(Document("Sign-in", "internal", "en", (Section("People", (grid,)),))))
    height = file.tables[0].rows[1].height
    assert height is not None
    assert round(height.cm, 1) == 1.2


@pytest.mark.parametrize(("language", "font"), [("zh", "SimSun"), ("en", "Microsoft YaHei")])
def test_chinese_has_a_font_of_its_own_in_both_languages(language: str, font: str) -> None:
    file = opened(render(minutes(language)))
    fonts = file.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == font
    [spoken] = file.styles.element.xpath("w:docDefaults//w:lang")
    assert spoken.get(qn("w:eastAsia")) == "zh-CN"


def template(**more: bool) -> bytes:
    """A company's file: its heading, its picture-like header, a text that is to go, two sections."""
    file = docx.Document()
    file.styles["Heading 1"].font.name = "Company Sans"
    file.add_paragraph("old text")
    file.sections[0].header.paragraphs[0].text = "ACME Ltd"
    if more.get("numbered"):
        file.sections[0].footer.paragraphs[0]._p.append(
            docx.oxml.parse_xml(
                f'<w:fldSimple {docx.oxml.ns.nsdecls("w")} w:instr=" PAGE \\* MERGEFORMAT "/>'
            )
        )
    if more.get("bare"):
        for style in file.styles.element.xpath("w:style[not(@w:default)]"):
            file.styles.element.remove(style)
    if more.get("first"):
        file.sections[0].different_first_page_header_footer = True
    file.add_section()
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def test_a_company_keeps_its_styles_and_header_and_its_text_goes() -> None:
    file = opened(render(minutes(), template()))
    assert file.styles["Heading 1"].font.name == "Company Sans"
    assert [one.text for one in file.sections[0].header.paragraphs] == [
        "ACME Ltd", "Confidentiality: secret    Number: M-2026-001",
    ]  # fmt: skip
    assert "old text" not in read_back(file)
    heading, table = file.paragraphs[1].style, file.tables[0].style
    assert heading is not None
    assert table is not None
    assert (heading.name, table.name) == ("Heading 1", "Minutes Table")


def test_pages_are_numbered_once() -> None:
    for own, fields in ((template(), 2), (template(numbered=True), 1)):
        footer = opened(render(minutes(), own)).sections[0].footer
        assert len(footer._element.xpath(".//w:fldSimple")) == fields


def test_a_first_page_of_its_own_says_its_level_too() -> None:
    page = opened(render(minutes(), template(first=True))).sections[0]
    assert "secret" in page.first_page_header.paragraphs[-1].text


def test_a_template_file_of_word_will_do() -> None:
    packed, written = ZipFile(BytesIO(template())), BytesIO()
    with ZipFile(written, "w") as unlike:
        for name in packed.namelist():
            unlike.writestr(name, packed.read(name).replace(b"document.main+xml", b"template.main+xml"))
    assert opened(render(minutes(), written.getvalue())).paragraphs[0].text == "Minutes"


def without(name: str) -> bytes:
    """The template without one of its parts, and no word of it left; none of its styles but the usual one."""
    packed, written = ZipFile(BytesIO(template(bare=True))), BytesIO()
    with ZipFile(written, "w") as unlike:
        for part in packed.namelist():
            if name not in part:
                content = packed.read(part)
                for line in (b'<Relationship Id="', b"<Override "):
                    content = b"".join(
                        line + rest if nth else rest
                        for nth, rest in enumerate(content.split(line))
                        if not nth or name.encode() not in rest
                    )
                unlike.writestr(part, content)
    return written.getvalue()


def test_bullets_and_styles_are_added_to_a_template_that_has_none() -> None:
    file = opened(render(minutes(), without("numbering.xml")))
    assert {style.name for style in file.styles} >= {"Title", "Heading 1", "List Bullet", "Minutes Table"}
    [number] = file.styles["List Bullet"].element.xpath(".//w:numId/@w:val")
    [kind] = file.part.numbering_part.element.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    assert file.part.numbering_part.element.xpath(
        f"w:abstractNum[@w:abstractNumId='{kind}']//w:lvlText/@w:val"
    ) == ["•"]


@pytest.mark.parametrize("content", [b"", b"no file", b"PK\x03\x04", without("word/document.xml")])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        render(minutes(), content)
    assert refused.value.code == "template_unreadable"


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(st.integers(0, len(template()) - 1), st.binary(min_size=1, max_size=60))
def test_a_damaged_template_is_refused_or_does(place: int, scratch: bytes) -> None:
    whole = template()
    damaged = whole[:place] + scratch + whole[place + len(scratch) :]
    with suppress(Refused):
        assert opened(render(minutes(), damaged)).paragraphs
