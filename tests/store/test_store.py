"""Opening a store: ours is opened, anything else is refused in words and left as it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from peewee import SqliteDatabase
from playhouse.schema_diff import diff_models

from tests.meeting import Played
from tests.statements import plan, statements
from tui_minutes.domain.meeting import OVER, Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.store.connection import TYPING_MS
from tui_minutes.store.store import Store
from tui_minutes.store.tables import TABLES, MeetingRow


def refused(path: Path, create: bool = True) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Refused) as caught:
        Store.open(path, create=create)
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value.code


def test_the_migrations_make_exactly_the_tables(meeting: Played) -> None:
    assert not diff_models(meeting.store.database, TABLES)


def test_a_store_keeps_its_uid_and_what_was_written(meeting: Played) -> None:
    meeting.plan()
    uid, path = meeting.store.uid, meeting.store.path
    meeting.store.close()
    again = Store.open(path, create=False)
    assert (again.uid, again.record(meeting.uid).meeting.title) == (uid, "春季展会筹备会")
    again.close()


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a store, but long enough to look at", "utf-8")
    assert refused(text) == "store_foreign"
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as base:
        base.execute("CREATE TABLE birds (name TEXT)")
    base.close()
    assert refused(other) == "store_foreign"
    assert refused(tmp_path) == "store_foreign"
    assert refused(tmp_path / "nowhere" / "x.db") == "store_no_folder"
    assert refused(tmp_path / "missing.db", create=False) == "store_missing"


def test_a_newer_store_is_refused(meeting: Played) -> None:
    meeting.store.database.pragma("user_version", 99)
    path = meeting.store.path
    meeting.store.close()
    assert refused(path) == "store_newer"


def test_a_read_only_store_is_refused(meeting: Played) -> None:
    path = meeting.store.path
    meeting.store.close()
    path.chmod(0o444)
    assert refused(path) == "store_read_only"


def test_a_damaged_page_is_found(meeting: Played) -> None:
    meeting.plan().begin()
    for number in range(20):
        meeting.say(f"备注：第 {number} 条，{'很长的一行' * 100}")
    path = meeting.store.path
    meeting.store.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 2048] = b"\xff" * 2048
    path.write_bytes(bytes(content))
    assert refused(path) == "store_damaged"


def test_a_store_that_is_looked_through_stays_locked_against_what_nobody_may_do_meanwhile(
    meeting: Played,
) -> None:
    """POSIX: a process that closes a file gives up all its locks on it, SQLite's own among them."""
    change = "import sqlite3, sys; sqlite3.connect(sys.argv[1], 0).execute('PRAGMA journal_mode = DELETE')"
    meeting.store.look_through()
    other = [sys.executable, "-c", change, str(meeting.store.path)]
    told = subprocess.run(other, capture_output=True, text=True, check=False)
    assert "database is locked" in told.stderr


def test_every_commit_is_synced(meeting: Played) -> None:
    assert isinstance(meeting.store.database, SqliteDatabase)
    pragma = meeting.store.database.pragma
    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)


def test_only_one_connection_checkpoints(meeting: Played, tmp_path: Path) -> None:
    meeting.plan()
    assert meeting.store.database.pragma("wal_autocheckpoint") > 0
    second = Store.open(meeting.store.path)
    with second.transaction():
        pass
    assert second.database.pragma("wal_autocheckpoint") == 0
    second.close()


def test_another_writer_is_a_refusal_not_a_wait(meeting: Played) -> None:
    other = sqlite3.connect(meeting.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    meeting.store.wait_at_most(TYPING_MS)
    with pytest.raises(Refused, match="store_busy"):
        meeting.plan()
    other.execute("ROLLBACK")
    other.close()
    meeting.plan()
    assert meeting.store.meetings()


def test_a_commit_of_another_connection_is_noticed(meeting: Played) -> None:
    meeting.store.changed_elsewhere()
    meeting.plan()
    assert not meeting.store.changed_elsewhere()
    other = sqlite3.connect(meeting.store.path)
    with other:
        other.execute("UPDATE meeting SET place = 'x'")
    other.close()
    assert meeting.store.changed_elsewhere()
    assert not meeting.store.changed_elsewhere()


def test_a_path_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="store_unreadable"):
        Store.open(tmp_path / ("x" * 300))


def test_what_home_asks_of_minutes_that_wait_takes_as_many_statements_for_many_as_for_one(
    meeting: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        meeting.plan().begin()
        meeting.say("- 付定金 @韩磊 截止12月4日")
        meeting.read_back().seal()
    signed = [one for one in meeting.store.meetings() if one.phase is Phase.SIGNED]
    costs = []
    for some in (signed[:1], signed):
        with statements(meeting.store) as asked:
            told = meeting.store.with_signatures(some)
        costs.append(len(asked))
        whole = [meeting.store.record(one.uid) for one in some]
        assert [(one.people, one.confirmations) for one in told] == [
            (one.people, one.confirmations) for one in whole
        ]
        assert all(one.people and one.confirmations for one in told)
    assert len(signed) == 3
    assert costs[0] == costs[1]


def test_meetings_that_are_not_over_are_found_without_going_through_those_that_are(meeting: Played) -> None:
    for phase in Phase:
        meeting.plan()
        MeetingRow.update(phase=phase).where(MeetingRow.uid == meeting.uid).execute()
    with statements(meeting.store) as asked:
        found = meeting.store.meetings(2)
    phases = [one.phase for one in found]
    assert sorted(phase for phase in phases if phase not in OVER) == sorted(set(Phase) - set(OVER))
    assert len([phase for phase in phases if phase in OVER]) == 2
    steps = {step for one in asked if '"meeting"' in one for step in plan(meeting.store, one)}
    assert [step for step in steps if step.startswith("SCAN t") or "rowid>" in step] == []
