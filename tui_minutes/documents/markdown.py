"""A document as Markdown (CommonMark with tables): what people wrote stays text (F4)."""

from __future__ import annotations

import re

from tui_minutes.documents.phrases import pair
from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean
from tui_minutes.i18n import speaking, tr

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&#!$])")
"""Characters that Markdown or HTML would act on anywhere in a line."""

_LEADING = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
"""What would open a list, a heading or a table at the beginning of a line."""

_LINKS = re.compile(r"(?i)\b(https?|ftp)(://)|\b(www)(\.)")
"""What GitHub makes a link of without being asked."""


def literal(text: str) -> str:
    """Markdown within a line that shows `text` as it is, on one line."""
    one_line = " ".join(clean(text).split())
    return _LINKS.sub(_unlinked, _ACTIVE.sub(r"\\\1", one_line))


def _opening(text: str) -> str:
    """The same where a line begins."""
    return _LEADING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", literal(text))


def _unlinked(found: re.Match[str]) -> str:
    return f"{found[1] or found[3]}\\{found[2] or found[4]}"


def render(document: Document) -> str:
    """The whole document, ending in one newline."""
    with speaking(document.language):
        head = [
            f"# {literal(document.title)}",
            f"**{literal(pair(tr('Confidentiality'), document.level))}**",
        ]
        parts = head + [part for section in document.sections for part in _section(section)]
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> list[str]:
    blocks = [part for block in section.blocks for part in _block(block)]
    return [f"{'#' * (section.depth + 1)} {literal(section.title)}", *blocks]


def _block(block: Block) -> list[str]:
    match block:
        case Facts():
            return ["\n".join(f"- {_pair(name, value)}" for name, value in block.pairs)]
        case Grid():
            return [_grid(block)]
        case Lines():
            caption = [f"**{literal(block.caption)}**"] if block.caption else []
            return caption + (["\n".join(_line(line) for line in block.lines)] if block.lines else [])


def _pair(name: str, value: str) -> str:
    """A bold name before its value: bold ends before a colon, else it would not end at a Chinese one."""
    return tr("{name}: {value}", name=f"**{literal(name)}**", value=literal(value))


def _line(line: Line) -> str:
    text = _pair(line.lead, line.text) if line.lead.strip() else _opening(line.text)
    return "\n".join([f"- {text}", *(f"  - {_opening(detail)}" for detail in line.details)])


def _grid(grid: Grid) -> str:
    head, *rows = (_row(*(literal(cell) for cell in row)) for row in (grid.columns, *grid.rows))
    return "\n".join([head, _row(*("---" for _ in grid.columns)), *rows])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
