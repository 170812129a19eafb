"""How much a store file holds, and how new it is: read without opening it as a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tui_minutes.store.failures import unreadable
from tui_minutes.store.opening import UNREADABLE


@dataclass(frozen=True, slots=True)
class Contents:
    """How many meetings, lines and outcomes there are, and when the newest line was typed."""

    meetings: int
    lines: int
    outcomes: int
    newest: datetime | None


@contextmanager
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can only read, at one instant whatever others write meanwhile."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)) as base:
        base.execute("BEGIN")
        yield base


def contents(path: Path) -> Contents:
    """What the store at `path` holds; Refused("store_damaged") when it does not say."""
    try:
        with reader(path) as base:
            meetings, lines, outcomes = (_count(base, table) for table in ("meeting", "entry", "outcome"))
            (newest,) = base.execute("SELECT max(at) FROM entry").fetchone()
            return Contents(meetings, lines, outcomes, datetime.fromisoformat(newest) if newest else None)
    except (*UNREADABLE, ValueError) as error:
        raise unreadable(error, path) from error


def counts(base: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    named = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {table: _count(base, table) for (table,) in named.fetchall()}


def _count(base: sqlite3.Connection, table: str) -> int:
    return int(base.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - a name of ours
