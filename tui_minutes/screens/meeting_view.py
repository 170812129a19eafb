"""What the Meeting screen shows: agenda with timers, log of the item on the table, outcomes, capture line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.capture import Context
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.proposals import Proposal, waiting
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.meeting_cues import bottom_words, keys_of_a_line, title_words
from tui_minutes.screens.meeting_log import MeetingLog
from tui_minutes.services import lines, walk
from tui_minutes.widgets.agenda_pane import AgendaPane
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.names import stands
from tui_minutes.widgets.outcomes_pane import OutcomesPane
from tui_minutes.widgets.top_bar import BarState, meeting_bar
from tui_minutes.widgets.walk_pane import WalkPane

_LATEST = 8
"""So many of the last lines are compared with a draft that comes back: one may be in the store already."""

_TITLE_AROUND = 6
"""Cells of the upper border of the log that are not its title."""


class MeetingView(BaseScreen):
    """Draws the meeting `meeting_uid` in session; the focus lives in the line."""

    AUTO_FOCUS = "LineInput"  # not a pane before it: each change of focus draws the screen again
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (122, "-widest")]  # noqa: RUF012 - as Textual has it

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self.proposals: tuple[Proposal, ...] = ()
        self._waiting: list[Proposal] = []
        self._earlier: list[LedgerRow] = []

    def body(self) -> Iterable[Widget]:
        """Three panes and the line under them."""
        self.record = self.host.store.record(self.meeting_uid)
        with Horizontal(id="panes"):
            yield AgendaPane(id="agenda")
            with Vertical(id="middle"):
                yield WalkPane(id="walk")
                yield MeetingLog(id="log")
            yield OutcomesPane(id="outcomes")
        hint = tr("Jane: …   + decision   - action @who by fri   ? open question   /next")
        yield CaptureLine(self._line_context(), self._keep_line, hint=hint)

    @property
    def _draft_key(self) -> str:
        return f"line.{self.meeting_uid}"

    def _keep_line(self, draft: str) -> None:
        self.keep_draft(self._draft_key, draft)

    def _line_context(self) -> Context:
        """What the line may know: read anew after a change, never on a key."""
        meeting = self.record.meeting
        day = meeting.local(meeting.started_at or self.host.now()).date()
        return lines.context(self.record, self.host.directory, day, self.host.calendar)

    def on_mount(self) -> None:
        """Type at once; what was half typed is back."""
        latest = [entry.raw for entry in self.record.entries[-_LATEST:]]
        self.capture.standing = self._standing
        self.bring_back(self._draft_key, latest)
        self.host.read_out(self.meeting_uid)  # a killed program may have been reading it back
        self.capture.focus_field()

    @property
    def capture(self) -> CaptureLine:
        """The line."""
        return self.query_one(CaptureLine)

    @property
    def log_pane(self) -> MeetingLog:
        """The log of the item on the table."""
        return self.query_one(MeetingLog)

    def redraw(self) -> None:
        """Show the meeting as the store has it; when another stage has begun, show that."""
        self.record = record = self.host.store.record(self.meeting_uid)
        self.proposals = self.host.store.proposals(self.meeting_uid)
        self._waiting = waiting(self.record, self.proposals)
        if record.meeting.phase is not Phase.IN_SESSION:
            self.call_later(self.show_stage)
            return
        item = record.current_item
        self.query_one(OutcomesPane).show(record)
        self.log_pane.show(record, record.log(item.uid) if item else record.entries)
        self._earlier = (
            walk.open_outcomes(self.host.store, self.meeting_uid) if record.meeting.follows else []
        )
        self._show_walk(self._earlier)
        self.capture.parents = self._parents()
        self.capture.context = self._line_context()

    def _standing(self, number: str) -> str:
        """How an outcome of this meeting stands, or one that is still open from an earlier one."""
        here = self.record.numbered(number)
        earlier = (row.outcome for row in self._earlier if row.outcome.number == number)
        found = here if here and here.is_live else next(earlier, None)
        return stands(found) if found else ""

    def _show_walk(self, earlier: list[LedgerRow]) -> None:
        """What is still open, while that is the item on the table."""
        pane, item = self.query_one(WalkPane), self.record.current_item
        pane.display = item is not None and item.origin in (Origin.FOLLOW_UP, Origin.QUESTION)
        if pane.display:
            today = self.record.meeting.local(self.host.now()).date()
            pane.show(walk.on_the_table(self.host.store, self.meeting_uid, item, earlier), today)

    def _parents(self) -> tuple[str, ...]:
        """The decisions that an action may hang on, the usual one first: the last of this item (rule 8)."""
        item = self.record.current_item
        decisions = self.record.of_kind(OutcomeKind.DECISION)[::-1]
        here = [o.number for o in decisions if item and o.item_uid == item.uid]
        return (*(here or [""]), *(o.number for o in decisions if o.number not in here))

    def tick(self, now: datetime) -> None:
        """The clocks go on."""
        self.query_one(AgendaPane).show(self.record, now, self.proposals)
        log, item = self.log_pane, self.record.current_item
        proposed = sum(item is not None and one.item_uid == item.uid for one in self._waiting)
        bottom = bottom_words(self.record, now, proposed, is_narrow=self._is_narrow)
        title = title_words(self.record, now, log.outer_size.width - _TITLE_AROUND)
        log.show_time(title, keys_of_a_line() if log.has_focus else bottom)

    @property
    def _is_narrow(self) -> bool:
        return not self.has_class("-widest")

    def bar(self, now: datetime) -> BarState:
        """The meeting, its stage and its clock."""
        return meeting_bar(self.record, now)
