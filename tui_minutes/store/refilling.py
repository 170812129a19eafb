"""What was read of a damaged store put into a new one, where each row belongs to something again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from peewee import ForeignKeyField, Model, SqliteDatabase

from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.store.mending import NO_TIME, Lost, mended
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import Counter, EntryRow, MeetingRow, OutcomeRow, Setting
from tui_minutes.store.tracked import RULES
from tui_minutes.store.wreck import Remains

_NUMBER = re.compile(r"(M-\d{4}|[A-Z])-(\d{3,})")


def fill(database: SqliteDatabase, left: dict[type[Model], Remains]) -> tuple[int, int]:
    """Put all rows into an empty store, in one transaction; what then belongs to nothing is settled.

    How many rows hold a value that had to be made up, and of how many meetings only parts were found.
    """
    database.pragma("foreign_keys", 0)
    with database.atomic():
        Setting.delete().execute()
        made_up = sum(_put(database, table, remains) for table, remains in left.items())
        strays = 0
        for table in left:
            for link in table._meta.refs:
                unlinked, stray = _settle(table, link)
                made_up, strays = made_up + unlinked, strays + stray
        _raise_counters()
        Setting.delete().where(Setting.key == RULES).execute()
    database.pragma("foreign_keys", 1)
    return made_up, strays


def _put(database: Any, table: type[Model], remains: Remains) -> int:
    made_up = 0
    for _, row in sorted(remains.rows.items()):
        try:
            whole, was_wrong = mended(table, row)
        except Lost:
            continue
        made_up += was_wrong
        names, marks = ", ".join(f'"{name}"' for name in whole), ", ".join("?" * len(whole))
        into = f'INSERT OR IGNORE INTO "{table._meta.table_name}" ({names}) VALUES ({marks})'  # noqa: S608
        database.execute_sql(into, list(whole.values()))
    return made_up


def _settle(table: type[Model], link: ForeignKeyField) -> tuple[int, int]:
    """What belongs to something lost stays where it can: rows without their link, meetings stood in for."""
    parent = link.rel_model
    astray = link.is_null(False) & link.not_in(parent.select(parent.id))
    if link.null:
        return table.update({link.name: None}).where(astray).execute(), 0
    if parent is not MeetingRow:
        table.delete().where(astray).execute()
        return 0, 0
    keys = [int(key) for (key,) in list(columns(table.select(link.column).where(astray).distinct()))]
    for key in keys:
        _stand_in(key)
    return 0, len(keys)


def _stand_in(key: int) -> None:
    """A meeting of which nothing is left but what was said in it: as secret as can be, to be read back."""
    lines = columns(EntryRow.select(EntryRow.at).where(EntryRow.meeting == key).order_by(EntryRow.at))
    times = [at for (at,) in lines] or [EntryRow.at.python_value(NO_TIME)]
    MeetingRow.insert(
        id=key, uid=f"00000000-0000-7000-8000-{key:012x}", number=f"M-0000-{key:03d}", title="",
        kind=MeetingKind.REGULAR, phase=Phase.READBACK, zone="UTC", level=Level.SECRET, language="en",
        started_at=times[0], ended_at=times[-1],
    ).execute()  # fmt: skip


def _raise_counters() -> None:
    """No number that is found is given out again, whatever became of the counters."""
    found = [
        number for table in (MeetingRow, OutcomeRow) for (number,) in columns(table.select(table.number))
    ]
    for number in cast("Iterable[str]", found):
        if parts := _NUMBER.fullmatch(number):
            Counter.insert(name=parts[1], value=0).on_conflict_ignore().execute()
            higher = (Counter.name == parts[1]) & (Counter.value < int(parts[2]))
            Counter.update(value=int(parts[2])).where(higher).execute()
