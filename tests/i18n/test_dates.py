"""Days and times as people read them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tui_minutes.i18n import speaking
from tui_minutes.i18n.dates import clock, day_long, day_short, minutes_text, relative_day

FRIDAY = date(2026, 11, 27)


def test_a_day_is_always_shown_with_its_weekday() -> None:
    with speaking("en"):
        assert (day_long(FRIDAY), day_short(FRIDAY)) == ("2026-11-27 Fri", "11-27 Fri")
    with speaking("zh"):
        assert (day_long(FRIDAY), day_short(FRIDAY)) == ("2026-11-27 周五", "11-27 周五")


def test_the_time_of_day_and_a_length() -> None:
    assert clock(datetime(2026, 11, 27, 14, 5)) == "14:05"
    with speaking("zh"):
        assert minutes_text(15) == "15 分钟"


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        (27, "today", "今天"),
        (28, "tomorrow", "明天"),
        (26, "yesterday", "昨天"),
        (30, "in 3 days", "3 天后"),
        (24, "3 days ago", "3 天前"),
    ],
)
def test_how_far_a_day_is(day: int, english: str, chinese: str) -> None:
    with speaking("en"):
        assert relative_day(date(2026, 11, day), FRIDAY) == english
    with speaking("zh"):
        assert relative_day(date(2026, 11, day), FRIDAY) == chinese
