"""A preparation checklist, drawn: what, how far, who sees to it (B5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from textual.content import Content

from tui_minutes.domain.checklist import Preparation
from tui_minutes.domain.meeting import Meeting
from tui_minutes.i18n import tr
from tui_minutes.i18n.checklist import ticked_text, what_text, when_text
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.wrapping import shorten

_WIDE = 100
"""Cells from which a thing stands on one line."""

_WHAT = 0.5
"""How much of that line what it is may take."""


def preparation_rows(meeting: Meeting, found: Iterable[Preparation], today: date) -> list[Row]:
    """One row for each thing: what it is, who sees to it, who ticked it, the remark, and by when."""
    return [FluidRow(key=one.key, draw=partial(_row, one, meeting, today), tall=_height) for one in found]


def _height(width: int) -> int:
    return 1 if width >= _WIDE else 2


def look(one: Preparation, today: date) -> tuple[str, str]:
    """The mark and the style of how far it is."""
    if one.is_done:
        return "✓", "$success"
    if one.is_late(today):
        return "!", "$error"
    return ("▸", "$warning") if one.due == today else ("·", "$faint")


def _row(one: Preparation, meeting: Meeting, today: date, width: int) -> Row:
    shape, style = look(one, today)
    head = Content.styled(f"{glyph(shape)} ", f"bold {style}")
    when = Content.styled(when_text(one, today), style)
    room = width - head.cell_length - when.cell_length - 4
    what = Content.styled(what_text(one), "" if one.is_done else "bold")
    about = Content.styled(_about(one, meeting), "$faint")
    if _height(width) == 2:
        return Row((_filled(what, room) + "  " + when, about), one.key, head, wraps=False)
    half = int(width * _WHAT)
    line = _filled(what, half) + "  " + _filled(about, room - half - 2) + "  " + when
    return Row((line,), one.key, head, wraps=False)


def _filled(text: Content, width: int) -> Content:
    """`text` in exactly `width` cells."""
    short = shorten(text, width)
    return short.pad_right(width - short.cell_length)


def _about(one: Preparation, meeting: Meeting) -> str:
    """Who sees to it, who ticked it off and when, the remark, the level where it is not the usual."""
    parts = [one.who or tr("nobody yet"), ticked_text(one.kept, meeting), one.kept.note]
    parts += [label(one.level)] if one.level is not meeting.level else []
    return f" {glyph('·')} ".join(part for part in parts if part)
