"""What the dialogs share: a titled box, keys that can be clicked, one line that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widget import Widget

from tui_minutes.screens.closed_early import ClosedEarly
from tui_minutes.widgets.status_line import Report, StatusLine

T = TypeVar("T")

_KEYS = {
    "Ctrl+S": "ctrl+s", "Enter": "enter", "Esc": "escape", "Tab": "tab", "Space": "space", "b": "b",
    "s": "s", "r": "r", "x": "x", "a": "a", "e": "e", "d": "d", "c": "c", "t": "t",
    "5": "5",
}  # fmt: skip
"""The keys that hints name."""


class Dialog(ModalScreen[T], ClosedEarly[T], Generic[T]):  # ModalScreen first: styles follow it
    """A box with a title and a line of keys (`hint`). A subclass gives its `inside`; Escape gives None.

    The hint names keys, parted by " · "; they can be clicked, too.
    """

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
            box.border_subtitle = _clickable(self._hint)
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

    def action_press(self, key: str) -> None:
        """A click on a key of the hint presses it."""
        self.app.simulate_key(key)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Give the answer; only the first counts: a second quick key would close the screen below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def _clickable(hint: str) -> Content:
    """`hint` with each of its parts (`Enter save`) pressing the key that it begins with."""
    parts = []
    for part in hint.split(" · "):
        key = _KEYS.get(part.partition(" ")[0])
        click = Style.from_meta({"@click": f"screen.press('{key}')"}) if key else Style()
        parts.append(Content.styled(part, click))
    return Content(" · ").join(parts)
