"""By which rules a store judges: those of the config and of a country, those of a series (T2, T3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time

import pytest

from tests.meeting import Played
from tui_minutes.domain.attending import Need, needs
from tui_minutes.domain.policy import Policy, Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services import followups, meetings, policies
from tui_minutes.services.calendars import edition, growing
from tui_minutes.settings import Settings
from tui_minutes.store.store import Store


@pytest.fixture
def sealed(meeting: Played) -> Played:
    """A meeting sealed on Friday 2026-11-27 at about 14:10 in Shanghai, with one action and one decision."""
    meeting.plan().begin()
    meeting.say("决议：展位选 A12")
    meeting.say("行动：@韩磊 订展位 12-18前")
    return meeting.read_back().seal()


def standing(store: Store) -> Standing:
    row = store.row("A-001")
    assert row is not None
    return row.standing


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def test_what_is_sealed_is_to_be_acknowledged_on_the_next_working_day(sealed: Played) -> None:
    assert standing(sealed.store).ack_due_on == utc("2026-11-30 10:00")
    row = sealed.store.row("A-001")
    assert row is not None
    assert [one.need for one in needs(row, utc("2026-11-30 10:00"))] == [Need.UNACKNOWLEDGED]


def test_other_rules_judge_what_is_open_again_and_the_same_ones_touch_nothing(sealed: Played) -> None:
    asked: list[list[int]] = []

    def calendar(years: Iterable[int]) -> Calendar:
        asked.append(list(years))
        return WEEKENDS

    def closing_at_five(_: str) -> Policy:
        return Policy("own", closes=time(17), ack_workdays=2)

    sealed.store.attend(Rules(closing_at_five, calendar, "five"))
    assert standing(sealed.store).ack_due_on == utc("2026-12-01 09:00")
    assert all(2026 in years and 2027 in years for years in asked)
    asked.clear()
    sealed.store.attend(Rules(closing_at_five, calendar, "five"))
    assert asked == []


def test_the_rules_of_the_config_and_the_holidays_of_the_country(sealed: Played) -> None:
    store = sealed.store
    policy: dict[str, object] = {"preset": "design", "design": {"ack_workdays": 3}}
    store.attend(policies.rules(Settings(policy=policy), "CN"))
    assert standing(store).ack_due_on == utc("2026-12-02 10:00")
    store.attend(policies.rules(Settings(), "CN"))
    assert standing(store).ack_due_on == utc("2026-11-30 10:00")


def test_another_country_or_config_is_another_fingerprint() -> None:
    plain = policies.rules(Settings(), "CN").fingerprint
    assert policies.rules(Settings(), "CN").fingerprint == plain
    assert edition() in plain
    assert policies.rules(Settings(), "US").fingerprint != plain
    assert policies.rules(Settings(policy={"urgent_days": 2}), "CN").fingerprint != plain


def test_a_calendar_grows_with_the_years_asked_for() -> None:
    china = growing("CN")
    first = china([2026])
    assert not first.is_workday(datetime(2026, 10, 1).date())
    assert china([2026]) is first
    both = china([2027])
    assert not both.is_workday(datetime(2026, 10, 1).date()), "what was asked for before stays"
    assert not both.is_workday(datetime(2027, 10, 1).date()), "a year not decreed yet has its holidays"
    assert growing("ZZ")([2026]) == WEEKENDS


def test_the_preset_of_a_series_judges_its_meetings_and_those_that_follow(sealed: Played) -> None:
    store, series = sealed.store, sealed.record.meeting.series or ""
    store.attend(Rules(lambda name: Policy(name, ack_workdays=4 if name == "preparation" else 1)))
    policies.choose(store, sealed.command(), series, "preparation")
    assert standing(store).ack_due_on == utc("2026-12-03 10:00")
    following = followups.follow_up(store, sealed.command(), sealed.uid)
    assert store.record(following).meeting.policy == "preparation"
    meetings.update(store, sealed.command(), following, policy="")
    assert sealed.record.meeting.policy == ""
    assert standing(store).ack_due_on == utc("2026-11-30 10:00")


def test_a_series_that_is_not_there_is_refused(sealed: Played) -> None:
    with pytest.raises(Refused, match="not_found"):
        policies.choose(sealed.store, sealed.command(), "nobody", "minutes")
