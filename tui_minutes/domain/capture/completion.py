"""What Tab puts into the line."""

from __future__ import annotations

from dataclasses import dataclass

from tui_minutes.domain.capture.context import Context


@dataclass(frozen=True, slots=True)
class Completion:
    """Put `text` in place of line[start:end]."""

    start: int
    end: int
    text: str


def complete(line: str, cursor: int, context: Context) -> list[Completion]:
    """What the word at `cursor` may become, likeliest first."""
    return []
