"""What this connection has written, table by table: what was read of other tables is still right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from threading import get_ident
from typing import Generic, TypeVar

from peewee import QueryEvent, SqliteDatabase

from tui_minutes.domain.dataclass import dataclass

T = TypeVar("T")

_WRITES = re.compile(r'(?:(INSERT INTO)|INSERT\b[^"]*|REPLACE\b[^"]*|UPDATE\b[^"]*|DELETE FROM) "(\w+)"')


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in the life of a store, as far as some of its tables go: in equal ones the same is read.

    `elsewhere` tells the commits of other processes apart; `added` counts our own statements that added rows
    to tables that may grow, `changed` all others.
    """

    connection: int
    elsewhere: int
    changed: int
    added: tuple[int, ...]

    def has_only_grown(self, before: Moment) -> bool:
        """Whether nothing was done since `before` but adding rows to tables that may grow."""
        mine, then = ((one.connection, one.elsewhere, one.changed) for one in (self, before))
        return mine == then


class Written:
    """Listens to what is written through `database`; what a rollback takes back is counted all the same.

    `thread` is the one that opened it, by its `get_ident`.
    """

    def __init__(self, database: SqliteDatabase, thread: int) -> None:
        self._database = database
        self._thread = thread
        self._added: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()
        database.query_hooks.append(self._note)

    def _note(self, event: QueryEvent) -> None:
        if found := _WRITES.match(event.sql):
            (self._added if found[1] else self._changed)[found[2]] += 1

    @property
    def may_be_kept(self) -> bool:
        """Whether what is read now may be kept: not what may be taken back, nor what another thread reads.

        That one has a connection of its own, closed again soon, and the next may look the same.
        """
        return get_ident() == self._thread and not self._database.in_transaction()

    def moment(self, tables: Iterable[str], growing: Iterable[str] = ()) -> Moment:
        """The moment that this is for `tables`, and for those that may grow."""
        connection = self._database.connection()  # type: ignore[no-untyped-call]
        elsewhere = connection.execute("PRAGMA data_version").fetchone()[0]
        apart = tuple(growing)
        changed = sum(self._changed[name] + self._added[name] for name in tables)
        changed += sum(self._changed[name] for name in apart)
        return Moment(id(connection), elsewhere, changed, tuple(self._added[name] for name in apart))


class Kept(Generic[T]):
    """What was read of `tables`, until something is written there."""

    def __init__(self, written: Written, tables: Iterable[str], read: Callable[[], T]) -> None:
        self._written = written
        self._tables = tuple(tables)
        self._read = read
        self._kept: tuple[Moment, T] | None = None

    def __call__(self) -> T:
        """What it says now; the same object as long as nothing has changed."""
        if not self._written.may_be_kept:
            return self._read()
        now = self._written.moment(self._tables)
        if self._kept is None or self._kept[0] != now:
            self._kept = now, self._read()
        return self._kept[1]
