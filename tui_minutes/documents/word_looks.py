"""How our styles look in Word: fonts, sizes, distances, colours."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.domain.dataclass import dataclass

INK, FAINT, RULE, SHADE, FLAG = "1F3553", "595959", "AEB8C6", "EEF2F7", "FFF3DC"


@dataclass(frozen=True, slots=True)
class Look:
    """A style as WordprocessingML: its id, its `kind`, the properties of paragraphs, runs, tables.

    `before` are the properties that the schema wants before a list, `bullets` whether it is one.
    """

    code: str
    paragraph: str = ""
    run: str = ""
    kind: str = "paragraph"
    table: str = ""
    before: str = ""
    bullets: bool = False


def _fonts(latin: str, chinese: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"'
        ' w:hint="default"/>'
    )


FONTS: Mapping[str, Mapping[str, str]] = {
    "zh": {"text": _fonts("Times New Roman", "SimSun"), "head": _fonts("Arial", "SimHei")},
    "en": {"text": _fonts("Arial", "Microsoft YaHei"), "head": _fonts("Arial", "Microsoft YaHei")},
}
"""Fonts that every Word on Windows has, by the names that LibreOffice has twins for."""

_SEAL = _fonts("Courier New", "SimSun")
_KEEP = "<w:keepNext/><w:keepLines/>"
_FAINT = f'<w:color w:val="{FAINT}"/>'


@dataclass(frozen=True, slots=True)
class _Hand:
    """What changes from file to file: fonts and ink only in one of our own; `size` in half points."""

    head: str
    text: str
    bold: str
    ink: str
    size: int


def looks(language: str, *, own: bool) -> dict[str, Look]:
    """Our styles by name; fonts and colours only in a file of our `own`, else they are the company's."""
    hand = _Hand(
        head=FONTS[language]["head"] if own else "",
        text=FONTS[language]["text"] if own else "",
        bold="" if own and language == "zh" else "<w:b/>",  # SimHei stands out by itself
        ink=f'<w:color w:val="{INK}"/>' if own else "",
        size=21 if language == "zh" else 20,
    )
    return {
        "Normal": Look("Normal", _spacing(0, 60, 288), f"{hand.text}{_size(hand.size)}"),
        **_headings(hand),
        **_lines(hand),
        **_of_tables(hand),
        "header": Look("Header", _spacing(0, 0), f"{_FAINT}{_size(17)}"),
        "footer": Look("Footer", _spacing(0, 0), f"{_FAINT}{_size(17)}"),
        "Minutes Lead": Look("MinutesLead", run="<w:b/>", kind="character"),
        "Minutes Seal": Look("MinutesSeal", run=f"{_SEAL}{_size(17)}", kind="character"),
    }


def _headings(hand: _Hand) -> dict[str, Look]:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="2" w:color="{RULE}"/></w:pBdr>'
    title = _spacing(0, 200, 264) + '<w:jc w:val="center"/>'
    first = rule + _spacing(280, 100, 264) + '<w:outlineLvl w:val="0"/>'
    second = _spacing(180, 60, 264) + '<w:outlineLvl w:val="1"/>'
    run = f"{hand.head}{hand.bold}{hand.ink}"
    return {
        "Title": Look("Title", title, f"{hand.head}<w:b/>{hand.ink}{_size(36)}", before=_KEEP),
        "heading 1": Look("Heading1", first, run + _size(26), before=_KEEP),
        "heading 2": Look("Heading2", second, run + _size(22), before=_KEEP),
    }


def _lines(hand: _Hand) -> dict[str, Look]:
    caption = f"{hand.head}{hand.bold}{_FAINT}{_size(19)}"
    below = _spacing(0, 20, 252) + '<w:ind w:left="340"/>'
    return {
        "List Bullet": Look("ListBullet", _spacing(0, 50, 276), bullets=True),
        "Minutes Caption": Look("MinutesCaption", _spacing(80, 30), caption, before=_KEEP),
        "Minutes Detail": Look("MinutesDetail", below, f"{_FAINT}{_size(hand.size - 2)}"),
    }


def _of_tables(hand: _Hand) -> dict[str, Look]:
    left = _spacing(30, 30, 252) + '<w:jc w:val="left"/>'
    thin = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
    return {
        "Minutes Cell": Look("MinutesCell", left, _size(hand.size - 3)),
        "Minutes Label": Look("MinutesLabel", left, f"{hand.head}{hand.bold}{_size(17)}"),
        "Minutes Gap": Look("MinutesGap", thin, _size(8), before="<w:keepNext/>"),
        "Minutes Table": Look("MinutesTable", kind="table", table=_table()),
    }


def _spacing(before: int, after: int, line: int = 240) -> str:
    """Distances in twentieths of a point, the height of a line in 240ths."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _table() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="70" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
