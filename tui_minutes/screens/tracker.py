"""The tracker: every outcome of every meeting, until it is closed (T1, T6, T8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from tui_minutes.domain.tracking import SORTS, LedgerFilter
from tui_minutes.i18n import mark
from tui_minutes.screens.tracker_view import TrackerView
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from textual.binding import BindingType


class TrackerScreen(TrackerView):
    """What the keys, the mouse and the line of the tracker do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("tracker.status", "space", mark("Status")),
        bind("tracker.note", "u", mark("Progress")),
        bind("tracker.delay", "d", mark("Delay")),
        bind("tracker.complete", "c", mark("Done")),
        bind("tracker.search", "/", mark("Search")),
        bind("tracker.filter", "f", mark("Filter")),
        bind("tracker.owner", "o", mark("Owner"), show=False),
        bind("tracker.date", "t", mark("Date"), show=False),
        bind("tracker.edit", "e", mark("Edit all fields"), show=False),
        bind("tracker.sort", "s", mark("Sort otherwise"), show=False),
        bind("tracker.everything", "x", mark("Show everything"), show=False),
        bind("tracker.open_row", "v", mark("Detail with history"), show=False),
        bind("tracker.meeting", "m", mark("Its meeting"), show=False),
        bind("tracker.line", "ctrl+k", mark("To the line"), show=False),
        bind("tracker.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def on_list_pane_highlighted(self, event: ListPane.Highlighted) -> None:
        """The detail, and what a line without a number means, follow the cursor."""
        if event.pane is self.table:
            self.show_detail()
            self.query_one(CaptureLine).context = self.typing.context

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Enter shows the outcome in full."""
        if event.pane is self.table:
            self.action_open_row()

    def on_ledger_table_sort_asked(self) -> None:
        """A click on the head sorts otherwise."""
        self.action_sort()

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """A line updates a row."""
        self.typing.enter(event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while it is typed."""
        if event.input.id == "search":
            self.acts.search(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the search field goes to what was found."""
        if event.input.id == "search":
            self.table.focus()

    def action_status(self) -> None:
        """Choose another status."""
        self.acts.status()

    def action_note(self) -> None:
        """Take down progress."""
        self.acts.note()

    def action_delay(self) -> None:
        """Report a delay."""
        self.acts.delay()

    def action_complete(self) -> None:
        """Report it done."""
        self.acts.complete()

    def action_owner(self) -> None:
        """Hand it over."""
        self.acts.owner()

    def action_date(self) -> None:
        """Give it another date."""
        self.acts.date()

    def action_edit(self) -> None:
        """Change any field."""
        self.acts.edit()

    def action_open_row(self) -> None:
        """Show it in full, with its history."""
        self.acts.open_row()

    def action_meeting(self) -> None:
        """Open the meeting it comes from."""
        if self.selected:
            self.host.open_meeting(self.selected.outcome.meeting_uid)

    def action_search(self) -> None:
        """Search the ledger."""
        field = self.query_one("#search", Input)
        field.add_class("-shown")
        field.focus()

    def action_filter(self) -> None:
        """Choose what is shown."""
        self.acts.choose_filter()

    def action_everything(self) -> None:
        """Show everything again."""
        self.filter = LedgerFilter()
        self.acts.end_search()
        self.show_rows()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.show_rows()

    def action_line(self) -> None:
        """Type in the line."""
        self.query_one(CaptureLine).focus_field()

    def action_reveal(self) -> None:
        """Show the words of confidential outcomes until the program ends, or hide them again."""
        self.host.revealed = not self.host.revealed
        self.show_rows()

    def action_back(self) -> None:
        """From the search or the line to the table; from the table to where one was."""
        if not self.table.has_focus:
            self.acts.end_search()
            self.table.focus()
        else:
            super().action_back()
