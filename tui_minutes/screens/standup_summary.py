"""A standup that was held: what changed, by person, and who was not shown; to copy and to export (T9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.meeting import Phase
from tui_minutes.i18n import dates, mark, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.minutes_purge import Purging
from tui_minutes.services import minutes
from tui_minutes.widgets.document_pane import DocumentPane
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState


class StandupSummaryScreen(BaseScreen):
    """The summary as people will read it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("standup_summary.copy", "y c", mark("Copy as Markdown")),
        bind("standup_summary.export", "ctrl+e", mark("Export")),
        bind("app.tracker", "t ctrl+g", mark("Tracker")),
        bind("app.home", "h ctrl+o", mark("Home")),
        bind("standup_summary.reveal", "ctrl+r", mark("Show confidential words"), show=False),
        bind("standup_summary.purge", "P", mark("Purge the standup"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """The document."""
        self.record = self.host.store.record(self.meeting_uid)
        yield DocumentPane(id="document")

    def on_mount(self) -> None:
        """The document has the focus: the keys scroll it."""
        self.query_one(DocumentPane).focus()

    def redraw(self) -> None:
        """Show the summary."""
        host, pane = self.host, self.query_one(DocumentPane)
        self.record = host.store.record(self.meeting_uid)
        pane.border_title = Content(tr("Summary of the standup"))
        pane.show(minutes.document(host.store, self.meeting_uid, host.now(), reveal=host.revealed))

    def bar(self, now: datetime) -> BarState:
        """The standup and the time."""
        meeting = self.record.meeting
        return BarState(meeting.title, meeting.number, clock=dates.clock(now.astimezone(self.host.zone)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What was purged cannot be purged again."""
        return action != "purge" or self.record.meeting.phase is not Phase.PURGED

    def action_purge(self) -> None:
        """Delete the words of the standup from every file, with proof."""
        Purging(self, self.record.meeting).ask()

    def action_copy(self) -> None:
        """Put the summary on the clipboard, as far as the terminal allows that."""
        host = self.host
        self.app.copy_to_clipboard(
            minutes.markdown(host.store, self.meeting_uid, host.now(), reveal=host.revealed)
        )
        self.report(tr("Copied, if the terminal allows it; Ctrl+E writes a file"), Report.DONE)
