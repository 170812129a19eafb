"""The connection to a store: opening it, transactions, what another process did."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock, get_ident
from typing import Self
from uuid import UUID

import peewee

from tui_minutes.domain.disk import DiskFault
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import opening, soundness, tracked
from tui_minutes.store.checkpoints import Checkpoints
from tui_minutes.store.failures import refusal
from tui_minutes.store.tables import TABLES, Setting

PATIENT_MS = 5000
"""So long a command waits for another process that writes."""

TYPING_MS = 20
"""The same where a person types: no key may wait; what finds the store locked is tried again by timer."""


class Connection:
    """A store file that is open. One is open at a time in a process; close it when done."""

    def __init__(self, path: Path, database: peewee.SqliteDatabase) -> None:
        self.path = path
        self.database = database
        self.thread = get_ident()
        self.on_commit: list[Callable[[], None]] = []
        self._file = _file_at(path)
        self._bind()
        self._readers = Lock()
        self.is_looked_through = False
        self.checkpoints = Checkpoints(path, database)
        self._seen = 0
        self._held = False

    @classmethod
    def open(
        cls,
        path: Path,
        create: bool = True,
        busy_ms: int = PATIENT_MS,
        *,
        at_once: bool = False,
        reading_at: datetime | None = None,
    ) -> Self:
        """Open the store at `path`, made when it is not there and `create` says so.

        `busy_ms` is how long a write waits for another process before it is refused. With `at_once` a large
        store is not looked through before it is open: whoever asks for that has to `look_through` it. Who
        only reads, at the instant `reading_at`, goes by an earlier look (`soundness`). Raises Refused with
        store_missing, store_foreign, store_newer, store_damaged, store_read_only or store_no_folder.
        """
        known = reading_at is not None and soundness.is_known(path, reading_at)
        thorough = not (known or (at_once and opening.is_large(path)))
        is_store = opening.inspect(path, thorough=thorough)
        if not is_store and not create:
            raise Refused("store_missing", path=str(path))
        try:
            store = cls(path, opening.connect(path, busy_ms))
            opening.migrate(store.database)
            store._make_uid()
            tracked.make_sure()
        except peewee.DatabaseError as error:
            raise refusal(error, path) from error
        store.is_looked_through = thorough
        store.changed_elsewhere()
        return store

    def _bind(self) -> None:
        self.database.bind(TABLES, bind_refs=False, bind_backrefs=False)

    def _make_uid(self) -> None:
        if Setting.get_or_none(key="uid") is None:
            # a store's uid only has to differ from every other store's
            Setting.insert(
                key="uid", value=str(UUID(int=secrets.randbits(128)))
            ).on_conflict_ignore().execute()

    def look_through(self, stop: Callable[[], bool] | None = None) -> None:
        """Refused("store_damaged") when the file is, or when `stop` ends it; any thread may ask."""
        opening.look_through(self.path, stop)
        self.is_looked_through = True

    def close(self) -> None:
        """Close the connection and give up the lock."""
        self.database.close()
        self.checkpoints.give_up()

    @property
    def uid(self) -> str:
        """The store's own uid: seals are bound to it."""
        return str(Setting.get(key="uid").value)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction, taken at once. After it is on disk the `on_commit` callbacks run.

        Raises Refused("store_busy") when another process is writing, "store_failed" when the disk refuses, or
        when the file is not in its place any more; nothing is written then.
        """
        if self._held:
            raise Refused("store_busy")
        self.look_for_file()
        self.checkpoints.take()
        try:
            with self.database.atomic():
                yield
        except peewee.DatabaseError as error:
            raise refusal(error, self.path) from error
        for callback in self.on_commit:
            callback()

    def look_for_file(self) -> None:
        """Refused("store_failed") when the file that is open is not the one in its place any more.

        It would take everything, and nobody would find it again.
        """
        if _file_at(self.path) != self._file:
            raise Refused("store_failed", reason=DiskFault.GONE)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Write nothing inside, as if another process did: what comes later must not overtake what waits."""
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def wait_at_most(self, busy_ms: int) -> None:
        """From now on a write waits so long for another process before it is refused."""
        self.database.pragma("busy_timeout", busy_ms, permanent=True)

    def only_read(self) -> None:
        """From now on nothing can be written through this connection."""
        self.database.pragma("query_only", 1, permanent=True)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one instant, whatever another process commits meanwhile."""
        with self.database.atomic("DEFERRED"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let another thread than the one that opened the store read, by a connection of its own.

        Raises Refused("store_failed") and the like when the disk does not let it.
        """
        try:
            with self._readers, self.database.connection_context():
                yield
        except peewee.DatabaseError as error:
            raise refusal(error, self.path) from error

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """Let another store be open in place of this one, which nobody reads meanwhile."""
        rules = tracked.rules()
        with self._readers:
            try:
                yield
            finally:
                self._bind()
                tracked.attend(rules)

    @property
    def is_large(self) -> bool:
        """Whether what goes through much of the store would be waited for."""
        return opening.is_large(self.path)

    def changed_elsewhere(self) -> bool:
        """Whether another process has committed since this was last asked."""
        now = int(self.database.pragma("data_version"))
        before, self._seen = self._seen, now
        return now != before


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, whatever it is called; None for none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
