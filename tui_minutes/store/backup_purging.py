"""What was purged in a store is purged in its backups; what cannot be rewritten is removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from filelock import FileLock, Timeout

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.purging import Purge, Rewritten
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import FILE, private_folder
from tui_minutes.store import backups, purging
from tui_minutes.store.contents import reader
from tui_minutes.store.copying import pack, unpack
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow

Wipe = Callable[[Store], None]
"""Takes what was deleted out of the file of a store that is open."""


def purge_backups(store: Store, wipe: Wipe) -> Rewritten:
    """Purge in each backup what is purged in `store`; Refused("store_busy") while one is being made."""
    place = backups.folder(store.path)
    if not place.is_dir():
        return Rewritten()
    purges, done = purging.every(), 0
    try:
        with FileLock(place / _lock(store.path), timeout=0, mode=FILE), store.set_aside():
            dropped = _drop_others(store.path)
            for backup in backups.kept(store.path):
                try:
                    done += _rewrite(backup.path, purges, wipe)
                except (EOFError, Refused):
                    backup.path.unlink()
                    dropped.append(backup.path.name)
    except Timeout as error:
        raise Refused("store_busy") from error
    return Rewritten(done, tuple(dropped))


def _lock(store: Path) -> str:
    return f".{store.name}.lock"


def _drop_others(store: Path) -> list[str]:
    """Remove what lies among the backups and is none: drafts of killed programs, copies of damaged stores."""
    good = {backup.path.name for backup in backups.kept(store)} | {_lock(store)}
    found = [path for path in backups.folder(store).iterdir() if path.name not in good]
    ours = [path for path in found if path.name.lstrip(".").startswith(store.name)]
    for path in ours:
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink()
    return [path.name for path in ours]


def _rewrite(packed: Path, purges: Sequence[Purge], wipe: Wipe) -> bool:
    """Whether the backup held any of the meetings; it is the same without their words then.

    In a folder of its own: one of an earlier program is upgraded, which leaves a backup beside it.
    """
    place = packed.with_name(f".{packed.name}.purging")
    private_folder(place)
    plain, again = place / "plain", place / "packed"
    try:
        unpack(packed, plain)
        if not purge_in(plain, purges, wipe):
            return False
        pack(plain, again)
        again.replace(packed)
    finally:
        rmtree(place)
    return True


def purge_in(path: Path, purges: Sequence[Purge], wipe: Wipe) -> bool:
    """Purge in another store file, while ours is set aside, what was purged there; whether it held any of it.

    Raises Refused when the file is no sound store.
    """
    with suppress(sqlite3.Error), reader(path) as base:
        there = {uid for (uid,) in base.execute("SELECT uid FROM meeting WHERE phase <> 'purged'")}
        if not there & {purge.meeting_uid for purge in purges}:
            return False
    other = Store.open(path, create=False)
    try:
        for purge in purges:
            meeting = MeetingRow.get_or_none(MeetingRow.uid == purge.meeting_uid)
            if meeting is not None and meeting.phase != Phase.PURGED:
                with other.transaction():
                    purging.erase(Command.new(purge.at, purge.by, purge.entered_by), meeting, purge.reason)
        wipe(other)
        other.database.pragma("journal_mode", "delete")
    finally:
        other.close()
    return True
