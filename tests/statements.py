"""What SQLite is told, and how it goes about it: for tests that count and that read plans."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tui_minutes.store.store import Store


def _connection(store: Store) -> sqlite3.Connection:
    connection = store.database.connection()  # type: ignore[no-untyped-call]
    assert isinstance(connection, sqlite3.Connection)
    return connection


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What SQLite is told meanwhile: each statement, its values filled in."""
    said: list[str] = []
    connection = _connection(store)
    connection.set_trace_callback(said.append)
    try:
        yield said
    finally:
        connection.set_trace_callback(None)


def plan(store: Store, statement: str) -> list[str]:
    """The steps that SQLite takes for a statement."""
    return [row[3] for row in _connection(store).execute(f"EXPLAIN QUERY PLAN {statement}")]
