"""Looking a store through thoroughly: every page, every index, every value, and when that was last done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import PeeweeException

from tui_minutes.domain.refusal import Refused
from tui_minutes.private import private_folder, replace_private
from tui_minutes.store import history, readback
from tui_minutes.store.backups import folder
from tui_minutes.store.contents import reader
from tui_minutes.store.copying import Stop, heed, never
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import MeetingRow

if TYPE_CHECKING:
    from tui_minutes.store.store import Store

WEEK = timedelta(days=7)
_STEPS = 100_000

FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
    sqlite3.Error,
    PeeweeException,
)
"""What may be raised by a value that no program has written."""


def examine(path: Path, stop: Stop = never) -> None:
    """Check every page and every index of the store; other programs go on meanwhile.

    Raises Refused("store_damaged") with what is wrong first, Stopped when `stop` says so.
    """
    try:
        with reader(path) as base:
            base.set_progress_handler(stop, _STEPS)
            problem = str(base.execute("PRAGMA integrity_check(1)").fetchone()[0])
            stranger = base.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        heed(stop)
        raise Refused("store_damaged", path=str(path), reason=str(error)) from error
    if problem == "ok" and stranger:
        problem = f"{stranger[0]}: a row belongs to nothing"
    if problem != "ok":
        raise Refused("store_damaged", path=str(path), reason=" ".join(problem.split()))


def examine_weekly(path: Path, now: datetime, stop: Stop = never) -> None:
    """`examine`, unless it was found whole within the week before `now`."""
    kept = folder(path) / f".{path.name}.examined"
    try:
        last = datetime.fromisoformat(kept.read_text("ascii"))
    except (OSError, ValueError):
        last = None
    if last and timedelta() <= now - last < WEEK:
        return
    examine(path, stop)
    try:
        private_folder(kept.parent)
        replace_private(kept, now.isoformat().encode())
    except OSError as error:
        raise Refused("backup_failed", path=str(kept.parent), reason=str(error)) from error


def unreadable(store: Store) -> Iterator[Refused]:
    """Refused("record_unreadable") for each record with a value that is none, read as screens read it."""

    def read_meeting(uid: str) -> None:
        history.of_outcomes([outcome.uid for outcome in store.record(uid).outcomes])

    for uid, number in list(columns(MeetingRow.select(MeetingRow.uid, MeetingRow.number))):
        yield from _tried(store, number, partial(read_meeting, uid))
    yield from _tried(store, "seals", readback.seals)
    yield from _tried(store, "people", store.people)
    yield from _tried(store, "views", store.views)


def _tried(store: Store, name: object, read: Callable[[], object]) -> Iterator[Refused]:
    try:
        read()
    except FAULTS as error:
        yield Refused("record_unreadable", path=str(store.path), name=name, reason=str(error))


def blame(store: Store) -> Refused | None:
    """After a fault: what is damaged in the store, if anything; a large one is only looked at quickly."""
    try:
        store.look_through()
        if store.is_large:
            return None
        examine(store.path)
        return next(unreadable(store), None)
    except Refused as refused:
        return refused
    except FAULTS as error:
        return Refused("store_damaged", path=str(store.path), reason=str(error))
