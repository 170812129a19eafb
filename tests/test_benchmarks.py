"""The benchmarks measure what a person would wait for, and judge it by ratios of one round."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import pytest

from tests.benchmarks.place import Place
from tests.benchmarks.report import as_json, table
from tests.benchmarks.rounds import Measure, Round, Target, measured
from tests.benchmarks.watched import Watched

LATE = 0.3
PROGRAM = f"""
import sys, termios, time, tty
tty.setraw(0)
print("asks \\x1b[6n", end="", flush=True)
while sys.stdin.read(1) != "R": pass
print("ready ", end="", flush=True)
while key := sys.stdin.read(1):
    print("soon ", end="", flush=True)
    time.sleep({LATE})
    print(f"then {{key}}", end="", flush=True)
"""
OURS, BARE = ("ours", "ms"), ("bare", "ms")
ROUNDS: list[Round] = [
    {"ours": {"ms": 3.0}, "bare": {"ms": 1.0}},
    {"ours": {"ms": 40.0}, "bare": {"ms": 20.0}},
    {"ours": {"ms": 8.0}, "bare": {"ms": 4.0}},
]


def test_a_time_is_that_of_the_paint_that_shows_what_is_waited_for_and_questions_are_answered() -> None:
    with Watched((sys.executable, "-c", PROGRAM)) as terminal:
        terminal.written_out(b"ready")
        terminal.rest()
        assert terminal.answer("x", "then x") > LATE > terminal.answer("y", r"soon then xsoon")


def test_what_stood_there_before_is_no_answer() -> None:
    with Watched((sys.executable, "-c", PROGRAM)) as terminal:
        terminal.written_out(b"ready")
        terminal.rest()
        with pytest.raises(ValueError, match="was there before"):
            terminal.answer("x", "ready")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        (Target("a ratio, round by round", OURS, 1.5, BARE), 2.0),
        (Target("a figure", OURS, 1.5), 8.0),
        (Target("what was not there", ("vim", "ms"), 1.5, BARE), None),
    ],
)
def test_ratios_are_of_one_round_and_what_is_missing_is_none(target: Target, found: float | None) -> None:
    assert measured(ROUNDS, target) == found


@pytest.mark.parametrize(("most", "verdict"), [(2.0, "met"), (1.9, "MISSED")])
def test_the_table_says_whether_a_target_is_met(most: float, verdict: str) -> None:
    def play(_place: Place, _rounds: int) -> Iterable[Round]:
        return ROUNDS

    measure = Measure("some", "something", BARE, play, (Target("quick", OURS, most, BARE),))
    said = table(measure, ROUNDS)
    assert "| ours | 8 | 2 |" in said
    assert f"| quick | {most} × bare | 2 | {verdict} |" in said
    assert as_json(measure, ROUNDS)["targets"] == [{"what": "quick", "at_most": most, "measured": 2.0}]
