"""A file that was found sound, and has not changed since, is not looked through again by who only reads it.

What was found stands in a small file beside the store. A disk that lets bytes rot changes no times: so it
counts for a day only, and never for those who write.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from tui_minutes.private import replace_private

FOR = timedelta(days=1)


def state(path: Path) -> str:
    """What changes whenever somebody writes to the store at `path`, or puts another file in its place.

    An empty log is as none: whoever reads makes one.
    """
    log = path.with_name(f"{path.name}-wal")
    return f"{_told(path)} {_told(log)}"


def remember(path: Path, found: str) -> None:
    """The store at `path` was sound in the state `found`; where that cannot be kept it is looked at again."""
    if state(path) == found:
        with suppress(OSError):
            replace_private(_kept(path), found.encode())


def is_known(path: Path, at: datetime) -> bool:
    """Whether the store at `path` was found sound in the day before the instant `at`, as it is now."""
    kept = _kept(path)
    try:
        age = at.timestamp() - kept.stat().st_mtime
        return 0 <= age < FOR.total_seconds() and kept.read_bytes() == state(path).encode()
    except OSError:
        return False


def _kept(path: Path) -> Path:
    return path.with_name(f"{path.name}.sound")


def _told(path: Path) -> str:
    """What the file system tells of a file that holds something; "" of any other."""
    try:
        told = path.stat()
    except OSError:
        return ""
    return f"{told.st_ino}:{told.st_size}:{told.st_mtime_ns}:{told.st_ctime_ns}" if told.st_size else ""
