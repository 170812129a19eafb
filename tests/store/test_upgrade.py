"""A store of the first version becomes one of this version wholly, or stays what it was."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from tests.meeting import START
from tui_minutes.domain.command import Command
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import moves
from tui_minutes.services.verification import verify
from tui_minutes.store import opening
from tui_minutes.store.store import Store

OLD = Path(__file__).parents[1] / "cases" / "store_v1.db.gz"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that a program of the first version has left."""
    path = tmp_path / "minutes.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables of the first version, in the columns that it had, but for how it was made."""
    base = sqlite3.connect(path)
    old = sqlite3.connect(":memory:")
    old.deserialize(gzip.decompress(OLD.read_bytes()))
    tables = [name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in sorted({*tables} - {"schema_migration", "setting"}):
        columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA table_info({table})"))
        found[table] = sorted(base.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)
    old.close()
    base.close()
    return found


def test_nothing_of_an_old_store_is_lost_and_it_goes_on(path: Path) -> None:
    before = held(path)
    store = Store.open(path)
    found = store.page(Filter(words=("A-001",)), "number", START + timedelta(days=30)).rows
    uid = found[0].outcome.uid
    history = store.history(uid)
    store.close()
    assert held(path) == before
    store = Store.open(path)
    command = Command.new(START + timedelta(days=31), "韩磊", "小林")
    moves.move(store, command, uid, Act.NOTE, Given(note="还在做"))
    assert len(store.history(uid)) == len(history) + 1
    assert store.disagreements() == []
    assert verify(store).findings == ()
    store.close()


def test_an_upgrade_that_fails_leaves_the_old_store(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(path)
    broken = tmp_path / "migrations"
    shutil.copytree(opening.MIGRATIONS, broken)
    second = next(broken.glob("0002*.py"))
    second.write_text(
        second.read_text("utf-8").replace("_make_tables(db)\n", "db.execute_sql('no SQL')\n", 1)
    )
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(opening, "MIGRATIONS", broken)
        with pytest.raises(Refused, match="store_failed"):
            Store.open(path)
    assert held(path) == before
    Store.open(path).close()
