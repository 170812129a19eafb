"""Moving what is in the write-ahead log into the store: by one process at a time, also one that only reads.

Two at once can harm the log (SQLite before 3.51.3).
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import peewee

from tui_minutes.private import FILE

if TYPE_CHECKING:
    from filelock import FileLock

PAGES = 1000
"""So many pages of 4 KiB in the log, and a commit of the process that has the right empties it."""

MOST_BYTES = 4 * 2**20
"""A log that others have filled beyond this is emptied without a commit of one's own."""


class Checkpoints:
    """The right to empty the log of the store at `path`, held by an OS lock beside it."""

    def __init__(self, path: Path, database: peewee.SqliteDatabase) -> None:
        self._log = Path(f"{path}-wal")
        self._database = database
        self._path = path
        self.is_lent = False

    @cached_property
    def _lock(self) -> FileLock:
        from filelock import FileLock  # who only reads has no use for it: it is slow to import

        return FileLock(f"{self._path}.lock", timeout=0, mode=FILE)

    def take(self) -> bool:
        """Whether the right is ours, or has become so: whoever had it may have ended, or given it back."""
        if self.is_lent:
            return False
        if not self._lock.is_locked:
            from filelock import Timeout

            try:
                self._lock.acquire()
            except (Timeout, OSError):
                return False
            self._database.pragma("wal_autocheckpoint", PAGES)
        return True

    def tend(self) -> None:
        """Empty a log that has grown long; to be called now and then.

        Most of it is moved while others write; a reader in the middle of something, or a full disk, leaves
        the rest for the next time.
        """
        if not self.take() or self._bytes() <= MOST_BYTES:
            return
        with suppress(peewee.DatabaseError):
            for way in ("PASSIVE", "TRUNCATE"):
                self._database.pragma(f"wal_checkpoint({way})")

    def lend(self) -> None:
        """Let a program of ours have it until `is_lent` is taken back."""
        self.give_up()
        self._database.pragma("wal_autocheckpoint", 0)
        self.is_lent = True

    def give_up(self) -> None:
        """Let another process have it."""
        if "_lock" in self.__dict__:
            self._lock.release()

    def _bytes(self) -> int:
        try:
            return self._log.stat().st_size
        except OSError:
            return 0
