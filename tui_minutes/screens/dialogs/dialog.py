"""What the dialogs share: a titled box, Escape back, one line that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from tui_minutes.widgets.status_line import Report, StatusLine

T = TypeVar("T")


class Dialog(ModalScreen[T], Generic[T]):
    """A box with a title and a line of keys (`hint`). A subclass gives its `inside`; Escape gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - as Textual declares them

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title_text = title
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title_text)
            box.border_subtitle = Content(self._hint)
            yield from self.inside()
            yield StatusLine()

    def inside(self) -> Iterable[Widget]:
        """The widgets of the box."""
        return ()

    def complain(self, text: str) -> None:
        """Say what is wrong, inside the box; nothing that was typed is lost."""
        self.query_one(StatusLine).say(text, Report.REFUSED if text else Report.NOTE)

    def warn(self, text: str) -> None:
        """Say what to look at, inside the box: it keeps nobody from going on."""
        self.query_one(StatusLine).say(text, Report.WARNING if text else Report.NOTE)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
