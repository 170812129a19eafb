"""The store's file is deleted, moved or replaced while a program has it open: nothing goes into the void."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.held_out import kept, until
from tests.running import resume, running_meeting
from tests.terminal import CTRL_Q, Terminal, minutes
from tui_minutes.store.store import Store

SAID = "the store's file was deleted, moved or replaced"
ASIDE = "aside.db"


def move(db: Path) -> None:
    """It lies somewhere else for a while."""
    db.rename(db.with_name(ASIDE))


def replace(db: Path) -> None:
    """A copy takes its place, as programs do that keep folders alike."""
    shutil.copy(db, db.with_name("copy.db"))
    move(db)
    db.with_name("copy.db").rename(db)


def lines(db: Path) -> list[str]:
    """What was taken down."""
    store = Store.open(db)
    try:
        return [entry.raw for entry in store.record(store.meetings()[0].uid).entries]
    finally:
        store.close()


@pytest.mark.parametrize("vanish", [move, replace])
def test_what_is_typed_waits_for_the_file_to_come_back(
    tmp_path: Path, vanish: Callable[[Path], None]
) -> None:
    db = running_meeting(tmp_path)
    with Terminal(minutes("--db", str(db)), (160, 34)) as terminal:
        resume(terminal)
        terminal.send("first\r")
        terminal.wait_for("Line 1 saved")
        vanish(db)
        terminal.send("second\r")
        terminal.wait_for(f"Not saved yet, {SAID}")
        terminal.wait_for("not saved yet: second")
        [file] = kept(tmp_path)
        assert "second" in file.read_text("utf-8")
        db.with_name(ASIDE).replace(db)
        until(terminal, lambda: not kept(tmp_path), "the end of the file")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert lines(db) == ["first", "second"]


def test_what_is_typed_after_a_deletion_is_kept_and_said_at_the_end(tmp_path: Path) -> None:
    db = running_meeting(tmp_path)
    with Terminal(minutes("--db", str(db)), (160, 34)) as terminal:
        resume(terminal)
        db.unlink()
        terminal.send("after it was deleted\r")
        terminal.wait_for(SAID)
        assert b" saved\x1b" not in terminal.raw
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        [file] = kept(tmp_path)
        assert file.name in "".join(terminal.text.split())
    assert "after it was deleted" in file.read_text("utf-8")
