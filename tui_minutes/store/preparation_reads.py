"""What an open store tells of preparation, and finds: the reads that only some screens ask for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tui_minutes.store.connection import Connection

if TYPE_CHECKING:  # imported by whoever asks for one
    from tui_minutes.domain.archive import Findings
    from tui_minutes.domain.checklist import Preparing
    from tui_minutes.domain.filters import Filter
    from tui_minutes.domain.meeting import Meeting
    from tui_minutes.domain.proposals import Proposal
    from tui_minutes.domain.record import MeetingRecord
    from tui_minutes.domain.series import Series
    from tui_minutes.domain.time_spent import Sitting


class PreparationReads(Connection):
    """The part of the store that is read before a meeting; each read imports what it needs."""

    def proposals(self, meeting_uid: str) -> tuple[Proposal, ...]:
        """What was worded ahead for the agenda items of a meeting, item by item."""
        from tui_minutes.store import proposals

        with self.snapshot():
            return proposals.of_meeting(meeting_uid)

    def preparing(self, record: MeetingRecord) -> Preparing:
        """What the checklist of one meeting is made of."""
        from tui_minutes.store import preparing

        with self.snapshot():
            return preparing.of_record(record)

    def preparing_to_come(self, now: datetime) -> list[Preparing]:
        """The same of the meetings that are planned for the next weeks."""
        from tui_minutes.store import preparing

        with self.snapshot():
            return preparing.to_come(now)

    def find(self, wanted: Filter, now: datetime, most: int, *, revealed: bool) -> Findings:
        """At most `most` meetings, outcomes and lines each that are `wanted`, the newest first.

        Unless `revealed`, what is confidential is found by its number only (B7).
        """
        from tui_minutes.store import archive

        with self.snapshot():
            return archive.find(wanted, now, most, revealed=revealed)

    def time_spent(self, meeting_uid: str) -> tuple[Sitting, ...]:
        """The agenda items of a meeting and of the others of its series, oldest first, with their clocks."""
        from tui_minutes.store import time_spent

        with self.snapshot():
            return time_spent.of_series(meeting_uid)

    def series(self, series_uid: str) -> Series:
        """What the meetings of a series have in common; Refused("not_found") when there is none."""
        from tui_minutes.store import series

        with self.snapshot():
            return series.read(series_uid)

    def meetings_of_series(self, series_uid: str) -> list[Meeting]:
        """The meetings of a series, newest first."""
        from tui_minutes.store import series

        with self.snapshot():
            return series.meetings_of(series_uid)
