"""The program with one fault: it says "saved" before anything is on disk. `test_kills` must find it out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tui_minutes.cli import main
from tui_minutes.store.store import Store


@contextmanager
def _transaction(store: Store) -> Iterator[None]:
    """What is written can be read at once, and is committed some day."""
    if not store.database.connection().in_transaction:  # type: ignore[no-untyped-call]
        store.database.begin()
    with store.database.savepoint():
        yield
    for callback in store.on_commit:
        callback()


@contextmanager
def _snapshot(_store: Store) -> Iterator[None]:
    """Reads in the transaction that is open for ever."""
    yield


if __name__ == "__main__":
    Store.snapshot = _snapshot  # type: ignore[method-assign, assignment]
    Store.transaction = _transaction  # type: ignore[method-assign, assignment]
    sys.exit(main())
