"""What SQLite's errors mean: another process is writing, the disk says no, or something is wrong with us."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import peewee

from tui_minutes.domain.disk import DiskFault, os_reason
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import open_private
from tui_minutes.store.beside import forget

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_FAULTS = {
    sqlite3.SQLITE_FULL: DiskFault.FULL,
    sqlite3.SQLITE_READONLY: DiskFault.READ_ONLY,
    sqlite3.SQLITE_IOERR: DiskFault.FAILING,
    sqlite3.SQLITE_CANTOPEN: DiskFault.FAILING,
}
_PROBE_BYTES = 64 * 1024
_PRIMARY = 0xFF
"""The bits of an extended result code that say its kind."""


def refusal(error: peewee.DatabaseError, path: Path) -> Refused:
    """Why the store at `path` was not written: Refused with store_busy, store_damaged, or store_failed.

    After a failed write SQLite has rolled back by itself; Peewee's own rollback fails then and covers the
    cause, which stands further back.
    """
    if any(code in _BUSY for code in _codes(error)):
        return Refused("store_busy")
    if any(code in _DAMAGED for code in _codes(error)):
        return Refused("store_damaged", path=str(path), reason=reason(error, path))
    return Refused("store_failed", reason=reason(error, path))


def reason(error: Exception, path: Path) -> DiskFault | str:
    """What is wrong with the disk of the store at `path`; the words of the error where it is no disk."""
    if isinstance(error, OSError):
        return os_reason(error)
    fault = next((_FAULTS[code] for code in _codes(error) if code in _FAULTS), None)
    if fault is DiskFault.FAILING:
        return _told_by_the_system(path) or fault
    causes = [one for one in _chain(error) if isinstance(one, sqlite3.Error)]
    return fault or str(causes[-1] if causes else error)


def unreadable(error: Exception, path: Path) -> Refused:
    """Why the store at `path` is not read: its disk takes nothing just now, or "store_damaged".

    To read a store SQLite makes a file beside it, too: on a full disk that must not be taken for damage.
    """
    if any(code in _FAULTS for code in _codes(error)) and (told := _told_by_the_system(path)):
        return Refused("store_unopened", path=str(path), reason=told)
    return Refused("store_damaged", path=str(path), reason=str(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, what it was raised from, and so on to the first."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def _codes(error: BaseException) -> list[int]:
    """The kinds of SQLite's errors that led to this one."""
    return [getattr(one, "sqlite_errorcode", 0) & _PRIMARY for one in _chain(error)]


def _told_by_the_system(path: Path) -> DiskFault | None:
    """SQLite has one error for many faults: an attempt to write beside the store says which it is."""
    probe = path.with_name(f".{path.name}.{os.getpid()}.probe")
    try:
        os.utime(path)
        with open_private(probe) as file:
            file.write(bytes(_PROBE_BYTES))
    except OSError as error:
        told = os_reason(error)
        return told if isinstance(told, DiskFault) else None
    finally:
        forget([probe])
    return None
