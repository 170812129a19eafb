"""Standups on the command line: begun with a terminal, listed, shown and exported without one (T9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meeting import played
from tui_minutes.cli import DONE, WRONG_USAGE, main
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import moves, standup_rounds, standups
from tui_minutes.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a sealed meeting and a standup in which something was noted."""
    with played(tmp_path / "minutes.db") as team:
        team.plan().begin()
        team.say("- 付定金 @韩磊 截止12月4日 -> 回单")
        team.read_back().seal()
        uid = standups.begin(team.store, team.command(), Grouping.OWNER, "Asia/Shanghai")
        one = team.in_ledger("A-001")
        moves.move(team.store, team.command("韩磊"), one.uid, Act.NOTE, Given(note="合同[/]已回传"))
        standups.end(team.store, team.command(), uid)
    return tmp_path / "minutes.db"


def test_a_standup_that_was_held_is_listed_shown_and_exported(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(path), "list"]) == DONE
    listed = capsys.readouterr().out
    assert "standup" in listed
    assert "held" in listed
    assert main(["--db", str(path), "show", "M-2026-002"]) == DONE
    assert "合同[/]已回传" in capsys.readouterr().out
    assert main(["--db", str(path), "export", "M-2026-002"]) == DONE
    text = capsys.readouterr().out
    assert text.startswith("# Summary: Standup")
    assert "A-001" in text
    assert main(["--db", str(path), "export", "M-2026-002", "--format", "json"]) == DONE
    assert '"kind": "standup"' in capsys.readouterr().out


def test_without_a_terminal_no_standup_is_begun(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(path), "standup", "--by", "meeting", "--seconds", "60"]) == WRONG_USAGE
    assert "terminal" in capsys.readouterr().err
    store = Store.open(path)
    assert standup_rounds.running(store) is None
    store.close()
