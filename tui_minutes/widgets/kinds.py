"""How the kinds of line look: a mark, a short word and a colour, the same everywhere."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from tui_minutes.i18n import mark, tr_late
from tui_minutes.widgets.glyphs import glyph


class Look(NamedTuple):
    """The mark, the word (marked for translation) and the colour of a kind."""

    shape: str
    word: str
    style: str


LOOKS = {
    "point": Look("“", mark("Said"), "$said"),
    "disagreement": Look("≠", mark("Disagreement"), "$error"),
    "data": Look("#", mark("Figure"), "$figure"),
    "decision": Look("✓", mark("Decision"), "$success"),
    "action": Look("→", mark("Action"), "$error"),
    "question": Look("?", mark("Open"), "$warning"),
    "motion": Look("+", mark("Motion"), "$figure"),
    "note": Look("·", mark("Note"), "$faint"),
    "continuation": Look("…", mark("Continued"), "$faint"),
    "update": Look("↑", mark("Update"), "$said"),
    "command": Look("/", mark("Command"), "$accent"),
    "event": Look("·", mark("Event"), "$faint"),
}
"""By the value of `Kind` and of `EntryKind`, which share their words."""


def kind_mark(kind: str, number: str = "") -> Content:
    """`✓ Decision D-031` in the colour of the kind."""
    look = LOOKS[kind]
    words = [glyph(look.shape), tr_late(look.word), *([number] if number else [])]
    return Content.styled(" ".join(words), f"bold {look.style}")
