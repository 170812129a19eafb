"""What an open store tells of preparation, and finds: the reads that only some screens ask for."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from tui_minutes.store.connection import Connection
from tui_minutes.store.written import Kept, Written

if TYPE_CHECKING:  # imported by whoever asks for one
    from tui_minutes.domain.archive import Findings
    from tui_minutes.domain.checklist import Preparing
    from tui_minutes.domain.directory import Listed
    from tui_minutes.domain.filters import Filter
    from tui_minutes.domain.meeting import Meeting
    from tui_minutes.domain.proposals import Proposal
    from tui_minutes.domain.record import MeetingRecord
    from tui_minutes.domain.series import Series
    from tui_minutes.domain.time_spent import Sitting


class PreparationReads(Connection):
    """The part of the store that is read before a meeting; each read imports what it needs."""

    @cached_property
    def _written(self) -> Written:
        return Written(self.database, self.thread)

    @cached_property
    def _proposals(self) -> dict[str, Kept[tuple[Proposal, ...]]]:
        return {}

    def proposals(self, meeting_uid: str) -> tuple[Proposal, ...]:
        """What was worded ahead for the agenda items of a meeting, item by item.

        Asked for with each line that is taken down: read again only when something was written there.
        """
        if meeting_uid not in self._proposals:
            tables = ("proposal", "agenda_item")
            self._proposals[meeting_uid] = Kept(
                self._written, tables, partial(self._read_proposals, meeting_uid)
            )
        return self._proposals[meeting_uid]()

    def _read_proposals(self, meeting_uid: str) -> tuple[Proposal, ...]:
        from tui_minutes.store import proposals

        with self.snapshot():
            return proposals.of_meeting(meeting_uid)

    def listed_people(self) -> list[Listed]:
        """The directory, by name, each with how many meetings and open outcomes they have."""
        from tui_minutes.store import people_listing

        with self.snapshot():
            return people_listing.listed()

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

    def origins(self, meeting_uid: str) -> dict[str, str]:
        """The numbers of the meetings that the agenda items of a meeting come from, by the item's uid."""
        from tui_minutes.store import series

        with self.snapshot():
            return series.origins(meeting_uid)

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
