"""Our `dataclass` behaves as the standard one, which is asked beside it."""

from __future__ import annotations

import dataclasses
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any

import pytest

from tui_minutes.domain.dataclass import dataclass

Make = Any
"""A class, or what makes one."""


def point_made_by(decorate: Make) -> Make:
    """The same class by either decorator."""

    @decorate(frozen=True, slots=True)
    class Point:
        """A point with a name."""

        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False)
        secret: str = field(default="", repr=False)

    return Point


ours = point_made_by(dataclass)
standard = point_made_by(dataclasses.dataclass)


@pytest.mark.parametrize("given", [{"x": 1}, {"x": 1, "y": 5}, {"x": 1, "tags": [1]}, {"x": 1, "note": "n"}])
def test_it_keeps_what_it_was_given_and_says_so(given: dict[str, Any]) -> None:
    assert repr(ours(**given)) == repr(standard(**given))
    assert dataclasses.asdict(ours(**given)) == dataclasses.asdict(standard(**given))


def test_what_is_missing_or_too_much_is_refused() -> None:
    with pytest.raises(TypeError):
        ours()
    with pytest.raises(TypeError):
        ours(1, z=2)


def test_each_gets_its_own_list() -> None:
    assert ours(1).tags is not ours(1).tags


def test_those_with_the_same_fields_are_equal_and_hash_alike() -> None:
    assert ours(1, tags=()) == ours(1, tags=())
    assert ours(1) != ours(2)
    assert ours(1) != standard(1)
    assert ours(1, note="a") == ours(1, note="b")
    assert hash(ours(1, tags=())) == hash(ours(1, tags=(), note="b"))


def test_it_cannot_be_changed_but_replaced() -> None:
    one = ours(1)
    with pytest.raises(FrozenInstanceError):
        one.x = 2
    with pytest.raises(FrozenInstanceError):
        del one.x
    assert not hasattr(one, "__dict__")
    assert replace(one, x=3) == ours(3)


def test_it_is_taken_apart_by_position() -> None:
    assert ours.__match_args__ == standard.__match_args__


def test_one_without_slots_can_keep_what_was_looked_up() -> None:
    @dataclass(frozen=True)
    class Circle:
        radius: int

        @cached_property
        def area(self) -> int:
            return 3 * self.radius**2

    circle = Circle(2)
    assert (circle.area, circle.__dict__["area"]) == (12, 12)
    assert circle == Circle(2)
    with pytest.raises(FrozenInstanceError):
        circle.radius = 3  # type: ignore[misc]


def test_one_that_comes_from_another_is_made_whole() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        name: str

    @dataclass(frozen=True, slots=True)
    class Aged(Named):
        age: int = 0

    assert (Aged("x", 3).name, Named("y").name, Aged("z")) == ("x", "y", Aged("z", 0))
