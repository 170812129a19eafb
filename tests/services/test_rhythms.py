"""The dates of a rhythm over a year: holidays, make-up days, daylight saving, the ends of months (B8)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Every, OnHoliday, Rhythm, every_of, rule_of
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services.calendars import calendar
from tui_minutes.services.rhythms import nearest, occurrences, spelt, to_come

CHINA = calendar("CN", range(2025, 2028))
JUST_BEFORE = timedelta(minutes=1)


def rhythm(
    every: Every, first: datetime, zone: str = "Asia/Shanghai", on: OnHoliday = OnHoliday.MOVE
) -> Rhythm:
    return Rhythm(rule_of(every, first), first, zone, 60, on)


def starts(one: Rhythm, count: int, days: Calendar = WEEKENDS) -> list[datetime | None]:
    return [at.start for at in islice(occurrences(one, one.first - JUST_BEFORE, days), count)]


def days(one: Rhythm, count: int, calendar: Calendar = WEEKENDS) -> list[str]:
    return [f"{at:%m-%d}" if at else "–" for at in starts(one, count, calendar)]


@pytest.mark.parametrize(
    ("zone", "offsets"),
    [
        ("Asia/Shanghai", {8}),
        ("America/New_York", {-5, -4}),
        ("Europe/Berlin", {1, 2}),
    ],
)
def test_the_time_on_the_wall_stays_through_daylight_saving(zone: str, offsets: set[int]) -> None:
    weekly = rhythm(Every.WEEK, datetime(2026, 1, 8, 9, 30), zone)
    found = [at for at in starts(weekly, 52) if at]
    assert [at.time() for at in found] == [weekly.first.time()] * 52
    assert [at - before for before, at in pairwise(found)] == [timedelta(days=7)] * 51
    instants = [at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for at in found]
    assert {
        int((at - instant.replace(tzinfo=None)) / timedelta(hours=1))
        for at, instant in zip(found, instants, strict=True)
    } == offsets


def test_the_third_thursday_of_each_month_of_a_year() -> None:
    third = rhythm(Every.MONTH_WEEKDAY, datetime(2026, 1, 15, 14))
    found = [at for at in starts(third, 12) if at]
    assert [at.month for at in found] == list(range(1, 13))
    assert {at.weekday() for at in found} == {3}
    assert all(15 <= at.day <= 21 for at in found)


def test_the_fifth_friday_is_the_last_of_its_month() -> None:
    last = rhythm(Every.MONTH_WEEKDAY, datetime(2026, 1, 30, 10))
    assert days(last, 4) == ["01-30", "02-27", "03-27", "04-24"]


def test_fortnights_go_on_over_new_year() -> None:
    fortnight = rhythm(Every.FORTNIGHT, datetime(2026, 12, 3, 9))
    assert days(fortnight, 4) == ["12-03", "12-17", "12-31", "01-14"]
    odd = rhythm(Every.FORTNIGHT, datetime(2020, 12, 23, 9))  # a year of 53 weeks
    assert days(odd, 3) == ["12-23", "01-06", "01-20"]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (datetime(2026, 1, 31, 9), ["01-31", "02-28", "03-31", "04-30", "05-31"]),
        (datetime(2026, 1, 30, 9), ["01-30", "02-28", "03-30", "04-30", "05-30"]),
        (datetime(2026, 1, 15, 9), ["01-15", "02-15", "03-15", "04-15", "05-15"]),
    ],
)
def test_a_month_without_that_day_has_its_last(first: datetime, found: list[str]) -> None:
    assert days(rhythm(Every.MONTH_DAY, first), 5) == found


def test_a_holiday_is_left_out_moved_or_held() -> None:
    first = datetime(2026, 9, 18, 14)  # Fridays; 25 September and 2 October are days off
    assert days(rhythm(Every.WEEK, first, on=OnHoliday.SKIP), 4, CHINA) == ["09-18", "–", "–", "10-09"]
    assert days(rhythm(Every.WEEK, first, on=OnHoliday.HOLD), 4, CHINA) == [
        "09-18",
        "09-25",
        "10-02",
        "10-09",
    ]
    moved = days(rhythm(Every.WEEK, first), 4, CHINA)
    assert moved == ["09-18", "09-28", "10-08", "10-09"]


def test_one_that_would_be_moved_to_the_day_of_the_next_is_left_out() -> None:
    thursdays = rhythm(Every.WEEK, datetime(2026, 9, 24, 14))  # 1 October would become the 8th
    assert days(thursdays, 3, CHINA) == ["09-24", "–", "10-08"]


def test_a_meeting_moves_to_a_make_up_day_and_is_held_on_one() -> None:
    make_up = min(CHINA.make_up)
    saturdays = rhythm(Every.WEEK, datetime.combine(make_up, datetime.min.time()).replace(hour=9))
    assert starts(saturdays, 1, CHINA)[0] == saturdays.first, "a make-up workday is worked"
    off = Calendar("XX", frozenset({date(2026, 11, 27)}), frozenset({date(2026, 11, 28)}))
    monthly = rhythm(Every.MONTH_DAY, datetime(2026, 11, 27, 14))
    assert days(monthly, 1, off) == ["11-28"]


def test_a_usual_weekend_is_no_holiday() -> None:
    assert days(rhythm(Every.WEEK, datetime(2026, 11, 28, 9), on=OnHoliday.SKIP), 2) == ["11-28", "12-05"]


def test_while_a_holiday_lasts_the_meeting_moved_to_its_end_is_still_to_come() -> None:
    fridays = rhythm(Every.WEEK, datetime(2026, 9, 18, 14))
    within = datetime(2026, 10, 5, 9)  # after 2 October, before the 8th to which that was moved
    found = [f"{at.slot:%m-%d}" for at in islice(to_come(fridays, within, CHINA), 2)]
    assert found == ["10-02", "10-09"]
    after = [f"{at.slot:%m-%d}" for at in islice(to_come(fridays, datetime(2026, 10, 8, 15), CHINA), 1)]
    assert after == ["10-09"]


def test_years_whose_days_off_are_not_decreed_are_marked() -> None:
    weekly = rhythm(Every.WEEK, datetime(2026, 12, 24, 9))
    found = list(islice(occurrences(weekly, weekly.first - JUST_BEFORE, CHINA), 3))
    assert [one.provisional for one in found] == [False, False, True]


@pytest.mark.parametrize("every", [one for one in Every if one not in (Every.OWN, Every.NEVER)])
def test_a_usual_rhythm_is_known_again(every: Every) -> None:
    for day in (1, 15, 28, 29, 30, 31):
        first = datetime(2026, 1, day, 9)
        assert every_of(rule_of(every, first), first) is every
    assert every_of("FREQ=DAILY", datetime(2026, 1, 1)) is Every.OWN


def test_a_moved_meeting_stands_for_the_slot_that_is_nearest() -> None:
    weekly = rhythm(Every.WEEK, datetime(2026, 12, 3, 14))
    assert nearest(weekly, datetime(2026, 12, 11, 9), datetime(2026, 12, 3, 14)) == datetime(2026, 12, 10, 14)
    assert nearest(weekly, datetime(2026, 12, 1, 9), None) == datetime(2026, 12, 3, 14)


def test_a_rule_of_ones_own_is_taken_as_calendars_spell_it() -> None:
    first = datetime(2026, 11, 30, 9)
    rule = spelt("RRULE:freq=weekly; BYDAY=MO,TH;UNTIL=20261210T010000Z", first, "Asia/Shanghai")
    assert rule == "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261210T090000"
    assert days(Rhythm(rule, first, "Asia/Shanghai"), 9) == ["11-30", "12-03", "12-07", "12-10"]


@pytest.mark.parametrize("end", ["UNTIL=20261210", "UNTIL=20261210T090000", "COUNT=4"])
def test_the_last_day_of_a_rule_is_one_of_its_days(end: str) -> None:
    first = datetime(2026, 11, 30, 9)
    rule = spelt(f"{end};FREQ=WEEKLY;BYDAY=MO,TH", first, "Asia/Shanghai")
    assert days(Rhythm(rule, first, "Asia/Shanghai"), 9) == ["11-30", "12-03", "12-07", "12-10"]


def test_a_day_that_is_left_out_is_none_of_the_dates() -> None:
    off = (date(2026, 12, 10), date(2026, 12, 17))
    weekly = Rhythm("FREQ=WEEKLY;COUNT=5", datetime(2026, 12, 3, 14), "Asia/Shanghai", without=off)
    assert days(weekly, 9) == ["12-03", "12-24", "12-31"]  # they count as times
    assert nearest(weekly, datetime(2026, 12, 16, 9), None) == datetime(2026, 12, 24, 14)


def test_the_29th_of_february_and_the_days_of_the_week_are_right_for_years() -> None:
    leap = Rhythm("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", datetime(2026, 3, 1, 9), "Asia/Shanghai")
    assert next(occurrences(leap, leap.first, WEEKENDS)).slot == datetime(2028, 2, 29, 9)
    weekly = Rhythm("FREQ=WEEKLY;INTERVAL=2", datetime(2026, 1, 1, 9), "Asia/Shanghai")
    found = [one.slot for one in occurrences(weekly, weekly.first - JUST_BEFORE, WEEKENDS)]
    assert found[-1] > datetime(2034, 12, 1)
    assert {after - before for before, after in pairwise(found)} == {timedelta(days=14)}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("every week", "rule_unreadable"),
        ("FREQ=HOURLY", "rule_unreadable"),
        ("FREQ=WEEKLY;BYDAY=XX", "rule_unreadable"),
        ("FREQ=WEEKLY;UNTIL=20200101", "rule_never"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule_never"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", "rule_never"),
        ("FREQ=WEEKLY;UNTIL=20261145", "rule_unreadable"),
        ("FREQ=WEEKLY;UNTIL=20261145T000000Z", "rule_unreadable"),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "rule_unreadable"),
        ("FREQ=DAILY;INTERVAL=0", "rule_unreadable"),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "rule_unreadable"),
        ("FREQ=DAILY;BYHOUR=9,10", "rule_unreadable"),
        ("FREQ=MONTHLY;BYDAY=9MO", "rule_unreadable"),
        ("FREQ=YEARLY;BYEASTER=1", "rule_unreadable"),
    ],
)
def test_what_is_no_rule_is_refused(rule: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        spelt(rule, datetime(2026, 11, 30, 9), "Asia/Shanghai")
    assert refused.value.code == code
