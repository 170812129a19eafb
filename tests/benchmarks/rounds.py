"""Figures in rounds: what each program needed, and how many times that of another, round by round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from tests.benchmarks.place import Place

Figures = dict[str, float]
"""Figures of one program by their names; a name ends with its unit."""

Round = dict[str, Figures]
"""The figures of programs that were measured in turn, by the program's name."""

Of = tuple[str, str]
"""A program and one of its figures."""


@dataclass(frozen=True, slots=True)
class Target:
    """At most `most`: of the figure itself, or, where another is named to divide `by`, of their ratio."""

    words: str
    of: Of
    most: float
    by: Of | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is measured. `play` gives as many rounds as it is told, the programs in turn in each.

    `floor` is what the figure of every other program is divided by. What hardly varies is played `once`.
    """

    name: str
    words: str
    floor: Of
    play: Callable[[Place, int], Iterable[Round]]
    targets: tuple[Target, ...] = ()
    once: bool = False


def middle(rounds: Sequence[Round], of: Of) -> float | None:
    """The median of a figure; None where it was not measured."""
    program, figure = of
    found = [one[program][figure] for one in rounds if figure in one.get(program, {})]
    return median(found) if found else None


def ratio(rounds: Sequence[Round], of: Of, by: Of) -> float | None:
    """The median of the ratios of two figures, each of one round; None where one was not measured."""
    found = [value / base for one in rounds if (value := _get(one, of)) and (base := _get(one, by))]
    return median(found) if found else None


def measured(rounds: Sequence[Round], target: Target) -> float | None:
    """What a target is about."""
    return ratio(rounds, target.of, target.by) if target.by else middle(rounds, target.of)


def spread(seconds: Sequence[float]) -> Figures:
    """The median and what 95 and 99 of a hundred stay within, in milliseconds."""
    parts = quantiles(seconds, n=100, method="inclusive")
    return {f"p{nth} ms": parts[nth - 1] * 1000 for nth in (50, 95, 99)}


def _get(one: Round, of: Of) -> float | None:
    program, figure = of
    return one.get(program, {}).get(figure)
