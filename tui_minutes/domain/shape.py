"""The shape of a line: of the same length, full-width marks, letters and digits as plain ones (rule 2).

Structure is looked for in the shape; what is kept is cut from the line at the same places, as it was typed.
"""

from __future__ import annotations

_TWINS = {0xFF01 + n: 0x21 + n for n in range(94)} | {
    ord("\u3000"): ord(" "),
    ord("\u00a0"): ord(" "),
    ord("−"): ord("-"),
    ord("–"): ord("-"),
    ord("〔"): ord("("),
    ord("〕"): ord(")"),
}


def shape(text: str) -> str:
    """`text` in plain marks, character for character."""
    return text.translate(_TWINS)
