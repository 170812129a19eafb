"""The tracker: every outcome of every meeting, until it is closed (T1, T2, T5-T8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui_minutes.domain.outcomes import Act
from tui_minutes.i18n import mark
from tui_minutes.screens.tracker_acts import TrackerActs
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.counts import CountsBar
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.ledger_table import LedgerTable
from tui_minutes.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from textual.binding import BindingType


class TrackerScreen(TrackerActs):
    """What the keys, the mouse and the line of the tracker do."""

    AUTO_FOCUS = "LedgerTable"  # not the search line, which could take keys while it is hidden

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("tracker.moves", "space", mark("Move on")),
        bind("tracker.note", "u", mark("Progress")),
        bind("tracker.delay", "d", mark("Delay")),
        bind("tracker.complete", "c", mark("Done")),
        bind("tracker.search", "/", mark("Search")),
        bind("tracker.standup", "s", mark("Standup")),
        bind("tracker.acknowledge", "a", mark("Acknowledge"), show=False),
        bind("tracker.owner", "o", mark("Hand over"), show=False),
        bind("tracker.date", "t", mark("Date"), show=False),
        bind("tracker.edit", "e", mark("Edit all fields"), show=False),
        bind("tracker.undo", "z ctrl+z", mark("Undo its last step"), show=False),
        bind("tracker.mark", "v insert", mark("Mark, to change several together"), show=False),
        bind("tracker.filter", "f", mark("Filter by a form"), show=False),
        bind("tracker.views", "w", mark("Saved views"), show=False),
        bind("tracker.group", "b", mark("Group by …"), show=False),
        bind("tracker.next_group", "n", mark("To the next heading"), show=False),
        bind("tracker.previous_group", "p", mark("To the heading before"), show=False),
        bind("tracker.sort", "S", mark("Sort otherwise"), show=False),
        bind("tracker.everything", "x", mark("Show everything"), show=False),
        bind("tracker.history", "h", mark("Detail with history"), show=False),
        bind("tracker.meeting", "m", mark("Its meeting"), show=False),
        bind("tracker.said", "l f4", mark("Where it was said"), show=False),
        bind("tracker.archive", "A", mark("Archive: find in all meetings"), show=False),
        bind("tracker.review", "r", mark("Review"), show=False),
        bind("tracker.import_ledger", "i", mark("Import a ledger"), show=False),
        bind("app.reminders", "R f5", mark("Reminder texts"), show=False),
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
            self.action_history()

    def on_ledger_table_head_clicked(self, event: LedgerTable.HeadClicked) -> None:
        """A click on the name of a column sorts by it."""
        self.sort_by_column(event.key)

    def on_ledger_table_mark_asked(self) -> None:
        """A click with Ctrl marks."""
        self.toggle_mark()

    def on_counts_bar_chosen(self, event: CountsBar.Chosen) -> None:
        """A click on a figure shows what it counts."""
        self.searching.want_state(event.state)

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """A line moves an outcome."""
        self.typing.enter(event)

    def on_capture_line_undo(self) -> None:
        """Ctrl+Z in the empty line undoes the last step of the outcome."""
        self.action_undo()

    def on_filter_input_changed(self) -> None:
        """Search while it is typed."""
        self.searching.typed()

    def on_filter_input_submitted(self) -> None:
        """Enter in the search line goes to what was found."""
        self.searching.end()

    def action_acknowledge(self) -> None:
        """The owner has understood."""
        self.move(Act.ACKNOWLEDGE)

    def action_note(self) -> None:
        """Take down progress."""
        self.move(Act.NOTE)

    def action_delay(self) -> None:
        """Report a delay."""
        self.move(Act.DELAY)

    def action_owner(self) -> None:
        """Hand it over."""
        self.move(Act.HAND_OVER)

    def action_date(self) -> None:
        """Give it another date."""
        self.move(Act.EDIT)

    def action_search(self) -> None:
        """Search the ledger."""
        self.searching.begin()

    def action_filter(self) -> None:
        """Fill the search line by a form."""
        self.searching.form()

    def action_views(self) -> None:
        """Choose, save, rename or remove a view."""
        self.views.choose()

    def action_group(self) -> None:
        """Put headings into the list."""
        self.searching.group()

    def action_next_group(self) -> None:
        """Go to the next heading."""
        self.table.action_group(1)

    def action_previous_group(self) -> None:
        """Go to the heading before."""
        self.table.action_group(-1)

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.searching.sort_next()

    def action_everything(self) -> None:
        """Show everything again."""
        self.searching.everything()

    def action_standup(self) -> None:
        """Go through it person by person."""
        self.host.open_standup()

    def action_review(self) -> None:
        """See what became of what was decided."""
        self.host.open_review()

    def action_import_ledger(self) -> None:
        """Take over a ledger from a file."""
        from tui_minutes.screens.importing import ask_file  # few ever do

        ask_file(self)

    def action_line(self) -> None:
        """Type in the line."""
        self.query_one(CaptureLine).focus_field()
