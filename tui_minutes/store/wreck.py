"""What can still be read of a damaged store: row by row, around the pages that cannot be read."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tui_minutes.store.opening import UNREADABLE
from tui_minutes.store.wreck_pages import graft_schema, mend_header

Row = dict[str, object]

GUESSES = 1000
"""So many keys that no index names are tried, too."""


@dataclass
class Remains:
    """What is left of a table: rows by their key, and all keys that are heard of."""

    rows: dict[int, Row] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)

    @property
    def lost(self) -> int:
        """How many rows are known of and cannot be read."""
        return len(self.known - self.rows.keys())


@contextmanager
def opened(damaged: Path, folder: Path, empty: Path) -> Iterator[sqlite3.Connection]:
    """A damaged store, to be read as far as that goes; it stays as it is, what is read is a copy in `folder`.

    `empty` is a sound store of this program with nothing in it: its schema stands in for one that is lost.
    """
    copy = folder / "wreck.db"
    for end in ("", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(damaged.with_name(damaged.name + end), folder / f"wreck.db{end}")
    mend_header(copy)
    if not _has_tables(copy):
        graft_schema(copy, empty)
    with closing(_connected(copy)) as base:
        yield base


def _connected(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
    base.text_factory = lambda text: text.decode(errors="replace")
    base.execute("PRAGMA writable_schema = ON")  # what is wrong in the schema does not hide the rest of it
    return base


def _has_tables(path: Path) -> bool:
    with closing(_connected(path)) as base:
        try:
            for table in ("meeting", "entry", "outcome"):
                base.execute(f"SELECT 1 FROM {table} LIMIT 0")  # noqa: S608 - names of ours
        except UNREADABLE:
            return False
    return True


def remains(base: sqlite3.Connection, table: str) -> Remains:
    """All rows of a table that can be read, and what is known of the others from its indexes."""
    left = Remains()
    every = f'SELECT rowid, * FROM "{table}"'  # noqa: S608 - a name of ours
    if not _take(base, f"{every} ORDER BY rowid", left):
        _take(base, f"{every} ORDER BY rowid DESC", left)
    left.known = {*left.rows, *_keys(base, table)}
    if left.lost:
        reach = min(max(left.known), 2 * len(left.known) + GUESSES)
        for key in sorted({*left.known, *range(1, reach + 1)} - left.rows.keys()):
            _take(base, f"{every} WHERE rowid = {key}", left)
    return left


def known_of_meetings(base: sqlite3.Connection, index: str, table: str) -> dict[int, int]:
    """How many rows of a table belong to each meeting, by an index that begins with the meeting's key."""
    counted = f'SELECT meeting_id, count(*) FROM "{table}" INDEXED BY "{index}" GROUP BY meeting_id'  # noqa: S608
    try:
        return dict(base.execute(counted).fetchall())
    except UNREADABLE:
        return {}


def _keys(base: sqlite3.Connection, table: str) -> set[int]:
    """The keys that the indexes of a table name."""
    found: set[int] = set()
    try:
        indexes = [row[1] for row in base.execute(f'PRAGMA index_list("{table}")')]
    except UNREADABLE:
        return found
    for index in indexes:
        for order in ("ASC", "DESC"):
            named = f'SELECT rowid FROM "{table}" INDEXED BY "{index}" ORDER BY 1 {order}'  # noqa: S608
            found |= {row[0] for row in _readable(base, named)}
    return found


def _take(base: sqlite3.Connection, query: str, left: Remains) -> bool:
    """Add the rows that a query gives; whether it came to its end."""
    try:
        cursor = base.execute(query)
        names = [column[0] for column in cursor.description][1:]
        for key, *values in cursor:
            left.rows.setdefault(key, dict(zip(names, values, strict=True)))
    except UNREADABLE:
        return False
    return True


def _readable(base: sqlite3.Connection, query: str) -> Iterable[tuple[int]]:
    """The rows of a query until one cannot be read."""
    with suppress(*UNREADABLE):
        yield from base.execute(query)
