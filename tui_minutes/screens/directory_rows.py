"""People of the directory, drawn: who, where, how they are reached, and how much they have to do (B4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui_minutes.domain.directory import Listed
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row

_WIDEST = 16
"""So many cells a column takes at most before the next one moves on."""


def person_rows(people: Sequence[Listed]) -> list[Row]:
    """A row a person: name, department, title and address; below them what else is known."""
    columns = [_texts(one) for one in people]
    widths = [_width(column) for column in zip(*columns, strict=True)]
    return [_row(one, widths) for one in people]


def _texts(one: Listed) -> tuple[str, ...]:
    known = one.details
    return known.name, known.department, known.title, known.email


def _width(texts: Iterable[str]) -> int:
    return min(max((cell_len(text) for text in texts), default=0), _WIDEST)


def _row(one: Listed, widths: Sequence[int]) -> Row:
    texts = _texts(one)
    last = max(place for place, text in enumerate(texts) if text)
    name, *others = (
        Content(text).pad_right(max(width - cell_len(text), 0) if place < last else 0)
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
        if place <= last
    )
    words = Content.styled(f" {glyph('·')} ".join(about(one)), "$faint")
    return Row(((name.stylize("bold"), *others), words), key=one.uid)


def about(one: Listed) -> list[str]:
    """What else is known of somebody, in words."""
    known = one.details
    said = [
        ntr("{n} meeting", "{n} meetings", one.meetings),
        ntr("{n} open", "{n} open", one.open),
        tr("also {names}", names=tr(", ").join(known.aliases)) if known.aliases else "",
        tr("heads {names}", names=tr(", ").join(known.heads)) if known.heads else "",
        tr("may see up to {level}", level=label(known.clearance)) if known.clearance else "",
    ]
    return [words for words in said if words]
