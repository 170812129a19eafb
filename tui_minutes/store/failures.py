"""What SQLite's errors mean: another process is writing, the disk says no, or something is wrong with us."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import peewee

from tui_minutes.domain.disk import DiskFault, os_reason
from tui_minutes.domain.refusal import Refused

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FAULTS = {
    sqlite3.SQLITE_FULL: DiskFault.FULL,
    sqlite3.SQLITE_READONLY: DiskFault.READ_ONLY,
    sqlite3.SQLITE_IOERR: DiskFault.FAILING,
    sqlite3.SQLITE_CANTOPEN: DiskFault.FAILING,
}
_PRIMARY = 0xFF
"""The bits of an extended result code that say its kind."""


def refusal(error: peewee.DatabaseError, path: Path) -> Refused:
    """Why the store at `path` was not written: Refused("store_busy"), or "store_failed" with the reason.

    After a failed write SQLite has rolled back by itself; Peewee's own rollback fails then and covers the
    cause, which stands further back.
    """
    causes = [one for one in _chain(error) if isinstance(one, sqlite3.Error)]
    codes = [getattr(one, "sqlite_errorcode", 0) & _PRIMARY for one in causes]
    if any(code in _BUSY for code in codes):
        return Refused("store_busy")
    fault = next((_FAULTS[code] for code in codes if code in _FAULTS), None)
    if fault is DiskFault.FAILING:
        return Refused("store_failed", reason=_told_by_the_system(path) or fault)
    return Refused("store_failed", reason=fault or str(causes[-1] if causes else error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, what it was raised from, and so on to the first."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def _told_by_the_system(path: Path) -> DiskFault | None:
    """SQLite has one error for many faults: a touch of the file says whether it may be written at all."""
    try:
        os.utime(path)
    except OSError as error:
        told = os_reason(error)
        return told if isinstance(told, DiskFault) else None
    return None
