"""A document before it has a form: sections of facts, lines and grids, all of plain text.

What people wrote is never markup here; whoever draws a document, on screen or as a file, keeps it literal.
"""

from __future__ import annotations

from tui_minutes.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or bullet: `lead` (a number, a speaker) stands out, `details` follow below.

    `flagged` asks for attention: something is missing or disputed. An `exact` one is compared character by
    character: a seal.
    """

    text: str
    lead: str = ""
    details: tuple[str, ...] = ()
    flagged: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines in a row, under an optional caption."""

    lines: tuple[Line, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has as many cells as there are columns.

    `widths` say how the columns share a page, as parts of their sum; without them all are alike. In a form
    that is filled in `by_hand`, rows are high enough to write in.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    by_hand: bool = False


Block = Facts | Lines | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document; `depth` 2 is a part of the section before it."""

    title: str
    blocks: tuple[Block, ...]
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in `language`; `level` is its confidentiality in words, said on every page.

    `reference` is the number by which it is known, "" for none.
    """

    title: str
    level: str
    language: str
    sections: tuple[Section, ...]
    reference: str = ""
