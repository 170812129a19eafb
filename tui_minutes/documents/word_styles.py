"""The styles of a Word file: a company's own go first, those that are missing are ours (F1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from tui_minutes.documents.word_looks import FONTS, Look, looks


class Style(StrEnum):
    """What text is in a document, by the name of its style in Word; a template may have any of them."""

    TEXT = "Normal"
    TITLE = "Title"
    SECTION = "heading 1"
    PART = "heading 2"
    POINT = "List Bullet"
    CAPTION = "Minutes Caption"
    DETAIL = "Minutes Detail"
    CELL = "Minutes Cell"
    LABEL = "Minutes Label"
    GAP = "Minutes Gap"
    HEADER = "header"
    FOOTER = "footer"
    LEAD = "Minutes Lead"
    SEAL = "Minutes Seal"
    TABLE = "Minutes Table"


Styles = Mapping[Style, str]
"""The id of each style in a file."""


def settle(file: WordFile, language: str, *, own: bool) -> Styles:
    """Put the styles that `file` lacks into it, all when it is our `own`; what they are called there."""
    element = file.styles.element
    if own:
        for style in element.xpath("w:style[not(@w:default) or w:name/@w:val='Normal']"):
            element.remove(style)
    _speak(element, language, own=own)
    found = {name.casefold(): code for code, name in _named(element)}
    for name, look in looks(language, own=own).items():
        if name.casefold() not in found:
            found[name.casefold()] = look.code
            number = _bullets(file) if look.bullets else None
            element.append(_style(name, look, found["normal"], number))
    return {style: found[style.casefold()] for style in Style}


def _named(element: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an element of lxml
    for style in element.xpath("w:style[w:name]"):
        yield style.get(qn("w:styleId")), style.find(qn("w:name")).get(qn("w:val"))


def _speak(element: Any, language: str, *, own: bool) -> None:  # noqa: ANN401
    """The language for spelling and line breaks; in a file of our own the fonts and distances, too."""
    if own:
        for defaults in element.xpath("w:docDefaults"):
            element.remove(defaults)
        fonts = FONTS[language]["text"]
        spacing = '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault>'
        run = f"<w:rPrDefault><w:rPr>{fonts}<w:sz w:val='20'/></w:rPr></w:rPrDefault>"
        element.insert(0, parse_xml(f"<w:docDefaults {nsdecls('w')}>{run}{spacing}</w:docDefaults>"))
    for run in element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        for old in run.xpath("w:lang"):
            run.remove(old)
        run.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))


def _style(name: str, look: Look, normal: str, number: int | None) -> Any:  # noqa: ANN401
    default = ' w:default="1"' if name == Style.TEXT else ""
    custom = ' w:customStyle="1"' if name.startswith("Minutes") else ""
    based = f'<w:basedOn w:val="{normal}"/>' if look.kind == "paragraph" and not default else ""
    bullets = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    paragraph = f"<w:pPr>{look.before}{bullets}{look.paragraph}</w:pPr>" if look.kind == "paragraph" else ""
    run = f"<w:rPr>{look.run}</w:rPr>" if look.kind != "table" else ""
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="{look.kind}" w:styleId="{look.code}"{default}{custom}>'
        f'<w:name w:val="{name}"/>{based}<w:qFormat/>{paragraph}{run}{look.table}</w:style>'
    )


def _bullets(file: WordFile) -> int:
    """The number of a new list with bullets in `file`."""
    numbering = _numbering(file)
    kinds = numbering.xpath("w:abstractNum")
    code = max((int(kind.get(qn("w:abstractNumId"))) for kind in kinds), default=-1) + 1
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/></w:rPr></w:lvl>'
    )
    new = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{code}">{level}</w:abstractNum>'
    others = numbering.xpath("w:abstractNum | w:num")
    numbering.insert(numbering.index(others[0]) if others else len(numbering), parse_xml(new))
    number: int = numbering.add_num(code).numId
    return number


def _numbering(file: WordFile) -> Any:  # noqa: ANN401
    try:
        part = file.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        part = NumberingPart(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, file.part.package
        )
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element  # type: ignore[attr-defined]
