"""The last gate before the terminal: no text, wherever it comes from, reaches it as a command."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Harmless(LineFilter):
    """Drops control, escape and bidirectional characters, which have no width, from what is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments without them."""
        if not any(_COMMANDS.search(segment.text) for segment in segments):
            return segments
        return [Segment(_COMMANDS.sub("", text), style, control) for text, style, control in segments]
