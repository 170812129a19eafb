"""A kill at any moment: what the screen acknowledged is in the store, and the next start goes on.

The real program runs in a real terminal; half of the lives are typed as a person does, half at once.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.killed import FLOOD, PERSON, Recorder
from tests.terminal import minutes, settle

LIVES = 20
"""Kills in one meeting."""


@dataclass
class Survived:
    """What came of one meeting; a line that is lost, or there twice, has ended it with an error."""

    counted: Counter[str]
    lines: int
    resumed: int


def killed_often(folder: Path, seed: int, n: int) -> Survived:
    """The nth meeting, its program killed again and again; AssertionError when something is not as it was."""
    own = folder / str(n)
    own.mkdir()
    recorder = Recorder(own, minutes(), f"{seed} {n}")
    recorder.live(LIVES)
    recorder.look()
    kills = Counter(kills=recorder.kills.total())
    return Survived(
        kills + recorder.kills + recorder.acts, len(recorder.acknowledged), sum(map(bool, recorder.resumed))
    )


def all_meetings(folder: Path, seed: int, count: int) -> tuple[list[Survived], list[str]]:
    """So many meetings, as many at a time as there are processors; those that went well, what went wrong."""
    survived, wrong = [], []
    context = get_context("fork")  # a child has the home of this test
    with ProcessPoolExecutor(min(os.cpu_count() or 1, count), context) as pool:
        for future in [pool.submit(killed_often, folder, seed, n) for n in range(count)]:
            try:
                survived.append(future.result())
            except AssertionError as error:
                wrong.append(str(error))
    return survived, wrong


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(
    tmp_path: Path, scale: Scale, seed: int, say: Say
) -> None:
    settle()
    counted = Counter[str]()
    lines = resumed = 0
    survived, wrong = all_meetings(tmp_path, seed, scale(LIVES, 1000) // LIVES)
    for one in survived:
        counted += one.counted
        lines += one.lines
        resumed += one.resumed
    kills = counted.pop("kills")
    of_each = ", ".join(f"{name} {times}" for name, times in sorted(counted.items()))
    say(f"{kills:,} kills ({of_each}): {lines:,} lines acknowledged, 0 lost, 0 twice;")
    say(f"a half-typed line came back {resumed:,} times; {len(wrong)} meetings went wrong")
    assert not wrong, "\n".join(wrong)
    assert lines >= kills // 5  # a busy machine is killed before it has typed much
    assert resumed, "no half-typed line ever came back: the moments are not random"


@pytest.mark.parametrize("manner", [PERSON, FLOOD])
def test_a_program_that_commits_late_is_found_out(tmp_path: Path, seed: int, manner: str) -> None:
    settle()
    recorder = Recorder(tmp_path, [sys.executable, "-m", "tests.faults.late_commits"], seed, [manner])
    with pytest.raises(AssertionError, match=r"acknowledged and not in the store|came back, and"):
        recorder.live(10)
