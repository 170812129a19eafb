"""What people write stays theirs: files are private, faults tell none of it, screens show what they may."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.faulty import TRIPS
from tests.running import resume, running_meeting
from tests.terminal import CTRL_Q, Terminal, minutes, settle
from tui_minutes.cli import main

NEXT_THEME = "\x14"
FAULTY = [sys.executable, "-m", "tests.faults.faulty"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting in session."""
    return running_meeting(tmp_path)


def in_session(db: Path, program: list[str], language: str = "en") -> Terminal:
    """The program, with the meeting resumed."""
    terminal = Terminal([*program, "--db", str(db), "--lang", language])
    resume(terminal)
    return terminal


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "The program has stopped because of a fault of its own"), ("zh", "程序因自身故障而停止")],
)
def test_a_fault_is_told_in_plain_words_and_its_report_has_none_of_the_persons(
    db: Path, language: str, said: str
) -> None:
    settle(language)
    with in_session(db, FAULTY, language) as terminal:
        terminal.send(f"周岚：{TRIPS}他的是价格\r")
        assert terminal.ended() == 1
        assert terminal.is_sane()
        after = terminal.raw[terminal.raw.rindex(b"\x1b[?1049l") :].decode()
    assert said in after
    assert "Traceback" not in after
    assert TRIPS not in after
    [report] = Path.home().rglob("tui-minutes-fault-*.txt")
    assert str(report) in "".join(after.split("\r\n"))
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    text = report.read_text("utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "faulty.py" in text
    assert "tui_minutes/screens/" in text
    for own in (TRIPS, "价格", "周岚", str(Path.home()), str(db.parent)):
        assert own not in text
    with in_session(db, minutes(), language) as terminal:
        terminal.wait_for(f"│ 周岚：{TRIPS}他的是价格")


def rights(*folders: Path) -> dict[Path, int]:
    """The rights of every file and folder in some folders."""
    return {path: stat.S_IMODE(path.lstat().st_mode) for folder in folders for path in folder.rglob("*")}


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A person whose files anybody may read, unless a program says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_all_that_is_written_is_private_whatever_the_umask_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A first start, a meeting with a draft, the next theme, an export, a backup, a restore, a purge."""
    monkeypatch.delenv("TUI_MINUTES_CONFIG")
    shared, home = tmp_path / "shared", Path.home()
    shared.mkdir()
    plan = shared / "plan.toml"
    plan.write_text('title = "碰头会"\n', encoding="utf-8")
    with Terminal(minutes("start", str(plan))) as terminal:
        terminal.wait_for("碰头会")
        terminal.send(f"{NEXT_THEME}半句")
        terminal.watch(1.5)
        during = rights(home)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    during.update(rights(home))
    for command in (
        ["export", "M-2026-001", "--output", str(shared / "minutes.md")], ["backup"], ["doctor"],
        ["backup", "--to", str(shared / "copy.db")], ["restore", "--yes"], ["remind"],
        ["purge", "M-2026-001", "--reason", "over", "--yes"], ["verify"],
    ):  # fmt: skip
        main(command)
        during.update(rights(home, shared))
    names = {path.name for path in during}
    assert names >= {"minutes.db", "minutes.db-wal", "minutes.db.lock", "config.toml", "backups", "copy.db"}
    del during[plan]
    assert {str(path): oct(mode) for path, mode in during.items() if mode & 0o077} == {}


def test_doctor_names_what_others_can_read(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(db), "doctor"]) == 0
    db.chmod(0o644)
    assert main(["--db", str(db), "doctor"]) == 1
    assert f"Others can read {db}" in capsys.readouterr().out
