"""A document as one HTML page that needs nothing beside it, on a screen by day or night and on paper (F4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tui_minutes.documents.facts import two_a_row
from tui_minutes.documents.html_style import STYLE, on_paper
from tui_minutes.documents.paging import level_line, number_line
from tui_minutes.documents.phrases import lead_in
from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean
from tui_minutes.i18n import speaking

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
"""The page asks for nothing from anywhere, and runs nothing."""


def render(document: Document) -> str:
    """The whole page, in UTF-8 when it is written."""
    with speaking(document.language):
        level = f'<span class="level">{_text(level_line(document))}</span>'
        number = number_line(document)
        top = level + (f"<span>{_text(number)}</span>" if number else "")
        return "\n".join(
            (
                "<!DOCTYPE html>",
                f'<html lang="{_LANGUAGES[document.language]}">',
                "<head>",
                '<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                '<meta name="color-scheme" content="light dark">',
                f"<title>{_text(document.title)}</title>",
                f"<style>\n{STYLE}{on_paper(document)}</style>",
                "</head>",
                "<body>",
                f'<header class="page">{top}</header>',
                "<main>",
                f"<h1>{_text(document.title)}</h1>",
                *(part for section in document.sections for part in _section(section)),
                "</main>",
                "</body>",
                "</html>\n",
            )
        )


def _text(text: str) -> str:
    return escape(clean(text))


def _section(section: Section) -> Iterator[str]:
    yield f"<h{section.depth + 1}>{_text(section.title)}</h{section.depth + 1}>"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield '<table class="facts">'
            yield from map(_facts, two_a_row(block.pairs))
            yield "</table>"
        case Grid():
            yield from _grid(block)
        case Lines():
            if block.caption:
                yield f'<p class="caption">{_text(block.caption)}</p>'
            if block.lines:
                yield "<ul>"
                yield from map(_line, block.lines)
                yield "</ul>"


def _facts(pairs: Sequence[tuple[str, str]]) -> str:
    wide = ' colspan="3"' if len(pairs) == 1 else ""
    cells = (f'<th scope="row">{_text(name)}</th><td{wide}>{_text(value)}</td>' for name, value in pairs)
    return f"<tr>{''.join(cells)}</tr>"


def _grid(grid: Grid) -> Iterator[str]:
    """In a narrow window each row stands as a card, its cells named by `data-name`."""
    yield f"<table{' class=by-hand' if grid.by_hand else ''}>"
    whole = sum(grid.widths)
    if whole:
        columns = (f'<col style="width: {100 * width / whole:.1f}%">' for width in grid.widths)
        yield f"<colgroup>{''.join(columns)}</colgroup>"
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in grid.columns)
    yield f"<thead><tr>{head}</tr></thead>"
    yield "<tbody>"
    for row in grid.rows:
        named = zip(grid.columns, row, strict=True)
        cells = (f'<td data-name="{_text(name)}">{_text(cell)}</td>' for name, cell in named)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _line(line: Line) -> str:
    text = f"<code>{_text(line.text)}</code>" if line.exact else _text(line.text)
    if line.lead:
        text = f"<b>{_text(lead_in(clean(line.lead)))}</b>{text}"
    details = "".join(f"<span>{_text(detail)}</span>" for detail in line.details)
    more = f'<p class="details">{details}</p>' if details else ""
    return f"<li{' class=flagged' if line.flagged else ''}>{text}{more}</li>"
