"""Many lines at once (rule 10)."""

from __future__ import annotations

from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.capture.parser import parse
from tui_minutes.domain.capture.reading import Reading
from tui_minutes.domain.text import clean_block


def parse_paste(block: str, context: Context, bullets_are_actions: bool = False) -> list[Reading]:
    """What each line of a pasted `block` is taken for; blank lines are left out."""
    return [parse(line, context) for line in clean_block(block).split("\n") if line.strip()]
