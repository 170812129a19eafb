"""How a meeting leaves preparation: its notice is sent, it is checked in, begun at once, or called off."""

from __future__ import annotations

from collections.abc import Callable

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import CHECK_IN_OPENS, Meeting, Phase
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.calling_off import call_off, delete
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.prepare_panes import missing
from tui_minutes.services import attendance, session
from tui_minutes.store.store import Store

Begin = Callable[[Store, Command, str], None]
"""A service by which a meeting leaves preparation."""


class PrepareStages(BaseScreen):
    """The part of Prepare that leads on; `meeting` is what the screen shows."""

    meeting: Meeting

    def action_send(self) -> None:
        """Send the notice or the invitation, after a preview."""
        from tui_minutes.screens.sending import Sending  # with it comes all that makes papers and mail

        Sending(self, self.meeting).ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of a meeting that was called off nothing is sent."""
        if action == "send":
            return self.meeting.phase is Phase.PLANNED
        return super().check_action(action, parameters)

    def action_next_stage(self) -> None:
        """Go on to check-in; what is missing is said first."""
        self._begin(attendance.open_check_in, tr("On to check-in?"), tr("go on all the same"))

    def action_start_now(self) -> None:
        """Start the meeting at once; people can still be marked present while it runs.

        Nothing that is missing holds it up; only before its time it is asked whether that is meant.
        """
        start = self.meeting.scheduled_start
        if start and self.host.now() < start - CHECK_IN_OPENS:
            self._begin(session.start, tr("Start without check-in?"), tr("start"), always=True)
        else:
            self.carry_out(
                lambda store, command: session.start(store, command, self.meeting_uid or ""), self._go_on
            )

    def _begin(self, service: Begin, title: str, yes: str, *, always: bool = False) -> None:
        lines = [f"! {one}" for one in missing(self.host.store.record(self.meeting_uid or ""))]

        def go(answer: bool | None) -> None:
            if answer:
                self.carry_out(
                    lambda store, command: service(store, command, self.meeting_uid or ""), self._go_on
                )

        if lines or always:
            self.app.push_screen(Confirm(title, lines or [tr("Nobody is marked present yet.")], yes=yes), go)
        else:
            go(True)

    def _go_on(self, _: None) -> None:
        self.host.open_meeting(self.meeting_uid or "")

    def action_cancel(self) -> None:
        """Call the meeting off, after asking."""
        call_off(self, self.meeting, self.meeting.title)

    def action_delete(self) -> None:
        """Delete the meeting, after asking."""
        delete(self, self.meeting, self.meeting.title)
