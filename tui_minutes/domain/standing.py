"""When an outcome begins to need attention: instants that are kept beside it and compared with the clock."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """From which UTC instants on an outcome is late, stale, or past the day to acknowledge it (T2, T3).

    None means that time alone will not make it so. `asked_at` is when its owner was last asked to
    acknowledge it. `lacking` says that an owner or a date is missing.
    """

    late_on: datetime | None = None
    stale_on: datetime | None = None
    ack_due_on: datetime | None = None
    asked_at: datetime | None = None
    lacking: bool = False
