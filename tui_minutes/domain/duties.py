"""What a meeting still asks for after it: approval, sending (F2)."""

from __future__ import annotations

from datetime import date, datetime

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Duties:
    """A meeting that still asks for something, and when its minutes were approved (UTC).

    `unsent` are those of the distribution list whom they have not reached; None while there is no list.
    """

    meeting: Meeting
    approved_at: datetime | None = None
    unsent: tuple[str, ...] | None = None

    def wants_sending(self, due: date, today: date) -> bool:
        """Whether approved minutes, to be out on the day `due`, are still to be sent on the day `today`.

        They are until they have reached everybody on the list; without one, which may mean that they go out
        by other means, until the day `due` is over.
        """
        return bool(self.unsent) or (self.unsent is None and today <= due)
