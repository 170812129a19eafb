"""What reading a line may know besides the line: data only, so that reading is a pure function (rule 13)."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.people import People
from tui_minutes.domain.reading import Kind
from tui_minutes.domain.workdays import WEEKENDS, Calendar


@dataclass(frozen=True, slots=True)
class Context:
    """The meeting as the line finds it. `day` is that of the meeting; `last_*` is about the line before."""

    day: date
    people: People = field(default_factory=People)
    calendar: Calendar = WEEKENDS
    last_speaker: str | None = None
    last_kind: Kind | None = None
    last_number: str | None = None
    next_meeting: date | None = None
