"""A text to read, scrolled when it is long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.list_pane import ListPane, Row, as_row


class Show(Dialog[None]):
    """Shows `lines` until Escape or Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "cancel", show=False, priority=True)]

    def __init__(self, title: str, lines: Sequence[str | Content | Row]) -> None:
        super().__init__(title, tr("Esc back"))
        self._rows = [as_row(line) for line in lines]

    def inside(self) -> Iterable[Widget]:
        """The text."""
        yield ListPane(id="text")

    def on_mount(self) -> None:
        """Show the text; the keys scroll it."""
        pane = self.query_one(ListPane)
        pane.show_rows(self._rows)
        pane.styles.height = "auto"
        pane.styles.max_height = 20
        pane.focus()
