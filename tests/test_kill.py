"""`kill -9` at any moment: what the screen acknowledged is in the store, and the next start goes on.

The real program runs in a real terminal. `TUI_MINUTES_KILLS=500` kills it more often than 20 times.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.killed import Recorder
from tests.terminal import minutes, settle

KILLS = int(os.environ.get("TUI_MINUTES_KILLS", "20"))


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    settle()
    recorder = Recorder(tmp_path, minutes(), seed=20261127)
    recorder.live(KILLS)
    recorder.look()
    assert len(recorder.acknowledged) >= KILLS // 5  # a busy machine is killed before it has typed much
    assert any(recorder.resumed), "no half-typed line ever came back: the moments are not random"


def test_a_program_that_commits_late_is_found_out(tmp_path: Path) -> None:
    settle()
    recorder = Recorder(tmp_path, [sys.executable, "-m", "tests.late_commits"], seed=20261127)
    with pytest.raises(AssertionError, match=r"acknowledged and not in the store|came back, and"):
        recorder.live(10)
