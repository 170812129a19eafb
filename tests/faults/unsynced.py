"""The program with one fault: it does not wait until the disk has a commit. `test_power` must find it out."""

from __future__ import annotations

import sys
from pathlib import Path

from peewee import SqliteDatabase

from tui_minutes.cli import main
from tui_minutes.store import opening

_connect = opening.connect


def _unsynced(path: Path, busy_ms: int) -> SqliteDatabase:
    database = _connect(path, busy_ms)
    database.pragma("synchronous", "NORMAL")
    return database


if __name__ == "__main__":
    opening.connect = _unsynced
    sys.exit(main())
