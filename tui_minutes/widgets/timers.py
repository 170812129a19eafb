"""Lengths of time as the screens show them: `12:30`, and a bar of how much is used."""

from __future__ import annotations

from datetime import timedelta

from textual.content import Content

from tui_minutes.domain.agenda import Tone
from tui_minutes.widgets.glyphs import glyph

TONES = {Tone.CALM: "$success", Tone.AMBER: "$warning", Tone.RED: "$error"}
"""The colour of a timer: green in time, amber when little is left, red when over (D1)."""


def timer(length: timedelta) -> str:
    """Minutes and seconds, whatever the hours: `9:40`, `75:00`, `-1:05`."""
    seconds = int(length.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes}:{rest:02}"


def gauge(used: float, width: int, style: str) -> Content:
    """A line of `width` cells of which the share `used` (0 to 1, more is full) is drawn in `style`."""
    filled = round(min(max(used, 0.0), 1.0) * width)
    return Content.assemble((glyph("━") * filled, style), (glyph("─") * (width - filled), "$rule"))
