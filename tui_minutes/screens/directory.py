"""The directory of people: found as one types, added, changed, merged, told apart again, brought in (B4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from tui_minutes.domain.directory import Finder, Listed
from tui_minutes.i18n import dates, mark, ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.directory_forms import DirectoryForms
from tui_minutes.screens.directory_rows import person_rows
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from tui_minutes.screens.export import Exportable

MOST = 200
"""So many people are listed at once; typing finds the others."""


class DirectoryScreen(BaseScreen):
    """Everybody known. What is typed searches; the keys act on whom the cursor stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("directory.add", "a f2", mark("Add")),
        bind("directory.change", "e f3", mark("Change")),
        bind("directory.remove", "d delete", mark("Remove")),
        bind("directory.merge", "m f6", mark("Merge")),
        bind("directory.take_in", "i f7", mark("Bring in")),
        bind("directory.search", "/ ctrl+f", mark("Search")),
        bind("directory.split", "u f8", mark("Tell apart who was merged"), show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The search field over the people."""
        hint = tr("Name, department, address or alias")
        search = Input(placeholder=hint, id="search", select_on_focus=False)
        search.cursor_blink = False
        yield search
        yield ListPane(id="people")

    def on_mount(self) -> None:
        """The list has the focus."""
        self.list.focus()

    @property
    def list(self) -> ListPane:
        """The people."""
        return self.query_one("#people", ListPane)

    @property
    def searching(self) -> Input:
        """The search field."""
        return self.query_one("#search", Input)

    @property
    def forms(self) -> DirectoryForms:
        """What is asked about people."""
        return DirectoryForms(self)

    def bar(self, now: datetime) -> BarState:
        """The day and the time."""
        local = now.astimezone(self.host.zone)
        return BarState(tr("Directory"), clock=f"{dates.day_long(local.date())} {dates.clock(local)}")

    def redraw(self) -> None:
        """Show the directory as it is now."""
        self._people = {one.uid: one for one in self.host.store.listed_people()}
        self._finder = Finder(self._people.values())
        self._show()

    def _show(self) -> None:
        """Show those whom the search finds."""
        there = self._finder.found(self.searching.value)
        rows = person_rows(there[:MOST])
        count = ntr("{n} person", "{n} people", len(there))
        if len(there) > MOST:
            count = tr("{shown} of {n} people; type to find the others", shown=MOST, n=len(there))
        self.list.border_title = Content(tr("People"))
        self.list.border_subtitle = Content(count)
        self.list.show_rows(rows or [Row((Content.styled(self._nobody(), "$faint"),))])

    def _nobody(self) -> str:
        if self._people:
            return tr("Nobody is called so: a adds somebody")
        return tr("Nobody is known yet: a adds somebody, i brings people in from a file")

    @property
    def person(self) -> Listed | None:
        """Whom the cursor stands on."""
        return self._people.get(self.list.cursor or "")

    def listed(self) -> Iterable[Listed]:
        """Everybody, by name."""
        return self._people.values()

    def show_person(self, uid: str) -> None:
        """Let the cursor stand on somebody who has just come in or changed."""
        if uid not in self.list.keys:
            self.searching.value = ""
            self._show()
        self.list.cursor = uid
        self.list.focus()

    def on_list_pane_chosen(self, _: ListPane.Chosen) -> None:
        """Enter changes what is known of somebody."""
        self.action_change()

    def exports(self) -> Sequence[Exportable]:
        """The people whom the search finds, as they are listed."""
        from tui_minutes.screens.list_export import of_lists

        return of_lists(self.host, tr("Directory"), "people", [self.list])

    def action_add(self) -> None:
        """Somebody new, by the name that was searched for in vain."""
        self.forms.add("" if self.list.keys else self.searching.value.strip())

    def action_change(self) -> None:
        """Say something else of somebody."""
        if one := self._chosen():
            self.forms.change(one)

    def action_remove(self) -> None:
        """Take somebody out who has no part in anything."""
        if one := self._chosen():
            self.forms.remove(one)

    def action_merge(self) -> None:
        """Somebody else is the same person."""
        if one := self._chosen():
            self.forms.merge(one)

    def action_split(self) -> None:
        """They are two people after all."""
        if one := self._chosen():
            self.forms.split(one)

    def _chosen(self) -> Listed | None:
        if self.person is None:
            self.report(tr("Choose a person first"), Report.WARNING)
        return self.person

    def action_take_in(self) -> None:
        """People from a file, or from the meetings so far."""
        self.forms.take_in()

    def action_search(self, begun: str = "") -> None:
        """Search; the list follows each key."""
        self.set_focus(self.searching)  # at once: the next letter may be on its way already
        self.searching.insert_text_at_cursor(begun)

    def on_key(self, event: events.Key) -> None:
        """A character that is no shortcut begins a search: an input method may be on."""
        typing = isinstance(self.focused, Input)
        if typing and event.key == "down":
            self.list.focus()
        elif event.is_printable and event.character and (typing or event.key not in self.active_bindings):
            event.stop()  # while typing: it came before the field had the focus
            self.action_search(event.character)

    def on_input_changed(self) -> None:
        """Show whom the search finds."""
        self._show()

    def on_input_submitted(self) -> None:
        """Go to whom it found."""
        self.list.focus()

    def action_back(self) -> None:
        """Leave the search, then the screen."""
        if self.searching.value or self.searching.has_focus:
            self.searching.value = ""
            self.list.focus()
        else:
            super().action_back()
