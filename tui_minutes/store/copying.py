"""A copy of a store that may be in use: all of one instant, checked, and packed."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.private import open_private
from tui_minutes.store.contents import counts, reader

Stop = Callable[[], bool]
"""Whether whoever asked for a copy does not want it any more; asked every few milliseconds."""

_PAGES = 1000
_STEPS = 100_000
_CHUNK = 2**20


class Stopped(Exception):
    """The copy is not wanted any more."""


def never() -> bool:
    """Nobody stops this copy."""
    return False


def copy(store: Path, target: Path, stop: Stop = never) -> None:
    """Write the store as it is at this instant to `target`, one file for its owner's eyes only.

    Programs that use the store go on meanwhile. Raises Stopped, Refused("store_damaged") when the copy is not
    whole, and OSError or sqlite3.Error when it cannot be written.
    """
    open_private(target).close()
    with reader(store) as source, closing(sqlite3.connect(target)) as made:
        before = counts(source)
        source.backup(made, pages=_PAGES, progress=lambda *_: heed(stop), sleep=0)
        made.set_progress_handler(stop, _STEPS)
        try:
            made.execute("PRAGMA journal_mode = DELETE")
            problem = made.execute("PRAGMA quick_check(1)").fetchone()[0]
            if problem == "ok" and counts(made) != before:
                problem = "rows are missing"
        except sqlite3.OperationalError:
            heed(stop)
            raise
    if problem != "ok":
        raise Refused("store_damaged", path=str(store), reason=" ".join(problem.split()))


def pack(plain: Path, packed: Path, stop: Stop = never) -> None:
    """Compress `plain` into `packed`, on disk when this returns; the same content gives the same bytes."""
    with plain.open("rb") as file, open_private(packed) as target:
        with gzip.GzipFile("", "wb", 1, target, mtime=0) as zipped:
            while chunk := file.read(_CHUNK):
                zipped.write(chunk)
                heed(stop)
        target.flush()
        os.fsync(target.fileno())


def check_packed(packed: Path, stop: Stop = never) -> None:
    """Read it all: OSError or EOFError when it is not what was packed."""
    with gzip.open(packed) as file:
        while file.read(_CHUNK):
            heed(stop)


def unpack(packed: Path, plain: Path) -> None:
    """Write what `packed` holds (compressed or not) to `plain`, on disk when this returns."""
    with packed.open("rb") as file:
        is_zipped = file.read(2) == b"\x1f\x8b"
    with (
        gzip.open(packed) if is_zipped else packed.open("rb") as file,
        open_private(plain) as target,
    ):
        shutil.copyfileobj(file, target, _CHUNK)
        target.flush()
        os.fsync(target.fileno())


def sync(place: Path) -> None:
    """A new name is on disk when its folder is."""
    if os.name != "nt":
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def heed(stop: Stop) -> None:
    """Stopped when the copy is not wanted any more."""
    if stop():
        raise Stopped
