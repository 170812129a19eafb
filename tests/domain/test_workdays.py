"""Working days, forward and back."""

from __future__ import annotations

from datetime import date

from tui_minutes.domain.workdays import WEEKENDS, Calendar

FRIDAY = date(2026, 11, 20)
MOVED = Calendar("CN", frozenset({date(2026, 11, 23)}), frozenset({date(2026, 11, 21)}), published_until=2026)


def test_weekends_are_off() -> None:
    assert WEEKENDS.is_workday(FRIDAY)
    assert WEEKENDS.add_workdays(FRIDAY, 1) == (date(2026, 11, 23), False)
    assert WEEKENDS.add_workdays(date(2026, 11, 23), -3) == (date(2026, 11, 18), False)


def test_a_make_up_day_is_worked_and_a_holiday_is_not() -> None:
    assert MOVED.is_workday(date(2026, 11, 21))
    assert not MOVED.is_workday(date(2026, 11, 23))
    assert MOVED.add_workdays(FRIDAY, 2) == (date(2026, 11, 24), False)


def test_a_count_into_a_year_not_published_is_provisional() -> None:
    assert MOVED.add_workdays(date(2026, 12, 31), 1) == (date(2027, 1, 1), True)
    assert MOVED.add_workdays(date(2026, 12, 30), 1) == (date(2026, 12, 31), False)


def test_other_weekends() -> None:
    assert Calendar("XX", weekend=frozenset({4, 5})).add_workdays(date(2026, 11, 19), 1)[0] == date(
        2026, 11, 22
    )
