"""How many are needed, who has a vote, and what a vote comes to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting import START
from tui_minutes.domain.attendance import Attendance, AttendanceEvent, Movement, Participant, Role
from tui_minutes.domain.quorum import Presence, needed, presence, read_rule, voting
from tui_minutes.domain.refusal import Refused

SEATS = st.integers(min_value=0, max_value=200)


def person(name: str, *, here: bool = True, stands_for: str = "", observer: bool = False) -> Participant:
    roles = (Role.OBSERVER,) if observer else (Role.ATTENDEE,)
    state = Attendance.PRESENT if here else Attendance.EXCUSED
    return Participant(name, name, roles=roles, state=state, substitutes=stands_for)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", ""),
        ("无", ""),
        ("过半数", "1/2"),
        ("More than half", "1/2"),
        ("１／２", "1/2"),
        ("三分之二", "2/3"),
        (" 3/4 ", "3/4"),
        ("5", "5"),
        ("至少5人", "5"),
        ("at least 5", "5"),
    ],
)
def test_a_rule_is_read_as_people_write_it(typed: str, rule: str) -> None:
    assert read_rule(typed) == rule
    assert read_rule(rule) == rule


@pytest.mark.parametrize("typed", ["many", "3/2", "0/3", "1/0", "5000", "-1", "2/3/4", "½"])
def test_what_is_no_rule_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_rule(typed)
    assert refused.value.code == "no_quorum_rule"


@given(SEATS)
def test_half_is_more_than_half(seats: int) -> None:
    assert Fraction(needed("1/2", seats)) > Fraction(seats, 2) >= needed("1/2", seats) - 1


@given(SEATS, st.integers(1, 20), st.integers(1, 20))
def test_any_other_part_is_at_least_that(seats: int, part: int, whole: int) -> None:
    if part > whole or (part, whole) == (1, 2):
        return
    asked = needed(f"{part}/{whole}", seats)
    assert asked >= Fraction(seats * part, whole) > asked - 1
    assert asked <= seats


@given(st.integers(1, 999), SEATS)
def test_a_number_is_that_number_however_many_are_invited(number: int, seats: int) -> None:
    assert needed(str(number), seats) == number


def test_without_a_rule_there_always_is_a_quorum() -> None:
    assert presence("", ()).is_reached


def test_observers_have_no_vote_and_a_substitute_has_that_of_whom_they_stand_in_for() -> None:
    people = (
        person("周岚"),
        person("韩磊", here=False),
        person("小韩", stands_for="韩磊"),
        person("方晴", observer=True),
        person("何平", here=False),
    )
    assert [one.name for one in voting(people)] == ["周岚", "小韩"]
    assert presence("2/3", people) == Presence(here=2, seats=3, needed=2)


def test_a_seat_counts_once_when_both_are_there_and_a_chain_of_substitutes_is_one_seat() -> None:
    people = (person("a"), person("b", stands_for="a"), person("c", stands_for="b"))
    assert [one.name for one in voting(people)] == ["a"]
    assert presence("1/2", people).seats == 1


def test_who_has_left_is_not_counted_but_was_there_before() -> None:
    came = AttendanceEvent("1", Movement.ARRIVED, START)
    left = AttendanceEvent("2", Movement.LEFT, START.replace(minute=30))
    one = Participant("a", "a", state=Attendance.PRESENT, events=(came, left))
    assert voting((one,)) == ()
    assert voting((one,), START.replace(minute=10)) == (one,)
    assert voting((one,), START.replace(hour=5)) == ()


@given(st.lists(st.booleans(), max_size=30), st.sampled_from(["1/2", "2/3", "3/4"]))
def test_nobody_who_comes_in_makes_a_quorum_go_away(here: list[bool], rule: str) -> None:
    people = tuple(person(str(n), here=there) for n, there in enumerate(here))
    if presence(rule, people).is_reached:
        assert presence(rule, (*people, person("new"))).is_reached
