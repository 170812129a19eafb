"""What the reading of a line may know besides the line: all of it data, so that reading stays a pure function."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tui_minutes.domain.capture.reading import Kind
from tui_minutes.domain.people import People
from tui_minutes.domain.workdays import WEEKENDS, Calendar


@dataclass(frozen=True, slots=True)
class Context:
    """The meeting as the line finds it. `day` is the day of the meeting; `last_*` what the line before was."""

    day: date
    people: People = field(default_factory=People)
    calendar: Calendar = WEEKENDS
    last_speaker: str | None = None
    last_kind: Kind | None = None
    last_number: str | None = None
    next_meeting: date | None = None
