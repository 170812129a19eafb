"""The recorder's program and the window for the room, each a process in a terminal of its own."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played, played
from tests.running import resume, running_meeting
from tests.terminal import CTRL_Q, Terminal, minutes, settle
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem

F9, ESCAPE = "\x1b[20~", "\x1b"


@contextmanager
def window(db: Path, *args: str) -> Iterator[Terminal]:
    """The window on a store, in English, as large as a small projector has it."""
    with Terminal(minutes("room", *args, "--db", str(db), "--lang", "en"), (80, 24)) as room:
        yield room


@contextmanager
def recording(db: Path) -> Iterator[Terminal]:
    """The program, with the meeting resumed."""
    with Terminal(minutes("--db", str(db))) as recorder:
        resume(recorder)
        yield recorder


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting in session."""
    return running_meeting(tmp_path)


def test_what_is_entered_is_shown_and_what_is_typed_is_not(db: Path) -> None:
    with recording(db) as recorder, window(db) as room:
        room.wait_for("Item 1 of 3")
        recorder.send("周岚：预算谁也别说\r")
        recorder.wait_for("Line 1 saved")
        recorder.send("+ 采用靠门的展位\r")
        room.wait_for("D-001  采用靠门的展位")
        recorder.send("- 只是草稿的一句话")
        recorder.wait_for("只是草稿的一句话")
        room.watch(2)
        recorder.send("\r")
        recorder.wait_for("A-001")
        seen = room.raw.decode()
        room.wait_for("A-001  只是草稿的一句话")
    assert "采用靠门的展位" in seen, "the watch sees nothing"
    assert "草稿" not in seen
    assert "预算谁也别说" not in room.raw.decode()


def test_the_wall_shows_what_the_recorder_reads_out(db: Path) -> None:
    with recording(db) as recorder, window(db) as room:
        for nth, text in enumerate(("采用靠门的展位", "三月开展", "海报由设计部出")):
            recorder.send(f"+ {text}\r")
            recorder.wait_for(f"D-00{nth + 1}")
        recorder.send(F9)
        recorder.wait_for("(?i)readback")
        recorder.send("\r")
        room.wait_for("1 of 3  ·  Decision D-001")
        recorder.send("j")
        room.wait_for("2 of 3  ·  Decision D-002")
        recorder.send("j")
        room.wait_for("3 of 3  ·  Decision D-003")
        recorder.send("y")
        room.wait_for("Confirmed 1 / 3")
        beside = db.with_name("minutes.db.room")
        assert beside.stat().st_mode & 0o777 == 0o600
        recorder.send(CTRL_Q)
        recorder.ended()
        assert not beside.exists()


def test_a_killed_recorder_leaves_the_window_well(db: Path) -> None:
    with recording(db) as recorder, window(db) as room:
        room.wait_for("Item 1 of 3")
        recorder.kill(signal.SIGKILL)
        room.watch(2)
        assert room.program.poll() is None
        assert "展 位 选 择" in room.text
        with recording(db) as again:
            again.send("+ 再来一次\r")
            room.wait_for("D-001  再来一次")
        room.send("q")
        assert room.ended() == 0
        assert room.is_sane()


def test_the_window_leaves_the_log_to_the_recorder(db: Path) -> None:
    with window(db) as room:
        room.wait_for("Item 1 of 3")
        with played(db) as meeting:
            assert meeting.store.checkpoints.take()
        assert room.program.poll() is None


SECRETS = ("朱雀收购案", "青龙预算", "Kestrel", "白虎裁员")


def secret_meeting(meeting: Played) -> None:
    """A meeting with a secret item, and what was decided for it."""
    meeting.now = datetime.now(UTC) - timedelta(minutes=10)
    items = (PlanItem("朱雀收购案", 10, level=Level.SECRET), PlanItem("物料清单", 20))
    meeting.plan(replace(PLAN, agenda=items)).begin()
    meeting.say("+ 青龙预算砍半")
    meeting.say("- 准备 Kestrel 合同 @韩磊")


@pytest.mark.parametrize(("level", "covered"), [("", True), ("internal", True), ("secret", False)])
def test_what_is_above_the_level_never_reaches_the_wall(tmp_path: Path, level: str, covered: bool) -> None:
    settle()
    db = tmp_path / "minutes.db"
    with played(db) as meeting:
        secret_meeting(meeting)
        with window(db, *(["--level", level] if level else [])) as room:
            room.wait_for("A-001")
            meeting.read_back()
            room.wait_for("Signatures")
            meeting.seal()
            room.wait_for("Signed and sealed")
            written = room.raw.decode()
    assert [word for word in SECRETS[:3] if word in written.replace(" ", "")] == (
        [] if covered else list(SECRETS[:3])
    )


def test_a_secret_meeting_that_comes_by_itself_is_a_number_only(tmp_path: Path) -> None:
    settle()
    db = tmp_path / "minutes.db"
    with played(db) as meeting, window(db) as room:
        room.wait_for("No meeting is in session")
        meeting.now = datetime.now(UTC) - timedelta(minutes=10)
        meeting.plan(replace(PLAN, title="朱雀收购案", goal="白虎裁员", level=Level.SECRET)).begin()
        meeting.say("+ 青龙预算砍半")
        room.wait_for("M-2026-001")
        room.watch(1)
        written = room.raw.decode().replace(" ", "")
        assert not [word for word in SECRETS if word in written]
        assert "周岚" not in written
