"""The log of a meeting to read, line by line: where an outcome was taken down, and back to the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.log_pane import LogPane
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class LogScreen(BaseScreen):
    """Every line of the meeting `meeting_uid`, the cursor on `entry_uid`; nothing is changed here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("log.outcome", "t", mark("In the ledger")),
        bind("log.meeting", "m", mark("Its meeting")),
        bind("log.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self, meeting_uid: str, entry_uid: str = "") -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self._begin_at = entry_uid

    def body(self) -> Iterable[Widget]:
        """The lines."""
        self.record = self.host.store.record(self.meeting_uid)
        yield LogPane(id="log")

    @property
    def pane(self) -> LogPane:
        """The lines."""
        return self.query_one(LogPane)

    def on_mount(self) -> None:
        """Go to the line that was asked for, else to the first."""
        self.pane.focus()
        uids = [one.uid for one in self.record.entries]
        self.pane.cursor = self._begin_at if self._begin_at in uids else next(iter(uids), None)
        self.call_after_refresh(self.pane.show_around)

    def redraw(self) -> None:
        """Show all lines as the store has them."""
        self.record = self.host.store.record(self.meeting_uid)
        self.pane.show(self.record, self.record.entries)
        self.pane.border_title = Content(tr("The log, line by line"))
        self.pane.border_subtitle = Content(ntr("{n} line", "{n} lines", len(self.record.entries)))

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    def on_log_pane_entry_chosen(self, event: LogPane.EntryChosen) -> None:
        """To the outcome that the line made, in the ledger."""
        self._to_outcome(event.uid)

    def action_outcome(self) -> None:
        """To the outcome that the line under the cursor made, in the ledger."""
        self._to_outcome(self.pane.cursor or "")

    def _to_outcome(self, entry_uid: str) -> None:
        entry = next((one for one in self.record.entries if one.uid == entry_uid), None)
        if entry is None or entry.outcome_uid is None:
            self.report(tr("This line made no decision, action or question"))
        else:
            self.host.open_tracker(entry.outcome_uid)

    def action_meeting(self) -> None:
        """Open the meeting where it stands."""
        self.host.open_meeting(self.meeting_uid)
