"""After a purge: nothing that was deleted is left in the file, its log, or what lies beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import peewee

from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.purging import Rewritten
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import replace_private
from tui_minutes.store import purging, searching
from tui_minutes.store.backup_purging import purge_backups
from tui_minutes.store.beside import marked
from tui_minutes.store.drafts import Drafts
from tui_minutes.store.failures import refusal
from tui_minutes.store.files import left_over
from tui_minutes.store.store import Store
from tui_minutes.store.unwritten import left


def scrub(store: Store, folders: Sequence[Path]) -> Rewritten:
    """Take what was purged out of every file of `store`; drafts may lie in one of the `folders`, too.

    Raises Refused("store_busy") or "store_failed" when something stands in the way: it is done again then.
    """
    try:
        wipe(store)
        uids = purging.uids()
        Drafts(store.path, folders).forget(uids)
        _forget_unwritten(store.path, folders, uids)
        _forget_left_over(store.path, folders)
        done = purge_backups(store, wipe)
    except OSError as error:
        raise Refused("store_failed", reason=os_reason(error)) from error
    with store.transaction():
        purging.finished()
    return done


def wipe(store: Store) -> None:
    """Make index and file anew, and empty the log; Refused("store_busy") while another program reads."""
    with store.transaction():
        searching.compact()
    try:
        store.database.execute_sql("VACUUM")  # type: ignore[no-untyped-call]
        blocked = store.database.pragma("wal_checkpoint", "TRUNCATE")
    except peewee.DatabaseError as error:
        raise refusal(error, store.path) from error
    if blocked:
        raise Refused("store_busy")


def _forget_unwritten(store: Path, folders: Sequence[Path], uids: Sequence[str]) -> None:
    """Lines that earlier runs could not write, where they belong to what was purged."""
    for path, held in left(store, folders):
        lines = [json.dumps(one, ensure_ascii=False) for one in held]
        staying = [line for line in lines if not any(uid in line for uid in uids)]
        if staying:
            replace_private(path, "".join(f"{line}\n" for line in staying).encode(), synced=True)
        else:
            path.unlink()


def _forget_left_over(store: Path, folders: Sequence[Path]) -> None:
    """Drafts of files that a killed program left half written."""
    for folder, name in [(store.parent, store.name), *((folder, marked(store)) for folder in folders)]:
        for path in left_over(folder, name):
            path.unlink()
