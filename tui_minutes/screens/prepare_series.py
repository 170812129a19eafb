"""What Prepare has to do with the series: the next meeting, what waits, what recurs, its page (B8)."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.next_meeting import bring_along, plan_next, waiting_text
from tui_minutes.services import followups, series
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.status_line import Report

WAITING = "waiting"
"""The key of the row that takes along what waits."""


class PrepareSeries(BaseScreen):
    """The part of Prepare that looks beyond the meeting."""

    def waiting_rows(self) -> list[Row]:
        """That something of earlier meetings is not on the agenda; nothing when all is."""
        coming = followups.waiting(self.host.store, self.meeting_uid or "", self.host.now())
        words = Content.styled(waiting_text(coming), "$warning") if coming else Content()
        return [Row((words,), WAITING, Content.styled("! ", "$warning"))] if coming else []

    def action_bring(self) -> None:
        """Take along what waits from earlier meetings."""
        bring_along(self, self.meeting_uid or "")

    def action_follow_up(self) -> None:
        """Plan the meeting after this one."""
        plan_next(self, self.meeting_uid or "")

    def action_series(self) -> None:
        """Show the series: its rhythm, what recurs, the dates to come, the meetings so far."""
        self.host.open_series(self.meeting_uid or "")

    def recur(self, item_uid: str) -> None:
        """Let every meeting of the series have an agenda item from now on."""
        item = self.host.store.record(self.meeting_uid or "").item(item_uid)
        if item is None:
            self.report(tr("Only an agenda item can recur: Tab goes to the agenda"))
        elif self.did(series.make_recurring, item_uid):
            words = tr("On every agenda from now on: {title}", title=item.title)
            self.report(words, Report.DONE)
