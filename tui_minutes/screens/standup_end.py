"""Ending a standup: what it came to so far, who was not shown; an empty one can be called off (T9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui_minutes.i18n import tr
from tui_minutes.i18n.standups import counts_text, round_name
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import standup_rounds, standups
from tui_minutes.widgets.names import joined

if TYPE_CHECKING:
    from tui_minutes.screens.standup import StandupScreen


class StandupEnd:
    """Asks, then ends the standup that `screen` shows."""

    def __init__(self, screen: StandupScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        """Say what changed and who is left out; Enter ends it."""
        screen = self._screen
        if standups.is_empty(screen.meeting_uid):
            self._ask_empty()
            return
        summary = standup_rounds.summary(screen.host.store, screen.meeting_uid, screen.host.now())
        lines = [tr("Changed: {counts}", counts=counts_text(summary) or tr("nothing"))]
        names = joined(round_name(summary.standup.grouped_by, name) for name in summary.not_shown)
        question = Confirm(
            tr("End the standup?"), [*lines, *self._left(names)], yes=tr("end and show the summary")
        )
        screen.app.push_screen(question, lambda yes: self._end() if yes else None)

    def _left(self, names: str) -> list[str | Content]:
        if not names:
            return [tr("Everybody was shown.")]
        return [Content.styled(tr("Not shown: {names}", names=names), "$warning")]

    def _end(self) -> None:
        uid = self._screen.meeting_uid
        self._screen.carry_out(lambda store, command: standups.end(store, command, uid), self._over, by="")

    def _over(self, _: None) -> None:
        self._screen.show_stage()

    def _ask_empty(self) -> None:
        """Nothing was said: it may have been begun by mistake."""
        lines = [tr("Nothing changed and nothing was noted."), tr("n ends it all the same, and keeps it.")]
        question = Confirm(tr("Call the standup off?"), lines, yes=tr("call it off"))
        self._screen.app.push_screen(question, self._answered)

    def _answered(self, yes: bool | None) -> None:
        uid = self._screen.meeting_uid
        if yes is False:
            self._end()
        elif yes:
            self._screen.carry_out(
                lambda store, command: standups.cancel(store, command, uid),
                lambda _: self._screen.host.open_home(),
                by="",
            )
