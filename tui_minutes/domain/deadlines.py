"""Due dates as people type them (rule 7 of the capture line)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due day. `day` is None for a next meeting whose day is not fixed; `provisional` if the calendar may change."""

    day: date | None
    provisional: bool = False
    kind: Literal["day", "next_meeting"] = "day"
