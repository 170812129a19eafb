"""The log of the meeting that runs: letters act on the line under the cursor, the clock repaints two rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from tui_minutes.i18n import mark
from tui_minutes.widgets.cells import redraw_line
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.log_pane import LogPane

LINE_ACTS = {
    "edit": ("e", mark("Correct")),
    "withdraw": ("w delete", mark("Withdraw")),
    "restore": ("r", mark("Bring back")),
    "action": ("a", mark("Make it an action")),
    "decision": ("d", mark("Make it a decision")),
    "question": ("q", mark("Make it an open question")),
    "convert": ("c", mark("Make it another kind")),
    "passed": ("p", mark("The motion has passed: make it a decision")),
    "walk_in": ("i", mark("Let the person in: it is their point")),
    "vote": ("v", mark("Vote on it")),
    "move": ("m", mark("Move it to another item")),
    "doubt": ("o", mark("Mark it doubtful")),
    "clear": ("o", mark("It is cleared up")),
    "read_back": ("b", mark("Read it back now")),
    "wordings": ("h", mark("What it said before")),
}
"""What can be done with a line: the key while the log has the focus, and the words."""


_CORNER = 3
"""Cells of the border before a title, and behind the one below."""

_NOTHING = Content()


class MeetingLog(LogPane):
    """Posts `LineAct` when a key asks something of the line under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(bind(f"line.{act}", pressed, words, show=False), action=f"act('{act}')")
        for act, (pressed, words) in LINE_ACTS.items()
        if act != "clear"
    ]

    @dataclass
    class LineAct(Message):
        """Do `act`, one of `LINE_ACTS`, with the line `uid`."""

        uid: str
        act: str

    def action_act(self, act: str) -> None:
        """Ask for it."""
        if self.cursor is not None:
            self.post_message(self.LineAct(self.cursor, act))

    def show_time(self, title: Content, bottom: Content) -> None:
        """Write into the top and the bottom border, and draw only these rows again.

        Textual's own border titles draw the whole widget again: too much for what changes every second.
        """
        width, height = self.outer_size
        left, top = self.content_offset
        for name, new, row in (("_border_title", title, 0), ("_border_subtitle", bottom, height - 1)):
            old: Content = getattr(self, name, None) or _NOTHING
            setattr(self, name, new)
            if old.cell_length != new.cell_length:
                self.refresh(Region(-left, row - top, width, 1))
            else:
                before_it = width - _CORNER - new.cell_length if row else _CORNER
                redraw_line(self, row - top, old, new, x=before_it - left)
