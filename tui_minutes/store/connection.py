"""The connection to a store: opening it, transactions, what another process did."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self
from uuid import UUID

import peewee
from filelock import FileLock, Timeout

from tui_minutes.domain.refusal import Refused
from tui_minutes.store import opening, tracked
from tui_minutes.store.tables import TABLES, Setting

CHECKPOINT_PAGES = 1000


class Connection:
    """A store file that is open. One is open at a time in a process; close it when done."""

    def __init__(self, path: Path, database: peewee.SqliteDatabase) -> None:
        self.path = path
        self.database = database
        self.on_commit: list[Callable[[], None]] = []
        database.bind(TABLES, bind_refs=False, bind_backrefs=False)
        self.is_looked_through = False
        self._lock = FileLock(f"{path}.lock", timeout=0)
        self._seen = 0

    @classmethod
    def open(cls, path: Path, create: bool = True, busy_ms: int = 100, *, at_once: bool = False) -> Self:
        """Open the store at `path`, made when it is not there and `create` says so.

        `busy_ms` is how long a write waits for another process before it is refused. With `at_once` a large
        store is not looked through before it is open: whoever asks for that has to `look_through` it. Raises
        Refused with store_missing, store_foreign, store_newer, store_damaged, store_read_only or
        store_no_folder.
        """
        thorough = not (at_once and opening.is_large(path))
        is_store = opening.inspect(path, thorough=thorough)
        if not is_store and not create:
            raise Refused("store_missing", path=str(path))
        try:
            store = cls(path, opening.connect(path, busy_ms))
            opening.migrate(store.database)
            store._make_uid()
            tracked.make_sure()
        except peewee.DatabaseError as error:
            raise _refusal(error) from error
        store.is_looked_through = thorough
        store._own_checkpoints()
        store.changed_elsewhere()
        return store

    def _make_uid(self) -> None:
        if Setting.get_or_none(key="uid") is None:
            # a store's uid only has to differ from every other store's
            Setting.insert(
                key="uid", value=str(UUID(int=secrets.randbits(128)))
            ).on_conflict_ignore().execute()

    def _own_checkpoints(self) -> None:
        """Take the right to checkpoint: two at once can harm a WAL (SQLite before 3.51.3)."""
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return
        self.database.pragma("wal_autocheckpoint", CHECKPOINT_PAGES)

    def look_through(self) -> None:
        """Refused("store_damaged") when the file is; any thread may ask."""
        opening.inspect(self.path)
        self.is_looked_through = True

    def close(self) -> None:
        """Close the connection and give up the lock."""
        self.database.close()
        self._lock.release()

    @property
    def uid(self) -> str:
        """The store's own uid: seals are bound to it."""
        return str(Setting.get(key="uid").value)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction, taken at once. After it is on disk the `on_commit` callbacks run.

        Raises Refused("store_busy") when another process is writing, "store_failed" when the disk refuses;
        nothing is written then.
        """
        try:
            with self.database.atomic():
                yield
        except peewee.DatabaseError as error:
            raise _refusal(error) from error
        for callback in self.on_commit:
            callback()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one instant, whatever another process commits meanwhile."""
        with self.database.atomic("DEFERRED"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let another thread than the one that opened the store read, by a connection of its own."""
        with self.database.connection_context():
            yield

    @property
    def is_large(self) -> bool:
        """Whether what goes through much of the store would be waited for."""
        return opening.is_large(self.path)

    def changed_elsewhere(self) -> bool:
        """Whether another process has committed since this was last asked."""
        now = int(self.database.pragma("data_version"))
        before, self._seen = self._seen, now
        return now != before


def _refusal(error: peewee.DatabaseError) -> Refused:
    """Why the disk or another process said no; a failed COMMIT hides its cause in the context."""
    causes = [str(error), str(error.__context__), str(error.__cause__)]
    if any("locked" in cause or "busy" in cause for cause in causes):
        return Refused("store_busy")
    hidden = error.__context__ if "no transaction is active" in str(error) and error.__context__ else error
    return Refused("store_failed", reason=str(hidden))
