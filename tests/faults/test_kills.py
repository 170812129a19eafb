"""A kill at any moment: what the screen acknowledged is in the store, and the next start goes on.

The real program runs in a real terminal; half of the lives are typed as a person does, half at once.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.killed import FLOOD, PERSON, Recorder
from tests.terminal import minutes, settle

LIVES = 20
"""Kills in one meeting."""


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(
    tmp_path: Path, scale: Scale, seed: int, say: Say
) -> None:
    settle()
    kills, acts = Counter[str](), Counter[str]()
    lines = resumed = 0
    for n in range(scale(LIVES, 1000) // LIVES):
        folder = tmp_path / str(n)
        folder.mkdir()
        recorder = Recorder(folder, minutes(), f"{seed} {n}")
        recorder.live(LIVES)
        recorder.look()
        kills += recorder.kills
        acts += recorder.acts
        lines += len(recorder.acknowledged)
        resumed += sum(map(bool, recorder.resumed))
    counted = ", ".join(f"{name} {times}" for name, times in sorted((kills + acts).items()))
    say(f"{kills.total():,} kills ({counted}): {lines:,} lines acknowledged, 0 lost, 0 twice;")
    say(f"a half-typed line came back {resumed:,} times")
    assert lines >= kills.total() // 5  # a busy machine is killed before it has typed much
    assert resumed, "no half-typed line ever came back: the moments are not random"


@pytest.mark.parametrize("manner", [PERSON, FLOOD])
def test_a_program_that_commits_late_is_found_out(tmp_path: Path, seed: int, manner: str) -> None:
    settle()
    recorder = Recorder(tmp_path, [sys.executable, "-m", "tests.faults.late_commits"], seed, [manner])
    with pytest.raises(AssertionError, match=r"acknowledged and not in the store|came back, and"):
        recorder.live(10)
