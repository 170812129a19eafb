"""What the screens share that show rows of the ledger: how they are shown, one in full, what is covered."""

from __future__ import annotations

from datetime import date

from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.widgets.outcome_detail import detail_rows
from tui_minutes.widgets.showing import Showing
from tui_minutes.widgets.status_line import Report


class LedgerScreen(BaseScreen):
    """Nothing is done to an outcome whose words are covered (B7)."""

    @property
    def showing(self) -> Showing:
        """How rows are shown now."""
        return Showing(self.host.now(), self.host.zone, self.host.revealed)

    @property
    def today(self) -> date:
        """The day it is where this program runs."""
        return self.showing.today

    def uncovered(self, row: LedgerRow | None) -> LedgerRow | None:
        """The row, to do something with it; None, said in words, where its words are covered."""
        if row is None or not self.showing.hides(row):
            return row
        number, level = row.outcome.number, label(row.level)
        self.report(tr("{number} is {level}: Ctrl+R shows it", number=number, level=level), Report.WARNING)
        return None

    def show_where_said(self, row: LedgerRow | None) -> None:
        """Show the line in which an outcome was taken down, among those around it; Escape leads back."""
        row = self.uncovered(row)
        if row is None:
            return
        if row.outcome.entry_uid:
            self.host.open_log(row.outcome.meeting_uid, row.outcome.entry_uid)
        else:
            self.report(tr("{number} was not taken down in a log", number=row.outcome.number))

    def show_in_full(self, row: LedgerRow | None) -> None:
        """Show an outcome in full, with its whole history."""
        if row is not None:
            history = self.host.store.history(row.outcome.uid)
            self.app.push_screen(Show(row.outcome.number, detail_rows(row, history, self.showing)))
