"""A damaged store made into a sound one of what can be read, and what is missing in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from peewee import Model

from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import wreck
from tui_minutes.store.refilling import fill
from tui_minutes.store.store import Store
from tui_minutes.store.tables import TABLES, EntryRow, MeetingRow, OutcomeRow, Setting, TallyRow, TrackedRow
from tui_minutes.store.wreck import Remains

MADE_ANEW = (TrackedRow, TallyRow)
"""Tables that are made from the others."""


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows of a sort are known of, and how many of them were saved."""

    known: int
    saved: int


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a rescue saved: by table, and for each meeting (by number) its lines and its outcomes.

    `mended` counts the rows in which a value had to be made up, `strays` those whose meeting was lost.
    """

    tables: dict[str, Held]
    meetings: dict[str, tuple[Held, Held]]
    mended: int
    strays: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing that is known of, and nothing was made up."""
        parts = [*self.tables.values(), *(held for both in self.meetings.values() for held in both)]
        return not self.mended and not self.strays and all(held.saved >= held.known for held in parts)


def rescue(damaged: Path, new: Path) -> Rescued:
    """Make a new store at `new` of what can be read of the `damaged` one, which stays as it is.

    Raises Refused("file_exists") when something is at `new`, "nothing_rescued" when nothing can be read.
    """
    if new.exists():
        raise Refused("file_exists", path=str(new))
    if not damaged.is_file():
        raise Refused("store_missing", path=str(damaged))
    try:
        with TemporaryDirectory(prefix=f".{new.name}.", dir=new.parent) as folder:
            rescued = _rescue(damaged, Path(folder), Path(folder) / new.name)
            (Path(folder) / new.name).rename(new)
    except OSError as error:
        raise Refused("export_unwritable", path=str(new), reason=os_reason(error)) from error
    return rescued


def _rescue(damaged: Path, folder: Path, new: Path) -> Rescued:
    Store.open(folder / "empty.db").close()
    with wreck.opened(damaged, folder, folder / "empty.db") as base:
        left = {
            table: wreck.remains(base, table._meta.table_name) for table in TABLES if table not in MADE_ANEW
        }
        lines = wreck.known_of_meetings(base, "entryrow_meeting_id_seq", "entry")
        outcomes = wreck.known_of_meetings(base, "outcomerow_meeting_id", "outcome")
    if not any(remains.rows for table, remains in left.items() if table is not Setting):
        raise Refused("nothing_rescued", path=str(damaged))
    store = Store.open(new)
    try:
        made_up, strays = fill(store.database, left)
        store.rebuild()
        meetings = {
            one.number: (_held(EntryRow, one.id, lines), _held(OutcomeRow, one.id, outcomes))
            for one in MeetingRow.select(MeetingRow.id, MeetingRow.number).order_by(MeetingRow.id)
        }
        tables = {table._meta.table_name: _counted(table, remains) for table, remains in left.items()}
    finally:
        store.close()
    return Rescued(tables, meetings, made_up, strays)


def _held(table: Any, meeting: int, known: dict[int, int]) -> Held:
    """The rows of a meeting; where no index says how many there were, its lines say so by their numbers."""
    mine = table.select().where(table.meeting == meeting)
    saved = mine.count()
    if meeting in known:
        return Held(known[meeting], saved)
    last = max((row.seq for row in mine), default=0) if table is EntryRow else 0
    return Held(max(last, saved), saved)


def _counted(table: type[Model], remains: Remains) -> Held:
    return Held(len(remains.known), table.select().count())
