"""What an open store tells of preparation: the reads that only some screens ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_minutes.store.connection import Connection

if TYPE_CHECKING:  # imported by whoever asks for one
    from tui_minutes.domain.proposals import Proposal


class PreparationReads(Connection):
    """The part of the store that is read before a meeting; each read imports what it needs."""

    def proposals(self, meeting_uid: str) -> tuple[Proposal, ...]:
        """What was worded ahead for the agenda items of a meeting, item by item."""
        from tui_minutes.store import proposals

        with self.snapshot():
            return proposals.of_meeting(meeting_uid)
