"""When the minutes go out, as the room reads it at the end (E4)."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support import START
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import set_language
from tui_minutes.screens.readback_people import distribution, goes_out


@pytest.mark.parametrize(
    ("ends_after_days", "said"),
    [(0, "by tomorrow 14:00, to 0 people"), (2, "by 11-30 Mon 14:00, to 0 people")],
)
def test_the_day_is_told_as_people_say_it(ends_after_days: int, said: str) -> None:
    set_language("en")
    end = START.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None) + timedelta(days=ends_after_days)
    meeting = Meeting("m", "M-2026-001", "例会", "Asia/Shanghai", planned_start=end, planned_end=end)
    assert goes_out(MeetingRecord(meeting), START) == said


@pytest.mark.parametrize(
    ("preset", "language", "said"),
    [
        ("minutes", "en", "The minutes go out within 24 hours"),
        ("minutes", "zh", "纪要 24 小时内发出"),
        ("coordination", "en", "The minutes go out within 2 working days"),
        ("coordination", "zh", "纪要 2 个工作日内发出"),
    ],
)
def test_within_which_time_is_what_the_preset_says(preset: str, language: str, said: str) -> None:
    set_language(language)
    meeting = Meeting("m", "M-2026-001", "例会", "Asia/Shanghai", policy=preset)
    [row] = distribution(MeetingRecord(meeting), START)
    lines = [line.plain for line in row.lines(60)]
    assert said in lines
    if preset == "coordination":  # from a Friday to the close of Tuesday
        assert any("18:00" in line for line in lines)
