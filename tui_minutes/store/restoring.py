"""A backup in place of the store: what is replaced is kept first, and nobody has it open."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import open_private, private_folder
from tui_minutes.store import backups
from tui_minutes.store.copying import sync, unpack
from tui_minutes.store.examining import examine
from tui_minutes.store.opening import UNREADABLE, inspect


def find(store: Path, asked: str) -> Path:
    """The backup that is asked for: the newest one (""), a file, or a name or its beginning.

    Raises Refused("backup_not_found") unless there is exactly one.
    """
    kept = backups.kept(store)
    if asked and Path(asked).is_file():
        return Path(asked)
    found = [backup.path for backup in kept if backup.name.startswith(asked)]
    if not found or (asked and len(found) > 1):
        raise Refused("backup_not_found", name=asked, path=str(backups.folder(store)))
    return found[0]


@contextmanager
def prepared(store: Path, backup: Path) -> Iterator[Path]:
    """The backup unpacked beside the store, checked page by page; gone afterwards unless it became the store.

    Raises Refused when it is damaged, foreign or of a newer program, or cannot be read or unpacked.
    """
    draft = store.with_name(f".{store.name}.restoring")
    try:
        try:
            unpack(backup, draft)
        except (OSError, EOFError) as error:
            raise Refused("backup_unreadable", path=str(backup), reason=str(error)) from error
        if not inspect(draft):
            raise Refused("store_foreign", path=str(backup))
        examine(draft)
        yield draft
    finally:
        for end in ("", "-wal", "-shm"):
            draft.with_name(draft.name + end).unlink(missing_ok=True)


def restore(store: Path, draft: Path) -> None:
    """Put a prepared backup in place of the store, which is kept in its folder of backups first.

    Raises Refused("store_in_use") while another program has it open, and when what is there cannot be kept.
    """
    if not store.exists() or store.stat().st_size == 0:
        _replace(store, draft)
        return
    with _alone(store):
        try:
            inspect(store)
            backups.make(store)
        except Refused as refused:
            if refused.code not in ("store_damaged", "store_foreign"):
                raise
            keep_damaged(store)
        _replace(store, draft)


def keep_damaged(store: Path) -> Path:
    """Keep a damaged store as it lies on the disk, byte by byte; where."""
    place = backups.folder(store)
    target = place / f"{store.name}.{backups.of_now(store).name}.damaged"
    try:
        private_folder(place)
        for end in ("", "-wal"):
            part = store.with_name(store.name + end)
            if part.exists():
                with part.open("rb") as source, open_private(target.with_name(target.name + end)) as kept:
                    shutil.copyfileobj(source, kept)
                    kept.flush()
                    os.fsync(kept.fileno())
    except OSError as error:
        raise Refused("backup_failed", path=str(place), reason=os_reason(error)) from error
    return target


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Nobody else has the store open meanwhile, and whoever opens it now is told that it is busy."""
    lock = FileLock(f"{store}.lock", timeout=0, mode=0o600)
    try:
        with lock, closing(sqlite3.connect(store, timeout=0)) as base:
            try:
                base.execute("PRAGMA journal_mode = DELETE")  # refused while it is open elsewhere
                base.execute("BEGIN IMMEDIATE")
            except UNREADABLE as error:
                if "locked" in str(error):
                    raise Refused("store_in_use", path=str(store)) from error
            yield
    except Timeout as error:
        raise Refused("store_in_use", path=str(store)) from error


def _replace(store: Path, draft: Path) -> None:
    """A log that is left of the damaged store would be played into the other one."""
    try:
        for end in ("-wal", "-shm"):
            store.with_name(store.name + end).unlink(missing_ok=True)
        draft.replace(store)
        sync(store.parent)
    except OSError as error:
        raise Refused("store_unreadable", path=str(store), reason=str(error)) from error
