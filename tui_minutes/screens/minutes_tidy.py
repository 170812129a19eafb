"""Tidying the log of a signed meeting: lines are corrected, withdrawn, cleared up until approval (D8, E5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.capture import Context
from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.line_commands import LineCommands
from tui_minutes.screens.meeting_lines import LineMenu
from tui_minutes.screens.meeting_log import MeetingLog
from tui_minutes.services import lines
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class TidyLog(MeetingLog):
    """The log with the keys that tidying needs in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(bind("line.edit", "e", mark("Correct")), action="act('edit')"),
        replace(bind("line.doubt", "o", mark("Doubtful / cleared up")), action="act('doubt')"),
        replace(bind("line.withdraw", "w delete", mark("Withdraw")), action="act('withdraw')"),
        replace(bind("line.restore", "r", mark("Bring back")), action="act('restore')"),
    ]


class TidyScreen(BaseScreen):
    """Every line of the meeting; its outcomes are sealed and stay as they are."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("tidy.next_doubt", "n", mark("Next doubtful line"))]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self._commands = LineCommands(self)
        self._menu = LineMenu(self)

    def body(self) -> Iterable[Widget]:
        """The log, and the line in which one is corrected."""
        self.record = self.host.store.record(self.meeting_uid)
        yield TidyLog(id="log")
        hint = tr("e takes the line under the cursor here, Enter puts it back corrected")
        yield CaptureLine(self._line_context(), self._keep_line, hint=hint)

    def _keep_line(self, draft: str) -> None:
        self.keep_draft(f"tidy.{self.meeting_uid}", draft)

    def _line_context(self) -> Context:
        meeting = self.record.meeting
        day = meeting.local(meeting.started_at or self.host.now()).date()
        return lines.context(self.record, self.host.directory, day, self.host.calendar)

    def on_mount(self) -> None:
        """Begin with the first doubtful line; a correction half made is back."""
        self.bring_back(f"tidy.{self.meeting_uid}")
        self.log_pane.focus()
        self.call_after_refresh(self._to_doubt)

    @property
    def log_pane(self) -> TidyLog:
        """The lines."""
        return self.query_one(TidyLog)

    def redraw(self) -> None:
        """Show all lines as the store has them."""
        self.record = self.host.store.record(self.meeting_uid)
        doubtful = len(self._doubtful)
        pane = self.log_pane
        pane.show(self.record, self.record.entries)
        pane.border_title = Content(tr("Tidy the log"))
        said = ntr("{n} line to be cleared up", "{n} lines to be cleared up", doubtful)
        pane.border_subtitle = Content.styled(said, "$warning") if doubtful else Content()
        if self.line:
            self.line.context = self._line_context()

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    @property
    def _doubtful(self) -> list[str]:
        return [entry.uid for entry in self.record.entries if entry.doubtful and not entry.withdrawn]

    def _to_doubt(self) -> None:
        self.log_pane.cursor = next(iter(self._doubtful or self.log_pane.keys), None)

    def action_next_doubt(self) -> None:
        """To the next line that is to be cleared up, round to the first."""
        keys, doubtful = self.log_pane.keys, self._doubtful
        if not doubtful:
            self.report(tr("Nothing is left to be cleared up"), Report.DONE)
            return
        here = keys.index(self.log_pane.cursor) if self.log_pane.cursor in keys else -1
        below = [uid for uid in doubtful if keys.index(uid) > here]
        self.log_pane.cursor = (below or doubtful)[0]

    def on_log_pane_entry_chosen(self, event: MeetingLog.EntryChosen) -> None:
        """What can be done with a line is offered."""
        self._menu.open(event.uid)

    def on_meeting_log_line_act(self, event: MeetingLog.LineAct) -> None:
        """A letter does it at once."""
        self._menu.act(event.uid, event.act)

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """A corrected line goes to disk; a new one is refused by the seal, in words."""
        self._commands.enter(event)
        self.log_pane.focus()

    def action_back(self) -> None:
        """From the line to the log, from there to the minutes."""
        if self.line and self.line.is_typing:
            self.log_pane.focus()
        else:
            super().action_back()
