"""A screen with nothing but a capture line, for the tests of the line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.capture import Context
from tui_minutes.domain.people import People, Person
from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.list_pane import ListPane, Row

CONTEXT = Context(
    day=date(2026, 11, 27),
    people=People([Person("李四", "市场部", readings=("lisi", "ls")), Person("Jane Doe", "Sales")]),
)


class LineScreen(BaseScreen):
    """A list and the line; what the line says is kept in `said`."""

    def __init__(self, draft: str = "", done: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.said: list[object] = []
        self.drafts: list[str] = []
        self._first = draft
        self._done = done
        self.refuses = False
        self.settles = True

    def body(self) -> Iterable[Widget]:
        yield ListPane(id="list")
        yield CaptureLine(CONTEXT, self.drafts.append, hint="say something")

    def redraw(self) -> None:
        self.query_one(ListPane).show_rows([Row((Content(f"row {n}"),), str(n)) for n in range(40)])

    def on_mount(self) -> None:
        self.capture.focus_field()
        if self._first:
            self.capture.restore(self._first, self._done.__contains__)

    @property
    def capture(self) -> CaptureLine:
        return self.query_one(CaptureLine)

    @property
    def text(self) -> str:
        return self.query_one("#capture-input", LineInput).value

    @property
    def submitted(self) -> list[str]:
        return [one.raw for one in self.said if isinstance(one, CaptureLine.Submitted)]

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        self.said.append(event)
        if self.refuses:
            event.refused()
        elif self.settles:
            event.saved()

    def on_capture_line_pasted(self, event: CaptureLine.Pasted) -> None:
        self.said.append(event)

    def on_capture_line_edit_earlier(self, event: CaptureLine.EditEarlier) -> None:
        self.said.append(event)

    def on_capture_line_undo(self, event: CaptureLine.Undo) -> None:
        self.said.append(event)

    def on_capture_line_redo(self, event: CaptureLine.Redo) -> None:
        self.said.append(event)
