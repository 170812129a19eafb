"""Backups: what the store was, in a folder beside it; made by themselves, checked, and never many."""

from __future__ import annotations

import filecmp
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rotation import wanted
from tui_minutes.private import private_folder
from tui_minutes.store.copying import Stop, check_packed, copy, never, pack, sync
from tui_minutes.store.failures import reason
from tui_minutes.store.opening import UNREADABLE

ROOM = 64 * 2**20
"""Bytes that a backup leaves free on the disk, for the meeting."""

_SPELT = "%Y%m%d-%H%M%S-%f"
_NAME = re.compile(r"\.(\d{8}-\d{6}-\d{6})\.gz")


@dataclass(frozen=True, slots=True)
class Backup:
    """A compressed copy of a store as it was after its last change, `at`."""

    path: Path
    at: datetime

    @property
    def name(self) -> str:
        """What it is called: the instant, in UTC, so that names sort."""
        return self.at.strftime(_SPELT)


def folder(store: Path) -> Path:
    """Where the backups of a store lie."""
    return store.parent / "backups"


def kept(store: Path) -> list[Backup]:
    """The backups that there are, newest first."""
    files = folder(store).iterdir() if folder(store).is_dir() else ()
    names = ((path, _NAME.fullmatch(path.name.removeprefix(store.name))) for path in files)
    found = [Backup(path, _instant(name[1])) for path, name in names if name]
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def _instant(name: str) -> datetime:
    return datetime.strptime(name, _SPELT).replace(tzinfo=UTC)


def make(store: Path, stop: Stop = never) -> Backup | None:
    """Back the store up unless it is what it was at the newest backup; None when there is nothing to do.

    Programs that use it go on meanwhile. What is superfluous then goes. Raises Stopped when `stop` says so,
    Refused("store_damaged"), "backup_no_room" or "backup_failed"; what there was stays then.
    """
    backup = of_now(store)
    if backup.path.exists():
        return None
    try:
        with _drafts(store) as (plain, packed):
            copy(store, plain, stop)
            pack(plain, packed, stop)
            check_packed(packed, stop)
            _keep(packed, backup, kept(store))
    except Timeout:
        return None  # another program makes it
    except (OSError, EOFError, sqlite3.OperationalError) as error:
        raise Refused("backup_failed", path=str(folder(store)), reason=reason(error, store)) from error
    except UNREADABLE as error:
        raise Refused("store_damaged", path=str(store), reason=str(error)) from error
    _drop_superfluous(kept(store))
    return backup


def of_now(store: Path) -> Backup:
    """The backup of the store as it is now. A log without content is left by everybody who looks."""
    log = store.with_name(f"{store.name}-wal")
    files = [file.stat() for file in (store, log) if file.exists()]
    changed = max(file.st_mtime_ns for file in files if file.st_size or len(files) == 1)
    at = datetime.fromtimestamp(changed // 10**9, UTC).replace(microsecond=changed % 10**9 // 1000)
    return Backup(folder(store) / f"{store.name}.{at.strftime(_SPELT)}.gz", at)


@contextmanager
def _drafts(store: Path) -> Iterator[tuple[Path, Path]]:
    """Files to write into, gone afterwards; a killed program leaves them to the next one."""
    place = folder(store)
    private_folder(place)
    drafts = [place / f".{store.name}.draft", place / f".{store.name}.draft.gz"]
    with FileLock(place / f".{store.name}.lock", timeout=0, mode=0o600):
        if shutil.disk_usage(place).free < 2 * store.stat().st_size + ROOM:
            raise Refused("backup_no_room", path=str(place))
        try:
            yield drafts[0], drafts[1]
        finally:
            for draft in drafts:
                draft.unlink(missing_ok=True)


def _keep(packed: Path, backup: Backup, before: list[Backup]) -> None:
    """Give a finished backup its name; the newest one with the same content goes."""
    same = bool(before) and filecmp.cmp(before[0].path, packed, shallow=False)
    packed.replace(backup.path)
    if same:
        before[0].path.unlink()
    sync(backup.path.parent)


def _drop_superfluous(backups: list[Backup]) -> None:
    staying = wanted(backup.at for backup in backups)
    for backup in backups:
        if backup.at not in staying:
            backup.path.unlink(missing_ok=True)
