"""Words that are to be read from the other end of a room: a terminal has but one size, so they stand wide."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from tui_minutes.widgets.wrapping import wrap

MOST_LINES = 2
"""A text that would be longer than that with its characters apart stands as it is."""


def widely(text: str, width: int) -> str:
    """`text` with its characters apart, where that fits into two lines of `width` cells; else as it is.

    Letters of an alphabet are read by the shape of a word, and stay together.
    """
    for narrow in range(width, width // 2, -1):
        lines = [_apart(line.plain) for line in wrap(Content(text), narrow)]
        if all(cell_len(line) <= width for line in lines):
            return "\n".join(lines) if len(lines) <= MOST_LINES else text
    return text


def _apart(line: str) -> str:
    """A space on each side of a wide character that has none yet."""
    spread = "".join(f" {one} " if cell_len(one) == 2 else one for one in line)
    return " ".join(spread.split())
