"""The marks that say with a shape what the colours say, and their plain forms for terminals without them."""

from __future__ import annotations

_PLAIN = {
    "✓": "v",
    "✗": "x",
    "≠": "!=",
    "≈": "~",
    "→": "->",
    "▸": ">",
    "·": "-",
    "●": "*",
    "…": "...",
    "–": "-",
    "←": "<-",
    "━": "=",
    "─": "-",
    "∅": "x",
    "↓": "v",
    "█": "#",
    "▒": "=",
    "░": ":",
    **dict.fromkeys("▁▂▃", "_"),
    **dict.fromkeys("▄▅▆▇", "#"),
}

OWN = frozenset(_PLAIN)
"""Marks of ours that terminals may draw two cells wide; who has such a terminal has the plain forms."""

_plain = False


def use_plain_glyphs(plain: bool) -> None:
    """Draw with ASCII only, or not (the `ascii` setting); one for the process."""
    global _plain
    _plain = plain


def glyph(mark: str) -> str:
    """`mark`, or what stands for it in ASCII."""
    return _PLAIN.get(mark, mark) if _plain else mark
