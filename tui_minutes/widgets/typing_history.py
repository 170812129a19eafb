"""What was typed before: undo and redo of one line, a word at a time."""

from __future__ import annotations

from typing import NamedTuple

_MOST = 200


class Typed(NamedTuple):
    """The text of a line and where the cursor stood."""

    text: str
    cursor: int


class TypingHistory:
    """Steps back and forth through the states of one line."""

    def __init__(self) -> None:
        self._past: list[Typed] = []
        self._future: list[Typed] = []
        self._end_of_run: Typed | None = None

    def remember(self, before: Typed, after: Typed) -> None:
        """`before` became `after` by typing. Letters typed in a row are one step, up to a space."""
        one_letter = len(after.text) == len(before.text) + 1 and after.cursor == before.cursor + 1
        goes_on = one_letter and before == self._end_of_run
        if not goes_on:
            self._past = [*self._past[1 - _MOST :], before]
        typed_space = after.text[after.cursor - 1 : after.cursor] == " "
        self._end_of_run = after if one_letter and not typed_space else None
        self._future.clear()

    def undo(self, now: Typed) -> Typed | None:
        """The state before, or None at the beginning."""
        return self._step(self._past, self._future, now)

    def redo(self, now: Typed) -> Typed | None:
        """The state that was undone last, or None."""
        return self._step(self._future, self._past, now)

    def _step(self, source: list[Typed], target: list[Typed], now: Typed) -> Typed | None:
        self._end_of_run = None
        if not source:
            return None
        target.append(now)
        return source.pop()

    def forget(self) -> None:
        """Begin anew: the line was saved or replaced."""
        self._past.clear()
        self._future.clear()
        self._end_of_run = None
