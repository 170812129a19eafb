"""A list to choose one from, searched by typing where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widget import Widget
from textual.widgets import Input

from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.wrapping import fit, shorten

_WIDTH = 62


class Option(NamedTuple):
    """What can be chosen: the key that is the answer, its words, a note at the right; found by `also` too."""

    key: str
    text: str
    note: str = ""
    also: str = ""


NEW = "+"
"""The answer begins with it when what was typed was chosen itself."""


class Choose(Dialog[str]):
    """Gives the key of the option chosen, None after Escape. `current` is where the cursor begins.

    With `new` (a word for it) what is typed in the search can be chosen, too: the answer is NEW and the text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        current: str | None = None,
        search: bool = False,
        new: str = "",
    ) -> None:
        super().__init__(title, tr("Enter choose · Esc back"))
        self._new = new
        self._typed = ""
        self._options = options
        self._current = current
        self._search = search

    def inside(self) -> Iterable[Widget]:
        """The search field where there is one, and the list."""
        if self._search:
            words = tr("Type to search, or your own words") if self._new else tr("Type to search")
            field = Input(self._typed, placeholder=words, id="search", select_on_focus=False)
            field.cursor_blink = False
            yield field
        yield ListPane(id="options")

    def on_mount(self) -> None:
        """Show the options, all of them unless something is typed already."""
        self._show(self._typed)
        room = max(self.app.size.height - 10, 4)
        self._list.styles.height = min(len(self._options) + bool(self._new), room)
        if self._current is not None:
            self._list.cursor = self._current
        self.query("#search" if self._search else "#options").first().focus()

    @property
    def _list(self) -> ListPane:
        return self.query_one("#options", ListPane)

    def _show(self, wanted: str) -> None:
        matcher = Matcher(wanted)
        scored = [(matcher.match(f"{one.text} {one.also}") if wanted else 1.0, one) for one in self._options]
        found = [(score, one) for score, one in scored if score > 0]
        found.sort(key=lambda pair: -pair[0])
        shown = [one for _, one in found]
        if self._new and wanted and wanted not in [one.text for one in shown]:
            shown.append(Option(NEW + wanted, wanted, self._new))
        self._list.cursor = None
        self._list.show_rows([_row(one) for one in shown])
        self.complain("" if shown or not wanted else tr("Nothing found"))

    def on_key(self, event: events.Key) -> None:
        """A letter that came before the search field had the focus belongs into it."""
        if self._search and event.is_printable and event.character:
            event.stop()
            self.take(event.character)

    def take(self, text: str) -> None:
        """Type `text` at the end of the search."""
        found = self.query("#search")
        if found:
            field = found.first(Input)
            field.value += text
            field.cursor_position = len(field.value)
        else:
            self._typed += text

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what was typed."""
        self._show(clean(event.value).strip())

    def on_input_submitted(self) -> None:
        """Enter in the search field takes the row under the cursor."""
        self._list.action_choose()

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """That is the answer."""
        self.dismiss(event.key)

    def action_move(self, step: int) -> None:
        """Move the cursor of the list while the search field has the focus."""
        self._list.action_cursor(step)

    def action_page(self, step: int) -> None:
        """Move the cursor by a screenful."""
        self._list.action_page(step)


def _row(option: Option) -> Row:
    note = Content.styled(option.note, "$faint")
    text = Content(fit(option.text, _WIDTH - note.cell_length - 1)) if option.note else Content(option.text)
    return Row((shorten(Content(" ").join([text, note]), _WIDTH),), option.key, wraps=False)
