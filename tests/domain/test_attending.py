"""Which outcomes need attention, why, and since when (T1-T3, T6, T7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.attending import Need, Reason, needs
from tui_minutes.domain.judging import standing
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import (
    ENDED,
    Outcome,
    OutcomeKind,
    OutcomePerson,
    Part,
    Priority,
    Status,
)
from tui_minutes.domain.policy import MINUTES, Policy
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.workdays import WEEKENDS, Calendar

SHANGHAI = "Asia/Shanghai"
OWNER = (OutcomePerson(Part.RESPONSIBLE, "李四"),)


def at(local: str, zone: str = SHANGHAI) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


MADE = at("2026-11-16 10:00")  # a Monday


def action(**fields: Any) -> Outcome:
    base = Outcome(
        "u", "A-057", OutcomeKind.ACTION, "印海报", "m", people=OWNER, due=date(2026, 11, 27),
        status=Status.IN_PROGRESS, provisional=False, created_at=MADE, updated_at=MADE,
    )  # fmt: skip
    return replace(base, **fields)


def stands(
    outcome: Outcome,
    asked: datetime | None = MADE,
    zone: str = SHANGHAI,
    policy: Policy = MINUTES,
    calendar: Calendar = WEEKENDS,
) -> Standing:
    return standing(outcome, asked, zone, policy, calendar)


def row(outcome: Outcome, asked: datetime | None = MADE, zone: str = SHANGHAI) -> LedgerRow:
    return LedgerRow(
        outcome, "M-2026-012", "周例会", "", None, None, Level.INTERNAL, zone=zone,
        standing=stands(outcome, asked, zone),
    )  # fmt: skip


def needed(outcome: Outcome, now: datetime) -> list[Need]:
    return [reason.need for reason in needs(row(outcome), now)]


def test_late_from_the_midnight_in_the_zone_of_its_meeting() -> None:
    one = action(due=date(2026, 11, 18))
    end = at("2026-11-19 00:00")
    assert stands(one).late_on == end
    assert needed(one, end - timedelta(seconds=1)) == [Need.DUE_TODAY]
    assert needs(row(one), end) == (Reason(Need.LATE, date(2026, 11, 18), 1),)
    assert needs(row(one), at("2026-11-21 12:00"))[0].days == 3


@pytest.mark.parametrize(
    ("zone", "due", "utc"),
    [
        ("America/New_York", date(2026, 3, 7), "2026-03-08T05:00"),  # the clocks go forward that night
        ("America/New_York", date(2026, 3, 8), "2026-03-09T04:00"),
        ("Europe/Berlin", date(2026, 10, 25), "2026-10-25T23:00"),  # a day of 25 hours
        ("Africa/Cairo", date(2026, 4, 23), "2026-04-23T22:00"),  # midnight itself is skipped
        ("Pacific/Kiritimati", date(2026, 11, 18), "2026-11-18T10:00"),
    ],
)
def test_the_day_ends_when_the_clocks_of_the_zone_say_so(zone: str, due: date, utc: str) -> None:
    assert stands(action(due=due), zone=zone).late_on == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        ("2026-11-16 10:00", "2026-11-17 18:00"),
        ("2026-11-16 07:00", "2026-11-17 18:00"),  # before opening: on that day
        ("2026-11-16 17:59", "2026-11-17 18:00"),
        ("2026-11-16 18:00", "2026-11-18 18:00"),  # after closing: on the next day
        ("2026-11-20 10:00", "2026-11-23 18:00"),  # a Friday
        ("2026-11-20 19:00", "2026-11-24 18:00"),
        ("2026-11-21 10:00", "2026-11-24 18:00"),  # a Saturday
        ("2026-09-30 10:00", "2026-10-08 18:00"),  # before the holiday
        ("2026-10-09 10:00", "2026-10-10 18:00"),  # the Saturday is worked
    ],
)
def test_one_working_day_to_acknowledge(asked: str, until: str) -> None:
    china = Calendar(
        "CN", frozenset(date(2026, 10, day) for day in range(1, 8)), frozenset({date(2026, 10, 10)})
    )
    one = action(status=Status.UNCONFIRMED)
    assert stands(one, at(asked), calendar=china).ack_due_on == at(until)


def test_what_nobody_acknowledged_is_told_since_the_day_of_asking() -> None:
    one = action(status=Status.UNCONFIRMED)
    assert needs(row(one), at("2026-11-17 17:59")) == ()
    assert needs(row(one), at("2026-11-18 09:00")) == (Reason(Need.UNACKNOWLEDGED, date(2026, 11, 16), 2),)
    assert needed(replace(one, status=Status.IN_PROGRESS), at("2026-11-18 09:00")) == []


def test_an_owner_who_asked_back_waits_for_the_convener() -> None:
    one = action(status=Status.UNCONFIRMED, unclear="哪种纸？")
    found = needs(row(one, at("2026-11-17 11:00")), at("2026-11-19 09:00"))
    assert found == (Reason(Need.UNCLEAR, date(2026, 11, 17), 2),)


def test_no_update_within_three_days_is_stale_for_an_urgent_one() -> None:
    one = action(priority=Priority.URGENT)
    assert needed(one, at("2026-11-19 09:59")) == []
    assert needs(row(one), at("2026-11-19 10:00")) == (Reason(Need.STALE, date(2026, 11, 16), 3),)


def test_an_important_one_nobody_has_touched_is_stale_after_that_friday_and_an_update_moves_it_on() -> None:
    one = action(priority=Priority.IMPORTANT, due=date(2026, 12, 31))
    assert stands(one).stale_on == at("2026-11-20 18:00")
    assert needs(row(one), at("2026-11-20 18:00")) == (Reason(Need.STALE, date(2026, 11, 16), 4),)
    assert stands(replace(one, updated_at=at("2026-11-18 09:00"))).stale_on == at("2026-11-27 18:00")
    assert stands(replace(one, updated_at=at("2026-11-21 09:00"))).stale_on == at("2026-11-27 18:00")


def test_three_days_are_the_same_clock_time_when_the_clocks_change() -> None:
    one = action(priority=Priority.URGENT, updated_at=at("2026-10-24 10:00", "Europe/Berlin"))
    assert stands(one, zone="Europe/Berlin").stale_on == at("2026-10-27 10:00", "Europe/Berlin")


def test_a_question_is_asked_for_after_the_day_of_its_next_feedback() -> None:
    one = action(kind=OutcomeKind.QUESTION, due=None, next_feedback=date(2026, 11, 18))
    assert needed(one, at("2026-11-18 23:59")) == []
    assert needs(row(one), at("2026-11-20 09:00")) == (Reason(Need.FEEDBACK, date(2026, 11, 18), 2),)


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"people": ()}, ("no_owner",)),
        ({"due": None}, ("no_due",)),
        ({"due": None, "people": ()}, ("no_owner", "no_due")),
        ({"due": None, "due_next_meeting": True}, ()),
        ({"people": (OutcomePerson(Part.COPIED, "张总"),)}, ("no_owner",)),
        ({"kind": OutcomeKind.QUESTION, "due": None, "next_feedback": date(2026, 12, 1)}, ()),
        ({"kind": OutcomeKind.DECISION, "due": None, "people": ()}, ()),  # its actions carry it out
        ({"kind": OutcomeKind.DECISION, "due": None}, ("no_due",)),
        ({"kind": OutcomeKind.DECISION, "due": None, "no_action": True}, ()),
    ],
)
def test_a_missing_owner_or_date_is_told_with_what_is_missing(
    fields: dict[str, Any], lacking: tuple[str, ...]
) -> None:
    found = [one for one in needs(row(action(**fields)), at("2026-11-16 12:00")) if one.need is Need.LACKING]
    assert [one.lacks for one in found] == ([lacking] if lacking else [])


def test_what_is_reported_done_only_waits_to_be_confirmed() -> None:
    one = action(status=Status.DONE, done_on=date(2026, 11, 26), due=date(2026, 11, 18), people=())
    assert stands(one) == Standing()
    assert needs(row(one), at("2026-11-28 09:00")) == (Reason(Need.WAITING, date(2026, 11, 26), 2),)


@pytest.mark.parametrize(
    "fields",
    [{"status": status} for status in ENDED]
    + [{"provisional": True}, {"withdrawn": True}, {"becomes": "other"}],
)
def test_what_is_ended_taken_back_or_not_agreed_yet_needs_nothing(fields: dict[str, Any]) -> None:
    one = action(due=date(2026, 1, 1), **fields)
    assert stands(one) == Standing()
    assert needs(row(one), at("2027-01-01 09:00")) == ()


def test_due_this_week_until_its_sunday() -> None:
    now = at("2026-11-25 09:00")
    assert needed(action(due=date(2026, 11, 29)), now) == [Need.DUE_THIS_WEEK]
    assert needed(action(due=date(2026, 11, 30)), now) == []
    assert needs(row(action()), now) == (Reason(Need.DUE_THIS_WEEK, date(2026, 11, 27), -2),)


def test_all_reasons_are_told_the_most_urgent_first() -> None:
    one = action(
        status=Status.UNCONFIRMED, priority=Priority.URGENT, due=date(2026, 11, 17), people=OWNER[:0]
    )
    assert needed(one, at("2026-11-25 09:00")) == [Need.LATE, Need.STALE, Need.LACKING]


def test_a_date_at_the_end_of_the_calendar_is_never_late() -> None:
    one = action(due=date.max, updated_at=datetime(9999, 12, 31, tzinfo=UTC), status=Status.UNCONFIRMED)
    assert stands(one, one.updated_at) == Standing(asked_at=one.updated_at)


@given(
    due=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    status=st.sampled_from(Status),
    priority=st.none() | st.sampled_from(Priority),
    hours=st.integers(0, 2000),
    zone=st.sampled_from([SHANGHAI, "America/New_York", "Pacific/Kiritimati", "UTC"]),
)
def test_time_alone_takes_no_need_away_but_those_of_a_day_to_come(
    due: date | None, status: Status, priority: Priority | None, hours: int, zone: str
) -> None:
    here = row(action(due=due, status=status, priority=priority), zone=zone)
    now = MADE + timedelta(hours=hours)
    passing = {Need.DUE_TODAY, Need.DUE_THIS_WEEK}
    before, after = ({reason.need for reason in needs(here, when)} for when in (now, now + timedelta(days=1)))
    assert before - passing <= after
    assert all(one.days >= 0 for one in needs(here, now) if one.need is not Need.DUE_THIS_WEEK)
