"""A store that cannot be used: a clear sentence on stderr, exit 1, and the file as it was."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.meeting import played
from tests.terminal import Terminal, minutes, settle
from tui_minutes.store import opening

COMMANDS = (("list",), ("ledger", "--json"), ("verify",), ("show", "M-2026-001"))


def read_only(path: Path) -> None:
    path.chmod(0o444)


def foreign(path: Path) -> None:
    path.write_text("minutes of the parish council, 1874\n" * 40)


def foreign_database(path: Path) -> None:
    path.unlink()
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE meeting (title TEXT)")
    base.close()


def newer(path: Path) -> None:
    base = sqlite3.connect(path)
    base.execute("PRAGMA user_version = 9999")
    base.close()


def damaged(path: Path) -> None:
    """An inner page is overwritten: the file opens, and a reader would find nonsense."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 2048] = b"\xff" * 2048
    path.write_bytes(bytes(content))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


SPOILT: dict[Callable[[Path], None], tuple[str, str]] = {
    read_only: ("cannot be written", "不可写"),
    foreign: ("is not a tui-minutes store", "不是 tui-minutes 的数据文件"),
    foreign_database: ("is not a tui-minutes store", "不是 tui-minutes 的数据文件"),
    newer: ("newer tui-minutes", "更新版本的 tui-minutes"),
    damaged: ("is damaged", "已损坏"),
    cut_short: ("is damaged", "已损坏"),
}
each_spoilt = pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with a meeting and a hundred lines in it."""
    place = tmp_path_factory.mktemp("sound") / "minutes.db"
    with played(place) as meeting:
        meeting.plan().begin()
        for number in range(100):
            meeting.say(f"备注：第 {number} 条，{'很长的一行' * 10}")
    return place.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    """A copy of it."""
    settle()
    place = tmp_path / "minutes.db"
    place.write_bytes(sound)
    return place


def run(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        minutes("--db", str(path), *arguments), capture_output=True, text=True, env=os.environ, check=False
    )


@each_spoilt
def test_the_commands_refuse_it_and_leave_it_alone(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    before = path.read_bytes()
    for command in COMMANDS:
        ran = run(path, *command)
        assert (ran.returncode, ran.stdout) == (1, ""), command
        assert SPOILT[spoil][0] in ran.stderr
        assert str(path) in ran.stderr
        assert ran.stderr.count("\n") == 1
    assert path.read_bytes() == before


@each_spoilt
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_program_refuses_it_in_both_languages(
    path: Path, spoil: Callable[[Path], None], language: str
) -> None:
    spoil(path)
    before = path.read_bytes()
    with Terminal(minutes("--db", str(path), "--lang", language), (300, 24)) as terminal:
        assert terminal.ended() == 1
        assert SPOILT[spoil][language == "zh"] in terminal.text
        assert b"\x1b[?1049h" not in terminal.raw, "the screen was taken before the store was looked at"
    assert path.read_bytes() == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_large_store_is_shown_at_once_and_refused_when_it_turns_out_to_be_damaged(
    path: Path, language: str
) -> None:
    run(path, "ledger")  # judged by today's rules: to open it writes nothing
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE ballast AS SELECT zeroblob(?) AS content", [opening.LARGE])
    base.close()
    damaged(path)
    before = path.read_bytes()
    with Terminal(minutes("--db", str(path), "--lang", language), (300, 24)) as terminal:
        assert terminal.ended() == 1
        assert SPOILT[damaged][language == "zh"] in terminal.text
        assert "Traceback" not in terminal.text
        assert b"\x1b[?1049h" in terminal.raw
        assert terminal.is_sane()
    assert path.read_bytes() == before
    assert SPOILT[damaged][0] in run(path, "list").stderr


@pytest.mark.parametrize(("language", "words"), [("en", "There is no store at"), ("zh", "处没有数据文件")])
def test_a_missing_store_is_not_made_by_a_command(tmp_path: Path, language: str, words: str) -> None:
    for command in COMMANDS:
        ran = run(tmp_path / "none.db", "--lang", language, *command)
        assert (ran.returncode, ran.stdout) == (1, "")
        assert re.search(words, ran.stderr)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_not_made_by_the_program(tmp_path: Path) -> None:
    settle()
    with Terminal(minutes("--db", str(tmp_path / "none" / "minutes.db")), (300, 24)) as terminal:
        assert terminal.ended() == 1
        assert "There is no folder" in terminal.text
    assert list(tmp_path.iterdir()) == []
