"""Reminder texts: who is to be reminded today, and the text for each, to copy or to write down (T4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.papers import Form
from tui_minutes.domain.reminders import Letter
from tui_minutes.i18n import dates, mark, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.services import policies, reminders
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState


class RemindersScreen(BaseScreen):
    """The people at the left, the text for the one under the cursor at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("reminders.copy", "y f2", mark("Copy the text")),
        bind("reminders.export", "ctrl+e", mark("Write the texts into a file")),
        bind("reminders.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    letters: dict[str, Letter]

    def body(self) -> Iterable[Widget]:
        """The people, and the text."""
        self.letters = {}
        with Horizontal():
            yield ListPane(id="people")
            yield ListPane(id="text")

    def on_mount(self) -> None:
        """The list of people has the focus."""
        self.people.focus()

    @property
    def people(self) -> ListPane:
        """Who is to be reminded."""
        return self.query_one("#people", ListPane)

    @property
    def letter(self) -> Letter | None:
        """The letter for the person under the cursor."""
        return self.letters.get(self.people.cursor or "")

    def bar(self, now: datetime) -> BarState:
        """The day and the time."""
        local = now.astimezone(self.host.zone)
        return BarState(tr("Reminder texts"), clock=f"{dates.day_long(local)} {dates.clock(local)}")

    def redraw(self) -> None:
        """Show whom the store says to remind now."""
        host = self.host
        rules = policies.rules(host.settings, host.country)
        self.query_one("#text", ListPane).show_rows([Row((Content.styled(tr("Reading …"), "$faint"),))])
        read = partial(reminders.due_letters, host.store, host.now(), rules, reveal=host.revealed)
        read_aside(self, read, self._show)

    def _show(self, found: list[Letter]) -> None:
        self.letters = {letter.recipient: letter for letter in found}
        self.people.show_rows([_row(letter) for letter in found])
        self._show_text()

    def on_list_pane_highlighted(self, event: ListPane.Highlighted) -> None:
        """Show the text for the person the cursor is on."""
        if event.pane is self.people:
            self._show_text()

    def _show_text(self) -> None:
        pane, letter = self.query_one("#text", ListPane), self.letter
        text = self._text(letter) if letter else tr("Nobody is to be reminded of anything today")
        pane.show_rows([_line(line) for line in text.splitlines()])
        pane.scroll_to(y=0, animate=False)

    def _text(self, letter: Letter) -> str:
        return reminders.text(letter, self.host.now().astimezone(self.host.zone).date())

    def action_copy(self) -> None:
        """Put the text into the clipboard of the terminal."""
        if letter := self.letter:
            self.app.copy_to_clipboard(self._text(letter))
            self.report(tr("The text for {name} is in the clipboard", name=letter.recipient), Report.DONE)

    def exports(self) -> Sequence[Exportable]:
        """The texts for everybody, in one file; nothing where nobody is to be reminded."""
        if not self.letters:
            return ()
        texts = "\n\n\n".join(map(self._text, self.letters.values())) + "\n"
        stem = f"{self.host.now().astimezone(self.host.zone):reminders-%Y-%m-%d}"
        name = tr("Write the texts into a file")
        return [Exportable(name, stem, (Form.TEXT,), lambda _: texts.encode())]


def _row(letter: Letter) -> Row:
    """A name with how many reminders; red, with a mark, where something urgent is among them."""
    urgent = any(one.is_urgent for one in letter.reminders)
    name = Content.styled(letter.recipient, "bold $error" if urgent else "bold")
    head = Content.styled("! " if urgent else "  ", "bold $error")
    return Row((name + f"  {len(letter.reminders)}",), head=head, key=letter.recipient)


def _line(text: str) -> Row:
    """A line of the text; what follows the dash of an item hangs under it, headings stand out."""
    if text.startswith("- "):
        return Row((Content(text[2:]),), head=Content(text[:2]))
    return Row((Content.styled(text, "bold $accent") if text[:1] in ("[", "【") else Content(text),))
