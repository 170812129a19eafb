"""When the next update is wanted: in days, by Friday, by the month's end (T3)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.cadence import acknowledgement_wanted, first_update_wanted, update_wanted
from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import COORDINATION, MINUTES, PREPARATION, Policy
from tui_minutes.domain.workdays import WEEKENDS, Calendar

CHINA = Calendar(
    "CN",
    days_off=frozenset(date(2026, 10, day) for day in range(1, 8)) | {date(2026, 6, 19), date(2026, 11, 27)},
    make_up=frozenset({date(2026, 9, 20), date(2026, 10, 10), date(2026, 11, 28)}),
)
"""National Day 2026 with its make-up Saturday; a Friday off in June; one in November worked on Saturday."""


def wanted(
    updated: str, priority: Priority | None, policy: Policy = MINUTES, calendar: Calendar = CHINA
) -> str:
    found = update_wanted(datetime.fromisoformat(updated), priority, policy, calendar)
    return found.isoformat(" ", "minutes")


@pytest.mark.parametrize(
    ("updated", "until"),
    [
        ("2026-11-09 09:00", "2026-11-20 18:00"),  # Monday: it counts for that week
        ("2026-11-13 19:00", "2026-11-20 18:00"),  # after Friday's closing: the next Friday
        ("2026-11-15 12:00", "2026-11-20 18:00"),  # on the Sunday
        ("2026-11-18 09:00", "2026-11-28 18:00"),  # the Friday is off, the Saturday is worked for it
        ("2026-06-10 09:00", "2026-06-18 18:00"),  # the Friday is off: on Thursday
        ("2026-09-23 09:00", "2026-09-30 18:00"),  # the holiday begins on Thursday
        ("2026-10-01 09:00", "2026-10-09 18:00"),  # the Friday is worked, though the Saturday is, too
    ],
)
def test_an_important_one_each_week_by_friday(updated: str, until: str) -> None:
    assert wanted(updated, Priority.IMPORTANT) == until


def test_a_week_without_a_working_day_is_passed_over() -> None:
    holidays = Calendar("CN", days_off=frozenset(date(2026, 2, 16) + timedelta(days=n) for n in range(5)))
    assert wanted("2026-02-11 09:00", Priority.IMPORTANT, calendar=holidays) == "2026-02-27 18:00"


@pytest.mark.parametrize(
    ("updated", "until"),
    [
        ("2026-09-01 08:00", "2026-10-30 18:00"),  # the 31st is a Saturday
        ("2026-09-30 23:59", "2026-10-30 18:00"),
        ("2026-10-31 12:00", "2026-11-30 18:00"),
        ("2026-12-24 12:00", "2027-01-29 18:00"),
        ("2026-01-31 12:00", "2026-02-27 18:00"),
    ],
)
def test_a_routine_one_each_month_by_its_last_working_day(updated: str, until: str) -> None:
    assert wanted(updated, Priority.ROUTINE) == until
    assert wanted(updated, None) == until, "what has no priority is routine"


def test_an_urgent_one_after_three_days() -> None:
    assert wanted("2026-11-20 16:40", Priority.URGENT) == "2026-11-23 16:40"


def test_the_presets_differ_where_their_guides_do() -> None:
    assert wanted("2026-11-09 09:00", None, COORDINATION) == "2026-11-20 18:00"
    assert wanted("2026-11-09 09:00", Priority.ROUTINE, COORDINATION) == "2026-12-31 18:00"
    assert wanted("2026-11-09 09:00", Priority.ROUTINE, PREPARATION) == "2026-11-20 18:00"


def test_other_hours_and_another_weekday() -> None:
    policy = Policy("own", important_weekday=2, closes=time(17, 30))
    assert wanted("2026-11-09 09:00", Priority.IMPORTANT, policy) == "2026-11-18 17:30"


@pytest.mark.parametrize(
    ("asked", "priority", "until"),
    [
        ("2026-11-09 09:00", Priority.IMPORTANT, "2026-11-13 18:00"),  # on Monday: by Friday of that week
        ("2026-11-11 17:00", Priority.IMPORTANT, "2026-11-13 18:00"),  # acknowledged on Thursday
        ("2026-11-12 09:00", Priority.IMPORTANT, "2026-11-20 18:00"),  # on Friday: by the next one
        ("2026-11-25 09:00", Priority.IMPORTANT, "2026-11-28 18:00"),  # the Saturday is worked for the Friday
        ("2026-11-03 09:00", Priority.ROUTINE, "2026-11-30 18:00"),
        ("2026-11-30 09:00", Priority.ROUTINE, "2026-12-31 18:00"),
        ("2026-11-20 16:40", Priority.URGENT, "2026-11-23 16:40"),
    ],
)
def test_what_nobody_has_touched_yet_by_the_deadline_of_this_period(
    asked: str, priority: Priority, until: str
) -> None:
    found = first_update_wanted(datetime.fromisoformat(asked), priority, MINUTES, CHINA)
    assert found == datetime.fromisoformat(until)


@given(
    asked=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),
    priority=st.sampled_from([Priority.IMPORTANT, Priority.ROUTINE]),
    policy=st.sampled_from([MINUTES, COORDINATION, PREPARATION]),
)
def test_nothing_is_stale_before_it_had_to_be_acknowledged_nor_later_than_after_an_update(
    asked: datetime, priority: Priority, policy: Policy
) -> None:
    first = first_update_wanted(asked, priority, policy, CHINA)
    acknowledged = acknowledgement_wanted(asked, policy, CHINA)
    assert acknowledged < first
    assert CHINA.is_workday(acknowledged.date())
    assert asked < acknowledged <= asked + timedelta(days=12)
    assert first <= update_wanted(acknowledged, priority, policy, CHINA)


@given(
    updated=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),
    priority=st.sampled_from(Priority),
    policy=st.sampled_from([MINUTES, COORDINATION, PREPARATION]),
)
def test_the_next_update_is_wanted_later_on_a_working_day_and_never_sooner_for_a_later_one(
    updated: datetime, priority: Priority, policy: Policy
) -> None:
    until = update_wanted(updated, priority, policy, CHINA)
    assert updated < until <= updated + timedelta(days=62)
    assert priority is Priority.URGENT or CHINA.is_workday(until.date())
    assert until <= update_wanted(updated + timedelta(hours=7), priority, policy, CHINA)


def test_the_last_workday_of_a_stretch() -> None:
    monday = date(2026, 11, 16)
    assert WEEKENDS.last_workday(monday, date(2026, 11, 22)) == date(2026, 11, 20)
    assert WEEKENDS.last_workday(date(2026, 11, 21), date(2026, 11, 22)) is None
    assert WEEKENDS.workday_from(date(2026, 11, 21)) == date(2026, 11, 23)
    assert WEEKENDS.workday_from(monday) == monday
