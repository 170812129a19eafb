"""When the minutes go out, as the room reads it at the end (E4)."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support import START
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import set_language
from tui_minutes.screens.readback_people import goes_out


@pytest.mark.parametrize(
    ("ends_after_days", "said"),
    [(0, "by tomorrow 14:00, to 0 people"), (2, "by 11-30 Mon 14:00, to 0 people")],
)
def test_the_day_is_told_as_people_say_it(ends_after_days: int, said: str) -> None:
    set_language("en")
    end = START.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None) + timedelta(days=ends_after_days)
    meeting = Meeting("m", "M-2026-001", "例会", "Asia/Shanghai", planned_start=end, planned_end=end)
    assert goes_out(MeetingRecord(meeting), START) == said
