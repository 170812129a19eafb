"""What the capture line says to its screen; the handlers are `on_capture_line_submitted` and so on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui_minutes.domain.capture import Reading
from tui_minutes.widgets.line_draft import Earlier

if TYPE_CHECKING:
    from tui_minutes.widgets.capture_line import CaptureLine


@dataclass
class Submitted(Message, namespace="capture_line"):
    """A line was entered, the `number`-th; `editing` is the earlier line that it corrects."""

    line: CaptureLine
    raw: str
    editing: Earlier | None
    number: int

    @property
    def reading(self) -> Reading:
        """What it is taken for, with the context as it is when this is asked."""
        return self.line.read(self.raw)

    def carried_out(self, command: str) -> None:
        """The command of that id is what it is carried out by: once it is done, the line never comes back.

        That is written before the line is stored; neither may what was half typed of it come back after that.
        """
        self.line.unsaved.carried_out(self.number, command)
        self.line.save_draft()

    def saved(self) -> None:
        """It is on disk."""
        self.line.settle(self, kept=True)

    def waits(self) -> None:
        """It will be, before long: until then it stays in sight."""
        self.line.unsaved.wait(self.number, self.raw)
        self.line.show_title()

    def kept(self) -> None:
        """It waits, in a file that the next start reads: the draft need not hold it."""
        self.line.unsaved.leave_out(self.number)
        self.line.save_draft()

    def refused(self) -> None:
        """It is not: the text goes back into the line."""
        self.line.settle(self, kept=False)


@dataclass
class Pasted(Message, namespace="capture_line"):
    """A block of several lines was pasted."""

    line: CaptureLine
    block: str


@dataclass
class EditEarlier(Message, namespace="capture_line"):
    """Take up an earlier line: the one `step` before (-1) or after (1) `editing`, or the last one."""

    line: CaptureLine
    step: int
    editing: Earlier | None


@dataclass
class Undo(Message, namespace="capture_line"):
    """Withdraw the last entry."""


@dataclass
class Redo(Message, namespace="capture_line"):
    """Bring back the entry that was withdrawn last."""
