"""What was read of a damaged store put into a new one, where each row belongs to something again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from peewee import ForeignKeyField, Model, SqliteDatabase

from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.verification import SealedRecord
from tui_minutes.store.mending import NO_TIME, Lost, mended
from tui_minutes.store.rejudging import RULES
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import (
    Counter,
    EntryRow,
    MeetingRow,
    OutcomeRow,
    SealedRow,
    SealRow,
    SeriesRow,
    Setting,
    Table,
)
from tui_minutes.store.wreck import Remains, Row

_LINKS: dict[str, type[Table]] = {"follows": MeetingRow, "series": SeriesRow}
"""What a meeting refers to; under a seal by uid."""

_NUMBER = re.compile(r"(M-\d{4}|[A-Z])-(\d{3,})")


def fill(database: SqliteDatabase, left: dict[type[Model], Remains]) -> tuple[int, int]:
    """Put all rows into an empty store, in one transaction; what then belongs to nothing is settled.

    How many rows hold a value that had to be made up, and of how many meetings only parts were found.
    """
    links = [(table, link) for table in left for link in table._meta.refs]
    database.pragma("foreign_keys", 0)
    with database.atomic():
        Setting.delete().execute()
        made_up = sum(_put(table, row) for table, remains in left.items() for row in remains.rows.values())
        lost = {key for table, link in links if _needs_meeting(link) for key in _astray(table, link)}
        strays = sum(_stand_in(key) for key in sorted(lost))
        made_up += sum(_settle(table, link) for table, link in links)
        _raise_counters()
        Setting.delete().where(Setting.key == RULES).execute()
    database.pragma("foreign_keys", 1)
    return made_up, strays


def _put(table: type[Model], row: Row) -> bool:
    """Put a row where it belongs, if anything can be made of it; whether a value was made up."""
    try:
        whole, was_wrong = mended(table, row)
    except Lost:
        return False
    names, marks = ", ".join(f'"{name}"' for name in whole), ", ".join("?" * len(whole))
    into = f'INSERT OR IGNORE INTO "{table._meta.table_name}" ({names}) VALUES ({marks})'  # noqa: S608
    table._meta.database.execute_sql(into, list(whole.values()))
    return was_wrong


def _needs_meeting(link: ForeignKeyField) -> bool:
    return link.rel_model is MeetingRow and not link.null


def _astray(table: type[Model], link: ForeignKeyField) -> list[int]:
    """The keys of what rows belong to and is not there."""
    parent = link.rel_model
    query = table.select(link).where(link.is_null(False) & link.not_in(parent.select(parent.id)))
    return [int(key) for (key,) in columns(query.distinct())]


def _settle(table: type[Model], link: ForeignKeyField) -> int:
    """What belongs to something lost stays without the link where it can; how many rows."""
    parent = link.rel_model
    astray = link.is_null(False) & link.not_in(parent.select(parent.id))
    if link.null:
        return int(table.update({link.name: None}).where(astray).execute())
    table.delete().where(astray).execute()
    return 0


def _stand_in(key: int) -> bool:
    """A lost meeting as its last seal has it, or else nothing but what was said in it; whether the latter.

    Then it is as secret as can be, and to be read back.
    """
    if sealed := _as_sealed(key):
        _put(MeetingRow, sealed)
        return False
    lines = columns(EntryRow.select(EntryRow.at).where(EntryRow.meeting == key).order_by(EntryRow.at))
    times = [at for (at,) in lines] or [EntryRow.at.python_value(NO_TIME)]
    MeetingRow.insert(
        id=key, uid=f"00000000-0000-7000-8000-{key:012x}", number=f"M-0000-{key:03d}", title="",
        kind=MeetingKind.REGULAR, phase=Phase.READBACK, zone="UTC", level=Level.SECRET, language="en",
        started_at=times[0], ended_at=times[-1],
    ).execute()  # fmt: skip
    return True


def _as_sealed(key: int) -> Row:
    """The row of a meeting in its last seal that has it, a second copy; empty when there is none."""
    fields = (SealedRow.position, SealedRow.name, SealedRow.salt, SealedRow.body, SealedRow.leaf)
    mine = SealedRow.select(*fields).join(SealRow).where(SealRow.meeting == key)
    for row in columns(mine.order_by(SealRow.seq.desc(), SealedRow.position)):
        record = SealedRecord(*row)
        content = record.content() if record.intact else {}
        if content.get("table") == "meeting":
            links = {f"{name}_id": _key(table, content["fields"][name]) for name, table in _LINKS.items()}
            return {"id": key, "uid": content["uid"], **content["fields"], **links}
    return {}


def _key(table: type[Table], uid: str | None) -> int | None:
    found = table.get_or_none(table.uid == uid)
    return found.id if found else None


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
