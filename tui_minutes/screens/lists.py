"""Screens made of lists: the keys act on the list that has the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.list_pane import ListPane, Row


class OrderedScreen(BaseScreen):
    """The row under the cursor goes up and down: `move` moves it by -1 or +1."""

    move: Callable[[int], None]

    def action_move_up(self) -> None:
        """Move the row under the cursor up."""
        self.move(-1)

    def action_move_down(self) -> None:
        """Move the row under the cursor down."""
        self.move(1)


class ListsScreen(OrderedScreen):
    """Several lists, `#basics` the first; `choose` is told the list and the row that are to be edited."""

    choose: Callable[[str, str], None]

    def on_mount(self) -> None:
        """Begin with the basics."""
        self.query_one("#basics").focus()

    def show_list(self, name: str, title: str, subtitle: str, rows: Sequence[Row]) -> None:
        """Fill the list `name` and its frame."""
        pane = self.query_one(f"#{name}", ListPane)
        pane.border_title, pane.border_subtitle = Content(title), Content(subtitle)
        pane.show_rows(list(rows))

    def at(self) -> tuple[str, str]:
        """The list that has the focus, and the key of the row under its cursor."""
        pane = self.focused if isinstance(self.focused, ListPane) else self.query_one("#basics", ListPane)
        return pane.id or "", pane.cursor or ""

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Edit what was chosen."""
        self.choose(event.pane.id or "", event.key)

    def action_edit(self) -> None:
        """Edit what is under the cursor."""
        self.choose(*self.at())
