"""What was found, as tables to read and as JSON to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.benchmarks.rounds import Measure, Round, Target, measured, middle, ratio


def table(measure: Measure, rounds: Sequence[Round]) -> str:
    """Medians of all programs, how many times the floor each is, and whether the targets are met."""
    figures = list(dict.fromkeys(name for one in rounds for found in one.values() for name in found))
    lines = [f"\n## {measure.name}: {measure.words} ({len(rounds)} rounds)\n"]
    lines += _grid(["", *figures, f"× {measure.floor[0]}"], _rows(measure, rounds, figures))
    if measure.targets:
        lines += ["", *_grid(["target", "at most", "measured", ""], _judged(measure, rounds))]
    return "\n".join(lines)


def as_json(measure: Measure, rounds: Sequence[Round]) -> dict[str, Any]:
    """All rounds, and what became of the targets."""
    targets = [
        {"what": target.words, "at_most": target.most, "measured": measured(rounds, target)}
        for target in measure.targets
    ]
    return {"rounds": list(rounds), "targets": targets}


def _rows(measure: Measure, rounds: Sequence[Round], figures: Sequence[str]) -> Iterator[list[str]]:
    for name in dict.fromkeys(name for one in rounds for name in one):
        times = ratio(rounds, (name, measure.floor[1]), measure.floor)
        values = (middle(rounds, (name, figure)) for figure in figures)
        yield [name, *map(_number, values), _number(times)]


def _judged(measure: Measure, rounds: Sequence[Round]) -> Iterator[list[str]]:
    for target in measure.targets:
        found = measured(rounds, target)
        verdict = "not measured" if found is None else "met" if found <= target.most else "MISSED"
        yield [target.words, _limit(target), _number(found), verdict]


def _limit(target: Target) -> str:
    return f"{target.most} × {target.by[0]}" if target.by else f"{target.most} {target.of[1]}"


def _number(value: float | None) -> str:
    """Three digits that say something."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _grid(head: Sequence[str], rows: Iterator[list[str]]) -> list[str]:
    """A Markdown table."""
    return [f"| {' | '.join(row)} |" for row in (list(head), ["---"] * len(head), *rows)]
