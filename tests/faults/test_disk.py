"""The disk fails in a meeting: what was typed stays in sight and in a file, and is written once, later."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults import FULL
from tests.faults.bad_disks import KINDS, TURNED, BadDisk
from tests.faults.held_out import (
    ESCAPE,
    FIRST,
    HALF,
    SECOND,
    THIRD,
    WAITS,
    enter,
    entered,
    hold_out,
    home,
    kept,
    meeting_on,
    recording,
    until,
)
from tests.meeting import PLAN
from tests.terminal import CTRL_Q, ROOT, Terminal, minutes

TOLD = {
    "limited": ("the disk is full", "磁盘已满"),
    "full": ("the disk is full", "磁盘已满"),
    "write": ("the disk reports an error", "磁盘报告错误"),
    "sync": ("the disk reports an error", "磁盘报告错误"),
    "read-only": ("the disk can only be read", "磁盘只能读取"),
    TURNED: ("the disk can only be read", "磁盘只能读取"),
    "no space": ("the disk is full", "磁盘已满"),
}
CTRL_T = "\x14"
LOST = "is not in sight|there is one file"
CARELESS = [sys.executable, "-m", "tests.faults.careless"]

IS_FULL_RUN = bool(os.environ.get(FULL))
EACH = [(kind, language) for kind in KINDS for language in ("en", "zh")]
QUICK = [("full", "zh"), ("sync", "en")]


def look_into(path: Path) -> None:
    """The file is its owner's, and says in order when, where and what."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    held = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [one["typed"] for one in held] == [SECOND, THIRD, ""]
    assert all(one["meeting"].endswith(PLAN.title) for one in held)
    assert [one["at"] for one in held] == sorted(one["at"] for one in held)


def all_there(folder: Path) -> None:
    """Every line is in the store once, in its order, and the break that a key began."""
    stored = entered(folder)
    assert stored[:3] == [FIRST, SECOND, THIRD]
    assert len(stored) == 4, stored


@pytest.mark.parametrize(("kind", "language"), EACH if IS_FULL_RUN else QUICK)
def test_all_that_was_entered_is_written_once_when_the_disk_is_back(
    tmp_path: Path, kind: str, language: str
) -> None:
    with meeting_on(kind, tmp_path) as bad, recording(bad, language=language) as terminal:
        look_into(hold_out(bad, terminal, TOLD[kind][language == "zh"], home()))
        bad.recover(terminal.program.pid)
        until(terminal, lambda: not kept(bad.folder, home()), "the end of the file")
        until(terminal, lambda: not re.search(WAITS, terminal.text), "a screen where nothing waits")
        assert HALF in terminal.text
        all_there(bad.folder)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize("kind", (*KINDS, TURNED) if IS_FULL_RUN else ["no space"])
def test_what_was_not_saved_at_the_end_is_offered_by_the_next_start(tmp_path: Path, kind: str) -> None:
    with meeting_on(kind, tmp_path) as bad:
        leave_and_come_back(bad, told=TOLD[kind][0])
        with recording(bad) as terminal:  # nothing is offered again
            terminal.wait_for(f"│ \\{HALF}")


def leave_and_come_back(bad: BadDisk, program: Sequence[str] = (), told: str = "Not saved yet") -> None:
    """Quit while the disk is bad; once it is back, take in what was left, twice if that can be."""
    with recording(bad, program) as terminal:
        path = hold_out(bad, terminal, told, home())
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert path.name in re.sub(r"\s", "", terminal.text), "it is said where the lines are"
        bad.recover(terminal.program.pid)
    left = path.read_bytes()
    take_in(bad, program)
    all_there(bad.folder)
    assert not kept(bad.folder, home())
    path.write_bytes(left)  # as if the program had been killed right after saving
    take_in(bad, program)
    all_there(bad.folder)


def take_in(bad: BadDisk, program: Sequence[str] = ()) -> None:
    """Start again, and say yes to what is offered."""
    argv = [*(program or minutes()), "--db", str(bad.folder / "minutes.db")]
    with Terminal(argv, (160, 34), PYTHONPATH=str(ROOT), **bad.env) as terminal:
        terminal.wait_for("3 things were not saved last time")
        terminal.wait_for(f"{SECOND}[^@]*{THIRD}")
        terminal.send("\r")
        terminal.wait_for("3 things saved")
        until(terminal, lambda: not kept(bad.folder, home()), "the end of the file")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


@pytest.mark.parametrize(("kind", "language"), EACH if IS_FULL_RUN else [("full", "en"), ("read-only", "zh")])
def test_a_store_on_a_bad_disk_is_not_called_damaged(tmp_path: Path, kind: str, language: str) -> None:
    with meeting_on(kind, tmp_path) as bad:
        bad.go_bad(os.getpid())
        try:
            shown = subprocess.run(
                minutes("--db", str(bad.folder / "minutes.db"), "--lang", language, "show", "M-2026-001"),
                env={**os.environ, **bad.env}, capture_output=True, text=True, check=False,
            )  # fmt: skip
        finally:
            bad.recover(os.getpid())
        assert shown.returncode == 1
        assert TOLD[kind][language == "zh"] in shown.stderr
        assert shown.stderr.count("\n") == 1
        assert not re.search("damaged|损坏", shown.stderr)


def test_when_nothing_can_be_kept_anywhere_that_is_said_and_leaving_asks(tmp_path: Path) -> None:
    with meeting_on("limited", tmp_path) as bad, recording(bad) as terminal:
        resource.prlimit(terminal.program.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        enter(terminal, FIRST, "nor kept anywhere else: leave the program open")
        terminal.send(CTRL_Q)
        terminal.wait_for("Leave, and lose it?")
        terminal.send(ESCAPE)
        bad.recover(terminal.program.pid)
        terminal.wait_for("Line 1 saved")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert entered(bad.folder) == [FIRST]


@pytest.mark.parametrize(("language", "words"), [("en", "the disk is full"), ("zh", "磁盘已满")])
def test_documents_and_settings_that_cannot_be_written_are_told_in_words(
    tmp_path: Path, language: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with meeting_on("no space", tmp_path) as bad:
        config = shutil.copy(os.environ["TUI_MINUTES_CONFIG"], bad.folder)
        monkeypatch.setenv("TUI_MINUTES_CONFIG", str(config))
        db, document = bad.folder / "minutes.db", bad.folder / "minutes.md"
        with recording(bad, language=language) as terminal:
            bad.go_bad(terminal.program.pid)
            terminal.send(CTRL_T)
            terminal.wait_for(words)
            export = ["export", "M-2026-001", "--output", str(document)]
            exported = subprocess.run(
                minutes("--db", str(db), "--lang", language, *export),
                env={**os.environ, **bad.env}, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert exported.returncode == 1
            assert words in exported.stderr
            assert "Traceback" not in exported.stderr + terminal.text
            assert sorted(bad.folder.glob("*minutes.md*")) == []
            terminal.send(CTRL_Q)
            assert terminal.ended() == 0


@pytest.mark.parametrize("fault", ["does not try again", "keeps nothing"])
def test_a_program_that_loses_what_the_disk_refuses_is_found_out(tmp_path: Path, fault: str) -> None:
    with meeting_on("limited", tmp_path) as bad:
        bad.env["CARELESS"] = fault
        with recording(bad, CARELESS) as terminal, pytest.raises(AssertionError, match=LOST):
            hold_out(bad, terminal, "Not saved", home())


def test_a_program_that_takes_in_twice_is_found_out(tmp_path: Path) -> None:
    with meeting_on("limited", tmp_path) as bad:
        bad.env["CARELESS"] = "takes in anew"
        with pytest.raises(AssertionError, match=SECOND):
            leave_and_come_back(bad, CARELESS)
