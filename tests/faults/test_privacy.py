"""What people write stays theirs: files are private, faults tell none of it, screens show what they may."""

from __future__ import annotations

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.faulty import TRIPS
from tests.meeting import PLAN, played
from tests.terminal import Terminal, minutes, settle

FAULTY = [sys.executable, "-m", "tests.faults.faulty"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting in session."""
    settle()
    path = tmp_path / "minutes.db"
    with played(path) as meeting:
        meeting.now = datetime.now(UTC) - timedelta(minutes=10)
        meeting.plan(PLAN).begin()
    return path


def in_session(db: Path, program: list[str], language: str = "en") -> Terminal:
    """The program, with the meeting resumed."""
    terminal = Terminal([*program, "--db", str(db), "--lang", language])
    terminal.wait_for(PLAN.title)
    terminal.send("\r")
    terminal.wait_for("─ (Record|记录) ")
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
