"""A fault may be that of a damaged store: then that is said, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from peewee import PeeweeException

from tui_minutes.domain.refusal import Refused
from tui_minutes.store import failures

if TYPE_CHECKING:
    from tui_minutes.store.store import Store

FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
    sqlite3.Error,
    PeeweeException,
)
"""What may be raised by a value that no program has written."""


@contextmanager
def blaming(store: Store) -> Iterator[None]:
    """Where the store is damaged, that is said in place of the fault, or of what is not found."""
    try:
        yield
    except Refused as refused:
        if refused.code.endswith("not_found") and (damage := blame(store)):
            raise damage from refused
        raise
    except FAULTS as error:
        if damage := blame(store):
            raise damage from error
        raise


def blame(store: Store) -> Refused | None:
    """After a fault: what is damaged in the store, if anything; a large one is only looked at quickly."""
    from tui_minutes.store.examining import examine, unreadable  # rarely needed, and never to start

    try:
        store.look_through()
        if store.is_large:
            return None
        examine(store.path)
        return next(unreadable(store), None)
    except Refused as refused:
        return refused
    except FAULTS as error:
        return failures.unreadable(error, store.path)
