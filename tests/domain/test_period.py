"""The periods people type, and how they go on."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.period import Period, month_of, months, parse_period

TODAY = date(2026, 11, 21)
days = st.dates(date(1990, 1, 1), date(2190, 12, 31))
spans = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2026-10", "2026-10"),
        ("２０２６．１０", "2026-10"),
        ("2026年10月", "2026-10"),
        ("10月", "2026-10"),
        ("12月", "2025-12"),
        ("Oct", "2026-10"),
        ("October 2025", "2025-10"),
        ("2026-Q3", "2026-Q3"),
        ("q3", "2026-Q3"),
        ("2026年第三季度", "2026-Q3"),
        ("四季度", "2026-Q4"),
        ("2025", "2025"),
        ("上月", "2026-10"),
        ("last month", "2026-10"),
        ("本月", "2026-11"),
        ("上季度", "2026-Q3"),
        ("去年", "2025"),
        ("2026-09-01..2026-10-15", "2026-09-01..2026-10-15"),
        ("2026-09-01 至 2026-10-15", "2026-09-01..2026-10-15"),
        ("2026-08..2026-10", "2026-08-01..2026-10-31"),
    ],
)
def test_what_people_type_is_a_period(typed: str, code: str) -> None:
    found = parse_period(typed, TODAY)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("typed", ["", "..", "soon", "2026-13", "2026-02-30", "0001", "2026-10..2026-09"])
def test_other_words_are_none(typed: str) -> None:
    assert parse_period(typed, TODAY) is None


@given(spans)
def test_a_period_is_read_back_from_its_code(period: Period) -> None:
    assert parse_period(period.code, TODAY) == period


@given(days, st.integers(1, 12), st.integers(-24, 24))
def test_months_follow_one_another_without_a_gap(day: date, count: int, away: int) -> None:
    one = months(day, away, count)
    assert one.moved(1).first.toordinal() == one.last.toordinal() + 1
    assert one.moved(1).moved(-1) == one
    assert one.months == one.moved(1).months == count


@given(spans, st.integers(-3, 3))
def test_a_moved_period_stays_as_long(period: Period, step: int) -> None:
    assert period.moved(step).months == period.months
    if not period.months:
        assert period.moved(step).last - period.moved(step).first == period.last - period.first


def test_a_period_is_looked_at_today_while_it_lasts_and_the_day_after_once_it_is_over() -> None:
    october, november = month_of(date(2026, 10, 3)), month_of(TODAY)
    assert (october.as_of(TODAY), november.as_of(TODAY)) == (date(2026, 11, 1), TODAY)


def test_days_begin_where_the_clocks_are() -> None:
    begin, end = month_of(date(2026, 10, 3)).bounds(ZoneInfo("Asia/Shanghai"))
    assert (begin.isoformat(), end.isoformat()) == ("2026-10-01T00:00:00+08:00", "2026-11-01T00:00:00+08:00")
