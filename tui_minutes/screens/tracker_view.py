"""What the tracker shows: counts on top, search line, table, detail with history, the line (T1, T2, T8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.filters import Filter
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, ntr, tr, tr_late
from tui_minutes.i18n.filters import filter_words
from tui_minutes.screens.ledger_screen import LedgerScreen
from tui_minutes.screens.moving import Moving
from tui_minutes.screens.tracker_line import Standings, TrackerLine
from tui_minutes.screens.tracker_marks import Marks
from tui_minutes.screens.tracker_pager import ORDERS, LedgerPager
from tui_minutes.screens.tracker_search import Searching
from tui_minutes.screens.tracker_views import Views
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.counts import CountsBar
from tui_minutes.widgets.filter_input import FilterInput
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.ledger_table import LedgerTable
from tui_minutes.widgets.outcome_detail import OutcomeDetail
from tui_minutes.widgets.top_bar import BarState

DRAFT = "tracker"


class TrackerView(LedgerScreen):
    """Reads of the ledger what is in sight; the search line, an order and a grouping decide what that is."""

    def __init__(self, begin_at: str = "") -> None:
        super().__init__()
        self._begin_at = begin_at
        self.order = "attention"
        self.grouped = ""
        self.view = ""
        self._shown = (Filter(), 0)
        self.marks = Marks()
        self.moving = Moving(self, self.unmark)
        self.searching = Searching(self)
        self.views = Views(self)
        self.typing = TrackerLine(self)

    def body(self) -> Iterable[Widget]:
        """Counts, search line, table beside detail, line."""
        yield CountsBar()
        yield FilterInput(self.searching.vocabulary)
        with Horizontal():
            yield LedgerTable()
            yield OutcomeDetail(id="detail")
        hint = tr("@name fri · done result: … · A-057 delayed because …")
        yield CaptureLine(self.typing.context, self._save_draft, hint=hint, reader=self.typing.read)

    def on_mount(self) -> None:
        """Begin in the table; what all screens do then comes after this."""
        self.bring_back(DRAFT)
        self.table.cursor = self._begin_at or None
        self.table.focus()

    def _save_draft(self, text: str) -> None:
        self.keep_draft(DRAFT, text)

    @property
    def table(self) -> LedgerTable:
        """The table of the ledger."""
        return self.query_one(LedgerTable)

    @property
    def search(self) -> FilterInput:
        """The search line."""
        return self.query_one(FilterInput)

    @property
    def selected(self) -> LedgerRow | None:
        """The outcome under the cursor."""
        return self.table.selected

    def redraw(self) -> None:
        """Count the ledger, read what is in sight of it."""
        counts = self.host.store.counts(self.host.now())
        self.query_one(CountsBar).show(counts)
        line = self.query_one(CaptureLine)
        line.standing = Standings(self.host.store, self.showing)
        self.show_rows()
        line.context = self.typing.context

    def show_rows(self, *, from_top: bool = False) -> None:
        """Show what the search line leaves, in its order, the cursor on its outcome or at the top."""
        wanted = self.search.filter
        pager = LedgerPager(self.host.store, wanted, self.order, self.grouped, self.showing)
        hint = (
            tr("Nothing is like that: x shows everything")
            if wanted
            else tr("What meetings decide, assign or leave open stands here (Home: N begins one)")
        )
        self.table.show(pager, self.showing, hint, from_top=from_top)
        self._shown = (wanted, pager.length)
        self._say_what_is_shown()
        self.show_detail()

    def _say_what_is_shown(self) -> None:
        wanted, length = self._shown
        dot = f" {glyph('·')} "
        view = [self.view] if self.view else []
        title = [ntr("{n} outcome", "{n} outcomes", length), *view, *filter_words(wanted)]
        self.table.border_title = Content(dot.join(title))
        by = tr("by {order}", order=tr_late(ORDERS[self.grouped or self.order]))
        keys = [tr("S {by}", by=by), *([tr("x everything")] if wanted or self.grouped else [])]
        marked = [ntr("{n} marked: Space moves them", "{n} marked: Space moves them", len(self.marks))]
        late = [words] if (words := self.host.judging.words()) else []
        self.table.border_subtitle = Content(dot.join([*late, *(marked if self.marks else []), *keys]))

    def show_marks(self) -> None:
        """Show which rows are marked."""
        self.table.show_marks(self.marks.uids)
        self._say_what_is_shown()

    def unmark(self) -> None:
        """Mark nothing any more."""
        self.marks.clear()
        self.show_marks()

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
