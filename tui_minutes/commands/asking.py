"""A question on the terminal before something that cannot be taken back."""

from __future__ import annotations

import sys


def agreed(question: str) -> bool:
    """Whether the person at the terminal says yes; without one nobody does."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        return input(question).strip().lower() in ("y", "yes", "是", "好")
    except EOFError:
        return False
