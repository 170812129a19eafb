"""The tracker: every outcome of every meeting, until it is closed (T1, T6, T8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_minutes.domain.tracking import SORTS, LedgerFilter, LedgerRow, count, sort_rows
from tui_minutes.i18n import dates, mark, ntr, tr, tr_late
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.ledger_filter import cleared, filter_words
from tui_minutes.screens.tracker_acts import TrackerActs
from tui_minutes.screens.tracker_line import TrackerLine
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.counts import counts_content
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.ledger_table import LedgerTable, Showing
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.outcome_detail import OutcomeDetail
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from textual.binding import BindingType

DRAFT = "tracker"
SORT_WORDS = {
    "due": mark("due date"),
    "number": mark("number"),
    "owner": mark("owner"),
    "status": mark("status"),
    "priority": mark("priority"),
    "updated": mark("last update"),
}


class TrackerScreen(BaseScreen):
    """Counts on top, the table, the detail with its history, and the line that updates a row."""

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

    def __init__(self) -> None:
        super().__init__()
        self.filter = LedgerFilter()
        self.sort = SORTS[0]
        self.rows: list[LedgerRow] = []
        self.acts = TrackerActs(self)
        self.typing = TrackerLine(self)

    def body(self) -> Iterable[Widget]:
        """Counts, search field, table beside detail, line."""
        yield Static(id="counts", markup=False)
        yield Input(placeholder=tr("Search words, names, numbers"), id="search", select_on_focus=False)
        with Horizontal():
            yield LedgerTable(self.showing)
            yield OutcomeDetail(id="detail")
        hint = tr("@name fri · done result: … · A-057 delayed because …")
        yield CaptureLine(self.typing.context, self._save_draft, hint=hint, reader=self.typing.read)

    def on_mount(self) -> None:
        """Begin in the table."""
        super().on_mount()
        self.query_one(CaptureLine).restore(self.host.drafts.read(DRAFT))
        self.table.focus()

    def _save_draft(self, text: str) -> None:
        self.host.drafts.write(DRAFT, text)

    @property
    def table(self) -> LedgerTable:
        """The table of the ledger."""
        return self.query_one(LedgerTable)

    @property
    def today(self) -> date:
        """The day it is where this program runs."""
        return self.host.now().astimezone(self.host.zone).date()

    @property
    def showing(self) -> Showing:
        """How rows are shown now."""
        return Showing(self.today, self.host.zone, self.host.revealed)

    @property
    def selected(self) -> LedgerRow | None:
        """The outcome under the cursor."""
        return self.table.selected

    def redraw(self) -> None:
        """Read the ledger, count it, show what the filter leaves."""
        self.rows = [row for row in self.host.store.ledger() if not row.outcome.withdrawn]
        self.query_one(CaptureLine).context = self.typing.context
        self.show_rows()

    def show_rows(self) -> None:
        """Show what filter, search and sort make of the rows read last."""
        wanted = [row for row in self.rows if self._wants(row)]
        self.table.show(sort_rows(wanted, self.sort), self.showing)
        self.query_one("#counts", Static).update(counts_content(count(self.rows, self.today)))
        many = ntr("{n} outcome", "{n} outcomes", len(wanted))
        words = filter_words(self.filter)
        self.table.border_title = Content(f"{many} · {words}" if words else many)
        by = tr("by {order}", order=tr_late(SORT_WORDS[self.sort]))
        self.table.border_subtitle = Content(
            tr("s {by} · x everything", by=by) if words else tr("s {by}", by=by)
        )
        self.show_detail()

    def _wants(self, row: LedgerRow) -> bool:
        hidden = self.filter.text and self.showing.hides(row)
        if hidden:  # its words are not shown, so they are not found either
            return self.filter.text.casefold() in row.outcome.number.casefold()
        return self.filter.accepts(row, self.today)

    def show_detail(self) -> None:
        """Show the selected outcome with its history."""
        row = self.selected
        history = self.host.store.history(row.outcome.uid) if row else ()
        self.query_one(OutcomeDetail).show(row, history, self.showing)

    def bar(self, now: datetime) -> BarState:
        """The ledger has no stages; the bar says which day it is."""
        local = now.astimezone(self.host.zone)
        clock = f"{dates.day_long(local.date())}  {dates.clock(local)}"
        return BarState(title=tr("Decision ledger"), clock=clock)

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
        self.filter = cleared(self.filter)
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
