"""What the room does not agree to: withdrawn, or kept as an open question (E1)."""

from __future__ import annotations

from collections.abc import Callable

from tui_minutes.domain.outcomes import Outcome
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import readback


class Dropping:
    """Drops outcomes from the readback of `screen`; `go_to` shows another, `done` is told what was done."""

    def __init__(self, screen: BaseScreen, go_to: Callable[[str], None], done: Callable[[str], None]) -> None:
        self._screen = screen
        self._go_to = go_to
        self._done = done

    def withdraw(self, outcome: Outcome) -> None:
        """Drop it, after asking."""
        said = tr("{number} is withdrawn; it stays on record", number=outcome.number)

        def answered(yes: bool | None) -> None:
            if yes:
                self._screen.carry_out(
                    lambda store, command: readback.withdraw(store, command, outcome.uid),
                    lambda _: self._done(said),
                )

        title = tr("Withdraw {number}?", number=outcome.number)
        self._screen.app.push_screen(Confirm(title, [outcome.text], yes=tr("withdraw")), answered)

    def to_question(self, outcome: Outcome) -> None:
        """It goes on as an open question, which is read next."""

        def then(question: Outcome) -> None:
            self._go_to(question.uid)
            self._done(tr("{number} is now the question {new}", number=outcome.number, new=question.number))

        self._screen.carry_out(lambda store, command: readback.to_question(store, command, outcome.uid), then)
