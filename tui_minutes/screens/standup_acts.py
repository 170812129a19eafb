"""What the keys of a standup do with the outcome under the cursor: each the word of the person shown (T9)."""

from __future__ import annotations

from tui_minutes.domain.moves import possible
from tui_minutes.domain.outcomes import Act, Outcome
from tui_minutes.screens.moving import Moving
from tui_minutes.screens.standup_view import StandupView


class StandupActs(StandupView):
    """The same moves and forms as in the tracker."""

    def __init__(self, meeting_uid: str) -> None:
        super().__init__(meeting_uid)
        self.moving = Moving(self)

    def action_note(self) -> None:
        """Take down progress."""
        self._move(Act.NOTE)

    def action_acknowledge(self) -> None:
        """It is understood and will be done."""
        self._move(Act.ACKNOWLEDGE)

    def action_delay(self) -> None:
        """Cause, remedy, new date."""
        self._move(Act.DELAY)

    def action_date(self) -> None:
        """Another date."""
        self._move(Act.EDIT)

    def action_owner(self) -> None:
        """Hand it over."""
        self._move(Act.HAND_OVER)

    def action_complete(self) -> None:
        """Report it done; what is done is closed by somebody else."""
        if outcome := self._chosen():
            self.moving.complete([outcome])

    def action_move(self) -> None:
        """Choose what happens with it."""
        if outcome := self._chosen():
            self.moving.menu([outcome])

    def action_undo(self) -> None:
        """Take back its last step."""
        if outcome := self._chosen():
            self.moving.undo(outcome)

    def _move(self, act: Act) -> None:
        """Make the move, or show those that are possible."""
        outcome = self._chosen()
        if outcome and (act is Act.EDIT or act in possible(outcome)):
            self.moving.move([outcome], act)
        elif outcome:
            self.moving.menu([outcome])

    def _chosen(self) -> Outcome | None:
        """The outcome under the cursor; None where its words are covered."""
        row = self.uncovered(self.selected)
        return row.outcome if row else None

    def action_open_row(self) -> None:
        """Show it in full, with its history."""
        self.show_in_full(self.selected)
