"""What is found in all meetings: the meetings themselves, their outcomes, the lines of their logs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.meeting import Level

if TYPE_CHECKING:  # who finds some has them
    from tui_minutes.domain.meeting import Meeting
    from tui_minutes.domain.tracking import LedgerRow


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of a log: its number `seq` in the meeting, when it was said (UTC), by whom, in which zone.

    `level` is that of its item, or of the meeting where that is higher.
    """

    uid: str
    seq: int
    at: datetime
    kind: EntryKind
    speaker: str
    text: str
    meeting_uid: str
    meeting_number: str
    meeting_title: str
    zone: str
    level: Level


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, newest first; `more` are the names of the fields of which not all is there."""

    meetings: tuple[Meeting, ...] = ()
    outcomes: tuple[LedgerRow, ...] = ()
    lines: tuple[FoundLine, ...] = ()
    more: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """How many there are to show."""
        return len(self.meetings) + len(self.outcomes) + len(self.lines)
