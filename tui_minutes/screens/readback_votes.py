"""Votes while the outcomes are read back: on the decision that is being read."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.readback_view import ReadbackView
from tui_minutes.screens.voting import Voting
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind


class ReadbackVotes(ReadbackView):
    """The part of the readback that votes."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("readback.vote", "v", mark("Vote"), show=False)]

    def action_vote(self) -> None:
        """The room votes on the decision that is read."""
        outcome = self.wanted()
        if outcome and outcome.kind is OutcomeKind.DECISION:
            Voting(self).ask(outcome)
        elif outcome:
            self.report(tr("{number}: only motions and decisions are voted on", number=outcome.number))

    def vote_in_line(self, args: str, typed: CaptureLine.Submitted | None) -> None:
        """`/vote for Ann, Bob against Kim`: without a number it is on what is read."""
        decision = self.outcome if self.outcome and self.outcome.kind is OutcomeKind.DECISION else None
        Voting(self).line(args, typed, decision)
