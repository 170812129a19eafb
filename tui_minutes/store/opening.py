"""Opening a store file safely: whatever is not a sound store of ours is refused, and left untouched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from peewee import SqliteDatabase

from tui_minutes.domain.refusal import Refused
from tui_minutes.private import make_private
from tui_minutes.store import soundness
from tui_minutes.store.failures import unreadable

APPLICATION_ID = 0x74754D31
"""Marks a SQLite file as a tui-minutes store (`PRAGMA application_id`)."""

SCHEMA_VERSION = 4
"""The number of the last migration (`PRAGMA user_version`)."""

LARGE = 32 * 2**20
"""Bytes of a store that is not looked through in a moment: a twentieth of a second."""

UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What is raised of a damaged file: what SQLite says of it may quote a name that is none any more."""

MIGRATIONS = Path(__file__).parent / "migrations"
_WRITE_BITS = 0o222
_STEPS = 100_000


def is_large(path: Path) -> bool:
    """Whether looking through the file would be waited for."""
    return path.is_file() and path.stat().st_size > LARGE


def inspect(path: Path, *, thorough: bool = True) -> bool:
    """Whether `path` is a store already (False: nothing there yet, it can be made).

    Raises Refused when it is no file of ours, of a newer program, damaged, lost, or not for us to write.
    Unless it is `thorough`, damage of inner pages is not looked for; before a migration it always is. Not
    for a store that this process has open: to close a file gives up all locks that a process has on it.
    """
    try:
        _refuse_unwritable(path)
        if not path.exists() or path.stat().st_size == 0:
            _refuse_lost(path)
            return False
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                raise Refused("store_foreign", path=str(path))
    except OSError as error:
        raise Refused("store_unreadable", path=str(path), reason=str(error)) from error
    _refuse_unsound(path, thorough)
    return True


def look_through(path: Path, stop: Callable[[], bool] | None = None) -> None:
    """Refused("store_damaged") when the store at `path`, which may be open here, has damage anywhere.

    Where `stop` says that nobody waits for it any more it ends with some Refused.
    """
    _refuse_unsound(path, thorough=True, stop=stop)


def _refuse_unwritable(path: Path) -> None:
    if path.is_dir():
        raise Refused("store_foreign", path=str(path))
    if not path.parent.is_dir():
        raise Refused("store_no_folder", path=str(path.parent))
    for place in (path, path.parent):
        if place.exists() and not (os.access(place, os.W_OK) and place.stat().st_mode & _WRITE_BITS):
            raise Refused("store_read_only", path=str(path))


def _refuse_lost(path: Path) -> None:
    """Where there are backups there was a store: a new one would look as if nothing had ever been written."""
    from tui_minutes.store.backups import folder, kept

    if kept(path):
        raise Refused("store_lost", path=str(path), folder=str(folder(path)))


def _refuse_unsound(path: Path, thorough: bool, stop: Callable[[], bool] | None = None) -> None:
    before = soundness.state(path)
    try:
        ours, version, problems = _look_inside(path, thorough, stop)
    except UNREADABLE as error:
        raise unreadable(error, path) from error
    if not ours:
        raise Refused("store_foreign", path=str(path))
    if version > SCHEMA_VERSION:
        raise Refused("store_newer", path=str(path))
    if problems:
        raise Refused("store_damaged", path=str(path), reason=" ".join(problems[0].split()))
    if thorough:
        soundness.remember(path, before)


def _look_inside(path: Path, thorough: bool, stop: Callable[[], bool] | None) -> tuple[bool, int, list[str]]:
    """Whether the file is marked as ours, its schema version, and what `quick_check` finds wrong first."""
    problems: list[str] = []
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    base.set_progress_handler(stop, _STEPS)
    try:
        ours = base.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = int(base.execute("PRAGMA user_version").fetchone()[0])
        if ours and (thorough or version < SCHEMA_VERSION):
            problems = [str(row[0]) for row in base.execute("PRAGMA quick_check(1)") if row[0] != "ok"]
    finally:
        base.close()
    return ours, version, problems


def connect(path: Path, busy_ms: int) -> SqliteDatabase:
    """An open connection: write-ahead log, every commit synced, foreign keys checked, what is deleted wiped.

    The file is private; SQLite gives those beside it the same rights. Checkpoints stay off here: only the
    process that holds the store's lock turns them on.
    """
    with suppress(OSError):  # SQLite says why there can be no file
        make_private(path)
    database = SqliteDatabase(
        str(path),
        pragmas={
            "foreign_keys": 1,
            "synchronous": "FULL",
            "busy_timeout": busy_ms,
            "wal_autocheckpoint": 0,
            "secure_delete": 1,
        },
        lock_type="IMMEDIATE",
        autoconnect=False,
    )
    database.connect()
    if database.pragma("journal_mode") != "wal":
        database.pragma("journal_mode", "wal")
    return database


def migrate(database: SqliteDatabase) -> None:
    """Bring the store to this program's schema, an older one after a backup; else it costs one pragma.

    It is upgraded wholly or not at all. Refused("upgrade_needs_backup") when there can be none.
    """
    version = database.pragma("user_version")
    if version == SCHEMA_VERSION:
        return
    from playhouse.migrations import Runner  # only when there is something to migrate

    if version:
        _back_up(Path(str(database.database)))
    with database.atomic():
        Runner(database, str(MIGRATIONS)).up()
        database.pragma("application_id", APPLICATION_ID)
        database.pragma("user_version", SCHEMA_VERSION)


def _back_up(path: Path) -> None:
    from tui_minutes.store.backups import make

    try:
        make(path)
    except Refused as refused:
        reason = refused.params.get("reason", refused.code)
        raise Refused("upgrade_needs_backup", path=str(path), reason=reason) from refused
