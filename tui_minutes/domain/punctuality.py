"""Whether outcomes were done by the first date they were given (T10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Status


class Fate(StrEnum):
    """What has become of an outcome by its first due date."""

    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    TO_COME = "to_come"
    CANCELLED = "cancelled"


def fate(status: Status, first_due: date, done_on: date | None, today: date) -> Fate:
    """On time: reported done on or before its first date. Late: done after it. Overdue: the date has passed
    on the day `today` and it is not done. To come: the date has not passed. Cancelled, or replaced by a later
    decision: nobody waits for it, whatever the date.
    """
    if status in (Status.CANCELLED, Status.SUPERSEDED):
        return Fate.CANCELLED
    if status in (Status.DONE, Status.CLOSED):
        return Fate.ON_TIME if done_on is not None and done_on <= first_due else Fate.LATE
    return Fate.OVERDUE if first_due < today else Fate.TO_COME


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How many outcomes had which fate."""

    on_time: int = 0
    late: int = 0
    overdue: int = 0
    to_come: int = 0
    cancelled: int = 0

    @property
    def counted(self) -> int:
        """Those that the on-time rate is of: done, or past their first date."""
        return self.on_time + self.late + self.overdue

    @property
    def due(self) -> int:
        """All that had their first date in the period."""
        return self.counted + self.to_come + self.cancelled

    @property
    def percent(self) -> int | None:
        """On time, of those counted, in whole per cent; None when none is counted."""
        return round(100 * self.on_time / self.counted) if self.counted else None


def punctuality(fates: Iterable[Fate]) -> Punctuality:
    """How often each fate occurs in `fates`."""
    counts = Counter(fates)
    return Punctuality(**{one.value: counts[one] for one in Fate})
