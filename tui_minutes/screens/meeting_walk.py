"""The walk through what earlier meetings left open: what has become of each (B8, T7)."""

from __future__ import annotations

from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.moving import Moving
from tui_minutes.screens.question_carrying import ask_carrying
from tui_minutes.widgets.status_line import Report


class WalkThrough:
    """Carries out what the keys of the walk say; each lands in the ledger with its history."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self._moving = Moving(screen)

    def act(self, uid: str, act: str) -> None:
        """Do `act` with the outcome `uid`; another date than the agreed one is a delay (T5)."""
        outcome = self._screen.host.store.outcome(uid)
        if outcome is None:
            return
        if act == "done":
            self._moving.complete([outcome])
        elif act == "note":
            self._moving.move([outcome], Act.NOTE)
        elif act == "carry":
            self._carry(outcome)
        else:
            self._moving.move([outcome], Act.DELAY if outcome.due else Act.EDIT)

    def _carry(self, outcome: Outcome) -> None:
        screen = self._screen
        if outcome.kind is not OutcomeKind.QUESTION:
            screen.report(tr("Only a question becomes a decision or an action"), Report.REFUSED)
        elif screen.meeting_uid:
            ask_carrying(screen, outcome, screen.meeting_uid)

    def menu(self, uid: str) -> None:
        """Offer all that can be done with the outcome `uid`."""
        outcome = self._screen.host.store.outcome(uid)
        if outcome is not None:
            self._moving.menu([outcome])
