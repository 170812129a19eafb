"""A store of an earlier version becomes one of this version wholly, after a backup, or stays what it was."""

from __future__ import annotations

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.conftest import Say, Scale
from tests.meeting import START
from tests.terminal import ROOT
from tui_minutes.domain.command import Command
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import moves
from tui_minutes.services.verification import verify
from tui_minutes.store import backups, opening
from tui_minutes.store.contents import reader
from tui_minutes.store.copying import unpack
from tui_minutes.store.store import Store

CASES = Path(__file__).parents[1] / "cases"
MADE_ANEW = {"schema_migration", "setting", "tracked", "tally"}
"""Tables that say how the store was made, or are made from others; so is the index of words."""

Held = dict[str, list[tuple[object, ...]]]

each_version = pytest.mark.parametrize("version", range(1, opening.SCHEMA_VERSION + 1), ids="v{}".format)
each_earlier = pytest.mark.parametrize("version", range(1, opening.SCHEMA_VERSION), ids="v{}".format)


def left_by(version: int, folder: Path) -> Path:
    """A store that a program of that version has left."""
    path = folder / "minutes.db"
    path.write_bytes(gzip.decompress((CASES / f"store_v{version}.db.gz").read_bytes()))
    return path


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of each table that holds something of its own."""
    with reader(path) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        own = (name for name in names if name not in MADE_ANEW and not name.startswith(("search", "sqlite")))
        return {name: [row[1] for row in base.execute(f"PRAGMA table_info({name})")] for name in own}


def held(path: Path, in_columns: dict[str, list[str]]) -> Held:
    """All rows, in these columns of these tables."""
    with reader(path) as base:
        return {
            table: sorted(base.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(), key=repr)
            for table, names in in_columns.items()
        }


def version_of(path: Path) -> int:
    with reader(path) as base:
        return int(base.execute("PRAGMA user_version").fetchone()[0])


@each_version
def test_nothing_of_it_is_lost_and_it_goes_on(tmp_path: Path, version: int) -> None:
    path = left_by(version, tmp_path)
    shape = columns(path)
    before = held(path, shape)
    store = Store.open(path)
    found = store.page(Filter(words=("A-001",)), "number", START + timedelta(days=30)).rows
    uid = found[0].outcome.uid
    history = store.history(uid)
    store.close()
    assert held(path, shape) == before
    store = Store.open(path)
    moves.move(
        store, Command.new(START + timedelta(days=31), "韩磊", "小林"), uid, Act.NOTE, Given(note="还在做")
    )
    assert len(store.history(uid)) == len(history) + 1
    assert store.disagreements() == []
    assert verify(store).findings == ()
    store.close()


@each_earlier
def test_it_is_backed_up_first(tmp_path: Path, version: int) -> None:
    path = left_by(version, tmp_path)
    before = held(path, columns(path))
    Store.open(path).close()
    assert version_of(path) == opening.SCHEMA_VERSION
    [backup] = backups.kept(path)
    unpack(backup.path, tmp_path / "old.db")
    assert version_of(tmp_path / "old.db") == version
    assert held(tmp_path / "old.db", columns(tmp_path / "old.db")) == before
    Store.open(tmp_path / "old.db").close()


@each_earlier
def test_without_a_backup_it_stays_what_it_was(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = left_by(version, tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(backups, "ROOM", 2**62)
    with pytest.raises(Refused, match="upgrade_needs_backup"):
        Store.open(path)
    assert version_of(path) == version
    assert path.read_bytes()[100:] == before[100:]


@each_earlier
def test_an_upgrade_that_is_killed_leaves_the_old_store(
    tmp_path: Path, version: int, scale: Scale, say: Say
) -> None:
    steps = upgraded(left_by(version, tmp_path), killed_at=0)
    assert steps > 20
    chosen = range(1, steps + 1, max(1, steps // scale(4, steps)))
    for step in chosen:
        path = left_by(version, tmp_path)
        before = held(path, columns(path))
        assert upgraded(path, killed_at=step) == -signal.SIGKILL
        assert version_of(path) == version
        assert held(path, columns(path)) == before
        Store.open(path).close()
    say(f"killed at {len(chosen)} of the {steps} statements of an upgrade; each left the old store")


def upgraded(path: Path, killed_at: int) -> int:
    """Upgrade by a process that is killed before one of its statements: how it ended.

    With `killed_at` 0 it is left alone: the number of statements.
    """
    for beside in path.parent.glob("minutes.db-*"):
        beside.unlink()
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from peewee import SqliteDatabase\n"
        "from tui_minutes.store import opening\n"
        "run, count = SqliteDatabase.execute_sql, 0\n"
        "def counted(self, *args):\n"
        "    global count\n"
        "    count += 1\n"
        f"    if count == {killed_at}:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return run(self, *args)\n"
        "database = opening.connect(Path(sys.argv[1]), 100)\n"
        "SqliteDatabase.execute_sql = counted\n"
        "opening.migrate(database)\n"
        "print(count)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True, text=True, cwd=ROOT, env=os.environ, check=False,
    )  # fmt: skip
    return int(ran.stdout) if killed_at == 0 else ran.returncode


def test_an_upgrade_in_two_transactions_would_be_seen(tmp_path: Path) -> None:
    """The control: half an upgrade that was kept is not the old store."""
    path = left_by(1, tmp_path)
    before = columns(path)
    with sqlite3.connect(path) as base:
        base.execute("ALTER TABLE meeting ADD COLUMN light INTEGER")
    base.close()
    assert columns(path) != before


def test_each_published_schema_has_left_a_store() -> None:
    kept = {path.name for path in CASES.glob("store_v*.db.gz")}
    assert kept == {f"store_v{version}.db.gz" for version in range(1, opening.SCHEMA_VERSION + 1)}
    assert len(list(opening.MIGRATIONS.glob("0*.py"))) == opening.SCHEMA_VERSION


@each_version
def test_each_of_them_is_of_its_version(tmp_path: Path, version: int) -> None:
    assert version_of(left_by(version, tmp_path)) == version


def test_a_store_made_today_has_the_tables_of_the_newest_of_them(tmp_path: Path) -> None:
    """A migration that was changed after its store was kept: the store is to be made again."""
    old = columns(left_by(opening.SCHEMA_VERSION, tmp_path))
    Store.open(tmp_path / "new.db").close()
    assert columns(tmp_path / "new.db") == old
