"""`tui-minutes resume`: straight into the meeting in progress."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meeting import played
from tui_minutes import terminal
from tui_minutes.app import MinutesApp
from tui_minutes.cli import DONE, NOT_FOUND, WRONG_USAGE, main
from tui_minutes.services import session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The meetings that the program began with, "" for Home."""
    begun: list[str] = []
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setattr(MinutesApp, "run", lambda app: begun.append(app.first))
    return begun


def begun(path: Path, meetings: int) -> list[str]:
    """The store at `path` gets so many meetings in session beside a planned one; their uids."""
    with played(path) as play:
        uids = [play.plan().begin().uid for _ in range(meetings)]
        play.plan()
    return uids


def test_the_one_meeting_in_progress_is_gone_on_with(path: Path, shown: list[str]) -> None:
    uids = begun(path, 1)
    assert main(["--db", str(path), "resume"]) == DONE
    assert shown == uids


def test_a_meeting_that_is_read_back_is_in_progress_too(path: Path, shown: list[str]) -> None:
    (uid,) = begun(path, 1)
    with played(path) as play:
        session.to_readback(play.store, play.command(), uid)
    assert main(["--db", str(path), "resume"]) == DONE
    assert shown == [uid]


@pytest.mark.parametrize("meetings", [0, 2])
def test_where_it_is_not_plain_which_one_is_meant_home_is_shown(
    path: Path, shown: list[str], meetings: int
) -> None:
    begun(path, meetings)
    assert main(["--db", str(path), "resume"]) == DONE
    assert shown == [""]


def test_a_meeting_can_be_named(path: Path, shown: list[str]) -> None:
    _, second = begun(path, 2)
    assert main(["--db", str(path), "resume", "m-2026-002"]) == DONE
    assert shown == [second]


def test_a_number_that_is_not_there_is_refused(
    path: Path, shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    begun(path, 1)
    assert main(["--db", str(path), "resume", "M-2026-009"]) == NOT_FOUND
    assert "M-2026-009" in capsys.readouterr().err
    assert shown == []


def test_without_a_terminal_nothing_is_opened(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(path), "resume"]) == WRONG_USAGE
    assert "terminal" in capsys.readouterr().err
    assert not path.exists()
