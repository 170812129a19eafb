"""What was made last of some records: given again as long as it is asked for of the very same ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class latest(Generic[P, T]):  # noqa: N801 - a decorator
    """Let a function that makes something of frozen records make it once of the same ones."""

    def __init__(self, make: Callable[P, T]) -> None:
        self._make = make
        self._made: tuple[tuple[object, ...], T] | None = None
        update_wrapper(self, make)

    def __call__(self, *of: P.args, **named: P.kwargs) -> T:
        """What it makes `of` these; none of them has to be hashable."""
        made = self._made
        if made is None or named or len(made[0]) != len(of) or any(map(_differ, made[0], of)):
            made = self._made = (of, self._make(*of, **named))
        return made[1]


def _differ(one: object, other: object) -> bool:
    return one is not other
