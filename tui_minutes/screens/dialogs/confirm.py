"""A yes or a no, after saying what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.list_pane import ListPane, Row, as_row


class Confirm(Dialog[bool]):
    """Gives True after Enter or `y`, False after `n`, None after Escape. `yes` says what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str | Content | Row], *, yes: str = "") -> None:
        hint = tr("Enter {yes} · Esc back", yes=yes) if yes else tr("Enter yes · Esc back")
        super().__init__(title, hint)
        self._rows = [as_row(line) for line in lines]

    def inside(self) -> Iterable[Widget]:
        """What it is about."""
        pane = ListPane(id="text")
        pane.can_focus = False  # so that Enter answers the question
        yield pane

    def on_mount(self) -> None:
        """Show the text."""
        pane = self.query_one(ListPane)
        pane.show_rows(self._rows)

    def action_scroll(self, step: int) -> None:
        """Scroll by a line what has no room."""
        self.query_one(ListPane).action_cursor(step)

    def action_page(self, step: int) -> None:
        """Scroll by a screenful."""
        pane = self.query_one(ListPane)
        pane.scroll_relative(y=step * max(pane.size.height - 1, 1), animate=False)

    def action_answer(self, answer: bool) -> None:
        """Answer."""
        self.dismiss(answer)
