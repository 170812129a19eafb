"""What the tracker shows: counts on top, the table, the detail with its history, the line (T1, T8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_minutes.domain.tracking import SORTS, LedgerFilter, LedgerRow, count, sort_rows
from tui_minutes.i18n import dates, mark, ntr, tr, tr_late
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.ledger_filter import filter_words
from tui_minutes.screens.tracker_acts import TrackerActs
from tui_minutes.screens.tracker_line import Standings, TrackerLine
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.counts import counts_content
from tui_minutes.widgets.ledger_line import Showing
from tui_minutes.widgets.ledger_table import LedgerTable
from tui_minutes.widgets.outcome_detail import OutcomeDetail
from tui_minutes.widgets.top_bar import BarState

DRAFT = "tracker"
SORT_WORDS = {
    "due": mark("due date"),
    "number": mark("number"),
    "owner": mark("owner"),
    "status": mark("status"),
    "priority": mark("priority"),
    "updated": mark("last update"),
}


class TrackerView(BaseScreen):
    """Reads the ledger after each change; filter, search and sort decide what of it is shown."""

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
        self.keep_draft(DRAFT, text)

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
        line = self.query_one(CaptureLine)
        line.standing = Standings(self.rows, self.showing)
        line.context = self.typing.context
        self.show_rows()

    def show_rows(self) -> None:
        """Show what filter, search and sort make of the rows read last."""
        wanted = [row for row in self.rows if self._wants(row)]
        hint = (
            tr("Nothing is like that: x shows everything")
            if self.rows
            else tr("What meetings decide, assign or leave open will stand here")
        )
        self.table.show(sort_rows(wanted, self.sort), self.showing, hint)
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
