"""The last gate before the terminal: no text, wherever it comes from, reaches it as a command."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_AS_EMOJI = re.compile("(.)\ufe0f\u20e3?")


class Harmless(LineFilter):
    """Drops control, escape and bidirectional characters, which have no width, from what is drawn.

    A character that is to be drawn as an emoji is one cell in some terminals and two in others: it is drawn
    plainly, with a space for its second cell.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments without them."""
        if not any(_COMMANDS.search(one.text) or "\ufe0f" in one.text for one in segments):
            return segments
        return [Segment(_plain(text), style, control) for text, style, control in segments]


def _plain(text: str) -> str:
    return _AS_EMOJI.sub(
        lambda emoji: emoji[1] + " " * (cell_len(emoji[0]) - cell_len(emoji[1])), _COMMANDS.sub("", text)
    )
