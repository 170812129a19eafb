"""The `[policy]` table: the default, fields for all presets, presets of one's own (T3)."""

from __future__ import annotations

import tomllib
from datetime import time

import pytest

from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import MINUTES, PREPARATION, PRESETS, Period
from tui_minutes.domain.policy_table import Misfit, Policies, policies

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read(written: str) -> Policies:
    return policies(tomllib.loads(written))


def test_without_a_table_the_three_presets_are_as_they_come() -> None:
    found = read("")
    assert dict(found.by_name) == dict(PRESETS)
    assert found("") == found("gone from the file") == MINUTES
    assert found("preparation") == PREPARATION


def test_the_preset_for_meetings_that_chose_none() -> None:
    assert read('preset = "preparation"')("").routine is Period.WEEK
    assert read('preset = "own"\n[own]\nurgent_days = 1')("").urgent_days == 1


def test_a_field_holds_for_every_preset_and_one_s_own_goes_before_it() -> None:
    found = read('closes = 17:30:00\nurgent_days = 4\n[design]\npreset = "coordination"\nurgent_days = 2')
    assert {found(name).closes for name in (*PRESETS, "design")} == {time(17, 30)}
    assert (found("minutes").urgent_days, found("design").urgent_days) == (4, 2)
    assert (found("design").name, found("design").unset) == ("design", Priority.IMPORTANT)


def test_a_preset_that_comes_with_the_program_can_be_changed() -> None:
    found = read('[minutes]\nimportant_weekday = "thu"\nopens = "08:30"\nroutine = "week"')
    assert (found("").important_weekday, found("").opens) == (3, time(8, 30))
    assert found("coordination").important_weekday == 4


@pytest.mark.parametrize(
    ("written", "key", "wanted"),
    [
        ('preset = "weekly"', "policy.preset", '"minutes" | "coordination" | "preparation"'),
        ("preset = 3", "policy.preset", '"minutes" | "coordination" | "preparation"'),
        ('[design]\npreset = "design"', "policy.design.preset", '"minutes" | "coordination" | "preparation"'),
        ("urgent_days = 0", "policy.urgent_days", "1, 2, 3 …"),
        ("urgent_days = true", "policy.urgent_days", "1, 2, 3 …"),
        ("urgent_days = 2.5", "policy.urgent_days", "1, 2, 3 …"),
        ("ack_workdays = -1", "policy.ack_workdays", "0, 1, 2 …"),
        ("standup_seconds = 10000000000", "policy.standup_seconds", "0, 60, 90 …"),
        ('[x]\nroutine = "day"', "policy.x.routine", '"week" | "month"'),
        ('unset = "high"', "policy.unset", '"urgent" | "important" | "routine"'),
        ("important_weekday = 4", "policy.important_weekday", " | ".join(f'"{one}"' for one in DAYS)),
        ('opens = "9 o\'clock"', "policy.opens", '"09:00"'),
        ('closes = "08:00"', "policy.minutes.closes", '> "09:00"'),
        ("colour = 1", "policy.colour", ""),
        ("[x]\ncolour = 1", "policy.x.colour", ""),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_what_is_wanted(written: str, key: str, wanted: str) -> None:
    with pytest.raises(Misfit) as misfit:
        read(written)
    assert (misfit.value.key, misfit.value.wanted) == (key, wanted)
