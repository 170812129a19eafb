from __future__ import annotations

from datetime import date, datetime

import pytest

from tui_minutes.domain.moments import ending, moment
from tui_minutes.domain.workdays import WEEKENDS

TODAY = date(2026, 11, 24)  # a Tuesday
FRIDAY = datetime(2026, 11, 27, 14, 0)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-27 14:00", "2026-11-27T14:00:00", "11-27 14:00", "11月27日14点", "fri 14:00", "Friday 2pm",
        "周五 14:00", "周五14：00", "周五下午2点", "+3d 14:00", "fri, 2 pm",
        "2026－11－27　１４：００",
    ],
)  # fmt: skip
def test_a_day_and_a_time(typed: str) -> None:
    assert moment(typed, TODAY, WEEKENDS) == FRIDAY


def test_a_day_keeps_its_letters() -> None:
    assert moment("tomorrow 14:00", TODAY, WEEKENDS) == datetime(2026, 11, 25, 14, 0)
    assert moment("sat 9:00", TODAY, WEEKENDS) == datetime(2026, 11, 28, 9, 0)


def test_a_time_alone_is_today() -> None:
    assert moment("9:05", TODAY, WEEKENDS) == datetime(2026, 11, 24, 9, 5)
    assert moment("下午3点半", TODAY, WEEKENDS) == datetime(2026, 11, 24, 15, 30)
    assert moment("12am", TODAY, WEEKENDS) == datetime(2026, 11, 24, 0, 0)


@pytest.mark.parametrize("typed", ["", "fri", "25:00", "14", "12:75", "someday 14:00", "13月45日 14:00"])
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert moment(typed, TODAY, WEEKENDS) is None


@pytest.mark.parametrize("typed", ["15:30", "90", "90 min", "90分钟", "1.5h", "1.5小时", "2026-11-27 15:30"])
def test_an_end_is_a_time_or_a_length(typed: str) -> None:
    assert ending(typed, FRIDAY, WEEKENDS) == datetime(2026, 11, 27, 15, 30)


@pytest.mark.parametrize("typed", ["9999-12-31 23:59", "0001-01-01 00:00", "1066-10-14 9:00"])
def test_a_year_far_away_is_a_slip_of_the_finger(typed: str) -> None:
    assert moment(typed, TODAY, WEEKENDS) is None
