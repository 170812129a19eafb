"""`tui-minutes room`: what it refuses, in words; what it shows is in tests/test_room_window.py."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.meeting import PLAN, played
from tests.terminal import Terminal, minutes, settle
from tui_minutes.cli import FAILED, NOT_FOUND, WRONG_USAGE, main


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting that is planned."""
    settle()
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(PLAN)
    return tmp_path / "minutes.db"


def ended_with(code: int, words: str, *args: str) -> None:
    """The window ends at once, and says why where a shell goes on."""
    with Terminal(minutes("room", *args)) as room:
        assert room.ended() == code
        assert words in room.text.replace("\n", "")
        assert room.is_sane()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "newer tui-minutes"), ("zh", "更新版本的 tui-minutes")]
)
def test_a_store_of_a_newer_program_is_refused(db: Path, language: str, words: str) -> None:
    with sqlite3.connect(db) as base:
        base.execute("PRAGMA user_version = 9999")
    base.close()
    before = db.read_bytes()
    ended_with(FAILED, words, "--db", str(db), "--lang", language)
    assert db.read_bytes() == before


def test_without_a_store_there_is_nothing_to_show_and_none_is_made(tmp_path: Path) -> None:
    ended_with(FAILED, "nothing.db", "--db", str(tmp_path / "nothing.db"))
    assert not (tmp_path / "nothing.db").exists()


def test_a_meeting_that_does_not_exist_is_named(db: Path) -> None:
    ended_with(NOT_FOUND, "M-2026-999", "M-2026-999", "--db", str(db))


def test_a_window_needs_a_terminal(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["room", "--db", str(db)]) == WRONG_USAGE
    assert "terminal" in capsys.readouterr().err


def test_a_level_is_one_of_four(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["room", "--level", "top", "--db", str(db)])
    assert "internal" in capsys.readouterr().err
