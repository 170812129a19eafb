"""What the gate before the terminal lets through."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tui_minutes.widgets.harmless import Harmless


def drawn(text: str) -> str:
    return "".join(segment.text for segment in Harmless().apply([Segment(text)], Color(0, 0, 0)))


def test_commands_are_dropped() -> None:
    assert drawn("a\x1b]52;c;aGk=\x07\u202eb") == "a]52;c;aGk=b"


@pytest.mark.parametrize(
    ("typed", "seen"), [("⚠️ 延期", "⚠  延期"), ("❤️", "❤ "), ("1️⃣号", "1 号"), ("😀️", "😀"), ("延期", "延期")]
)
def test_an_emoji_takes_the_same_cells_in_every_terminal(typed: str, seen: str) -> None:
    assert drawn(typed) == seen
    assert cell_len(seen) == cell_len(typed)
