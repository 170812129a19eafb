"""How an agenda item came about, in words; where it comes from, by number (B8, E2)."""

from __future__ import annotations

from tui_minutes.domain.agenda import Origin
from tui_minutes.i18n.translation import mark, tr, tr_late

_WORDS = {
    Origin.TOPIC: mark("added during the meeting"),
    Origin.CARRIED: mark("carried over"),
    Origin.FOLLOW_UP: mark("follow-up"),
    Origin.RECURRING: mark("recurring"),
    Origin.QUESTION: mark("due for feedback"),
    Origin.FOCUS: mark("focus of the last meeting"),
}


def origin_text(origin: Origin, number: str = "") -> str:
    """`carried over from M-2026-011` where the number of the meeting is known; "" for what was planned."""
    if origin not in _WORDS:
        return ""
    words = tr_late(_WORDS[origin])
    return tr("{what}, from {number}", what=words, number=number) if number else words
