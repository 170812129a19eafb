"""The minutes as people will read them; then tidied, approved, amended, verified, exported (F1, F2, E5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.readback import unsigned
from tui_minutes.domain.stages import Step, steps
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.screens.materials import Materials
from tui_minutes.screens.minutes_approval import Approval
from tui_minutes.screens.minutes_checks import Checks
from tui_minutes.screens.minutes_corrections import Corrections
from tui_minutes.screens.minutes_purge import Purging
from tui_minutes.screens.minutes_state import next_step, state_rows
from tui_minutes.screens.minutes_tidy import TidyScreen
from tui_minutes.screens.next_meeting import plan_next
from tui_minutes.services import minutes, policies, purging
from tui_minutes.widgets.document_pane import DocumentPane
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class MinutesScreen(BaseScreen):
    """The document, and beside it what is still to be done before it goes out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("minutes.approve", "p f9 ctrl+n", mark("Approve")),
        bind("minutes.amend", "m", mark("Amend")),
        bind("minutes.tidy", "t", mark("Tidy the log")),
        bind("minutes.export", "ctrl+e", mark("Export")),
        bind("minutes.distribution", "d", mark("Distribute")),
        bind("minutes.corrections", "c", mark("Corrections")),
        bind("minutes.state", "w", mark("Where they stand")),
        bind("minutes.verify", "v", mark("Verify")),
        bind("minutes.follow_up", "f", mark("Next meeting")),
        bind("minutes.series", "o f12", mark("The series"), show=False),
        bind("minutes.sign_later", "l", mark("Late signature"), show=False),
        bind("minutes.log", "L f4", mark("The log, line by line"), show=False),
        bind("minutes.attachments", "a", mark("Attachments"), show=False),
        bind("minutes.reveal", "ctrl+r", mark("Show confidential words"), show=False),
        bind("minutes.save_template", "S ctrl+y", mark("Save as a template"), show=False),
        bind("minutes.compare", "V", mark("Compare with a seal on paper"), show=False),
        bind("minutes.purge", "P", mark("Purge the meeting"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """The document, and at its right what is still to be done."""
        self.record = self.host.store.record(self.meeting_uid)
        with Horizontal():
            yield DocumentPane(id="document")
            yield ListPane(id="state")

    def on_mount(self) -> None:
        """The document has the focus: the keys scroll it."""
        self.query_one(DocumentPane).focus()

    def redraw(self) -> None:
        """Show the minutes as they stand."""
        now = self.host.now()
        self.record = self.host.store.record(self.meeting_uid)
        self.going = self.host.store.going_out(self.meeting_uid)
        pane, state = self.query_one(DocumentPane), self.query_one("#state", ListPane)
        pane.border_title = Content(tr("Minutes"))
        shown = minutes.document(self.host.store, self.meeting_uid, now, reveal=self.host.revealed)
        pane.show(shown)
        state.border_title = Content(tr("Where they stand"))
        state.show_rows(self._state(now))
        self.refresh_bindings()

    def _state(self, now: datetime) -> list[Row]:
        """What stands beside the minutes where there is room."""
        purges = purging.purges_of(self.host.store, self.meeting_uid)
        return state_rows(self.record, self.going, self._steps(now), now, purges)

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    def tick(self, now: datetime) -> None:
        """When the minutes are due, which stands under them also where there is no room beside."""
        step = next_step(self.record, self.going, self._steps(now), now)
        self.query_one(DocumentPane).border_subtitle = step

    def _steps(self, now: datetime) -> tuple[Step, ...]:
        """The way of the minutes until now, by the rules of the meeting's series."""
        policy = policies.chosen(self.host.settings)(self.record.meeting.policy)
        return steps(self.record, self.going, policy, self.host.calendar, now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Before approval lines are tidied, after it amended; what was purged is only checked."""
        phase = self.record.meeting.phase
        match action:
            case "approve" | "tidy" | "corrections":
                return phase is Phase.SIGNED
            case "amend":
                return phase is Phase.APPROVED
            case "state":
                return not self.query_one("#state").display
            case "follow_up" | "export" | "distribution" | "attachments" | "save_template":
                return phase is not Phase.PURGED
            case "purge":
                return phase is not Phase.PURGED or purging.is_unfinished(self.host.store, self.meeting_uid)
            case "sign_later":
                return bool(unsigned(self.record))
        return True

    def action_approve(self) -> None:
        """The chair approves."""
        Approval(self, self.record).ask()

    def action_amend(self) -> None:
        """Correct what is approved, under a seal of its own."""
        Approval(self, self.record).ask_amendment()

    def action_sign_later(self) -> None:
        """Someone who left early signs now."""
        Approval(self, self.record).ask_signature()

    def action_tidy(self) -> None:
        """Correct lines of the log while the chair has not approved."""
        self.app.push_screen(TidyScreen(self.meeting_uid))

    def action_log(self) -> None:
        """Read the log line by line."""
        self.host.open_log(self.meeting_uid)

    def action_verify(self) -> None:
        """Check every seal."""
        Checks(self).verify()

    def action_compare(self) -> None:
        """Check every seal, and one that is on paper."""
        Checks(self).ask_seal()

    def action_purge(self) -> None:
        """Delete the words of the meeting from every file, with proof."""
        Purging(self, self.record.meeting).ask()

    def action_save_template(self) -> None:
        """Make a template from the meeting."""
        from tui_minutes.screens.template_saving import ask_save

        ask_save(self, self.meeting_uid)

    def action_state(self) -> None:
        """What stands beside the minutes where there is room, where there is none."""
        self.app.push_screen(Show(tr("Where they stand"), self._state(self.host.now())))

    def action_attachments(self) -> None:
        """What goes along with the minutes: files and links."""
        Materials(self, self.meeting_uid, tr("Attachments")).ask()

    def action_distribution(self) -> None:
        """Who gets the minutes, and sending them."""
        self.host.open_distribution(self.meeting_uid)

    def action_corrections(self) -> None:
        """The draft with its readers, and what they ask for."""
        Corrections(self, self.record, self.going).ask()

    def action_follow_up(self) -> None:
        """Plan the next meeting: its people, and what is still open, come along."""
        plan_next(self, self.meeting_uid)

    def action_series(self) -> None:
        """Show the series: its rhythm, what recurs, the dates to come, the meetings so far."""
        self.host.open_series(self.meeting_uid)
