"""Lines that were entered, until they are known to be on disk."""

from __future__ import annotations

from itertools import count

from textual.content import Content

from tui_minutes.widgets.line_draft import Entered
from tui_minutes.widgets.wrapping import shorten

_WIDTH = 24
"""Cells of a line that waits: the next ones are to be seen, too."""


class UnsavedLines:
    """Each line by the number that `add` gives it, in the order in which they were entered."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._kept: dict[int, Entered] = {}
        self._waiting: dict[int, str] = {}

    @property
    def kept(self) -> tuple[Entered, ...]:
        """What the draft has to hold."""
        return tuple(self._kept.values())

    @property
    def waiting(self) -> str:
        """What is to be shown as not saved yet, each line shortened."""
        return " · ".join(shorten(Content(raw), _WIDTH).plain for raw in self._waiting.values())

    def add(self, raw: str) -> int:
        """A line was entered; an empty one is not kept."""
        number = next(self._numbers)
        if raw:
            self._kept[number] = Entered(raw)
        return number

    def carried_out(self, number: int, command: str) -> None:
        """It is carried out by the command of that id: whether that was done, the store knows."""
        if number in self._kept:
            self._kept[number] = Entered(self._kept[number].raw, command)

    def wait(self, number: int, raw: str) -> None:
        """It cannot be saved yet."""
        self._waiting[number] = raw

    def leave_out(self, number: int) -> None:
        """It is kept elsewhere: the draft would bring it back twice."""
        self._kept.pop(number, None)

    def settle(self, number: int) -> None:
        """It is on disk, or back in the line."""
        self._kept.pop(number, None)
        self._waiting.pop(number, None)
