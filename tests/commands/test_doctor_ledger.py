"""`doctor` finds a ledger or tallies that say something else than the record, and makes them again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.meeting import played
from tui_minutes.cli import DONE, FAILED, main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with an action that is agreed."""
    with played(tmp_path / "minutes.db") as team:
        team.plan().begin()
        team.say("- 付定金 @韩磊 截止12月4日 -> 回单")
        team.read_back().seal()
    return tmp_path / "minutes.db"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("UPDATE tally SET n = n + 1", "The counts of the ledger"),
        ("UPDATE tracked SET owner = '周岚'", "A-001"),
        ("DELETE FROM tracked", "A-001"),
        ("UPDATE search SET words = 'x'", "A-001"),
    ],
)
def test_what_is_out_of_step_is_named_and_mended(
    path: Path, capsys: pytest.CaptureFixture[str], wrong: str, words: str
) -> None:
    assert main(["--db", str(path), "doctor"]) == DONE
    base = sqlite3.connect(path)
    base.execute(wrong)
    base.commit()
    base.close()
    capsys.readouterr()
    assert main(["--db", str(path), "doctor"]) == FAILED
    assert words in capsys.readouterr().out
    assert main(["--db", str(path), "doctor", "--rebuild"]) == DONE
    assert main(["--db", str(path), "doctor"]) == DONE
