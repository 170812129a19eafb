"""Looking a store through thoroughly: every page, every index, every value, and when that was last done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import Model

from tui_minutes.domain.refusal import Refused
from tui_minutes.private import replace_private
from tui_minutes.store import failures, history
from tui_minutes.store.backups import folder
from tui_minutes.store.blaming import FAULTS
from tui_minutes.store.contents import reader
from tui_minutes.store.copying import Stop, heed, never
from tui_minutes.store.opening import UNREADABLE, is_large
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import TABLES, MeetingRow

if TYPE_CHECKING:
    from tui_minutes.store.store import Store

WEEK = timedelta(days=7)
_STEPS = 100_000


def examine(path: Path, stop: Stop = never) -> None:
    """Check every page and every index of the store; other programs go on meanwhile.

    Raises Refused("store_damaged") with what is wrong first, Stopped when `stop` says so.
    """
    heed(stop)
    try:
        with reader(path) as base:
            base.set_progress_handler(stop, _STEPS)
            problem = str(base.execute("PRAGMA integrity_check(1)").fetchone()[0])
            stranger = base.execute("PRAGMA foreign_key_check").fetchone()
    except UNREADABLE as error:
        heed(stop)
        raise failures.unreadable(error, path) from error
    if problem == "ok" and stranger:
        problem = f"{stranger[0]}: a row belongs to nothing"
    if problem != "ok":
        raise Refused("store_damaged", path=str(path), reason=" ".join(problem.split()))


def examine_sometimes(path: Path, today: date, stop: Stop = never) -> None:
    """`examine` at each call; a large store once a week, so that nobody waits for a disk that is read."""
    if not is_large(path):
        examine(path, stop)
        return
    kept = folder(path) / f".{path.name}.examined"
    if timedelta() <= today - _day_in(kept) < WEEK:
        return
    examine(path, stop)
    with suppress(OSError):  # then it is looked through the next time, too
        replace_private(kept, today.isoformat().encode())


def _day_in(file: Path) -> date:
    try:
        return date.fromisoformat(file.read_text("ascii"))
    except (OSError, ValueError):
        return date.min


def unreadable(store: Store) -> Iterator[Refused]:
    """Refused("record_unreadable") for each table and each meeting with a value that is none.

    Every column of every row is read, then every meeting as screens read it.
    """
    for table in TABLES:
        yield from _tried(store, table._meta.table_name, partial(_read_all, table))
    for uid, number in list(columns(MeetingRow.select(MeetingRow.uid, MeetingRow.number))):
        yield from _tried(store, number, partial(_read_meeting, store, uid))


def _read_all(table: type[Model]) -> None:
    for _ in table.select().dicts().iterator():
        pass


def _read_meeting(store: Store, uid: str) -> None:
    history.of_outcomes([outcome.uid for outcome in store.record(uid).outcomes])


def _tried(store: Store, name: object, read: Callable[[], object]) -> Iterator[Refused]:
    try:
        read()
    except FAULTS as error:
        yield Refused("record_unreadable", path=str(store.path), name=name, reason=str(error))
