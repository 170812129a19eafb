"""What of a meeting a script may read."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Sight:
    """A meeting as JSON shows it: times in `zone`, confidential words only with `reveal`."""

    record: MeetingRecord
    zone: ZoneInfo
    reveal: bool

    def hides(self, item: AgendaItem | None = None, own: Level | None = None) -> bool:
        """Whether words are hidden: by the level of the meeting, of the item, or their own (B7)."""
        levels = (self.record.meeting.level, item and item.level, own)
        return any(is_hidden(level) for level in levels if level) and not self.reveal
