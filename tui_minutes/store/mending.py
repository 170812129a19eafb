"""A row of a damaged store made into one that can be shown: a value that is none gives way to a plain one."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from peewee import BlobField, BooleanField, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.domain.agenda import ItemState, Origin
from tui_minutes.domain.attendance import Attendance, Movement
from tui_minutes.domain.discussion import EntryKind, MotionResult
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.outcomes import Act, Hearing, OutcomeKind, Part, Priority, Quality, Status
from tui_minutes.domain.sealing import SealKind
from tui_minutes.domain.signatures import Verdict, Way
from tui_minutes.domain.standup import Grouping
from tui_minutes.store.fields import InstantField, JsonField
from tui_minutes.store.wreck import Row

NO_TIME = "1970-01-01T00:00:00.000000Z"
"""Stands for an instant that nobody can read any more."""

UID = 36
"""The letters of a uid."""

CODES: dict[tuple[str, str], tuple[type[StrEnum], StrEnum | None]] = {
    ("meeting", "kind"): (MeetingKind, MeetingKind.REGULAR),
    ("meeting", "phase"): (Phase, Phase.READBACK),
    ("meeting", "level"): (Level, Level.SECRET),
    ("participant", "state"): (Attendance, Attendance.UNMARKED),
    ("attendance", "kind"): (Movement, None),
    ("agenda_item", "state"): (ItemState, ItemState.PENDING),
    ("agenda_item", "origin"): (Origin, Origin.PLANNED),
    ("agenda_item", "level"): (Level, Level.SECRET),
    ("entry", "kind"): (EntryKind, EntryKind.NOTE),
    ("entry", "result"): (MotionResult, None),
    ("outcome", "kind"): (OutcomeKind, None),
    ("outcome", "priority"): (Priority, None),
    ("outcome", "status"): (Status, Status.UNCONFIRMED),
    ("outcome", "level"): (Level, Level.SECRET),
    ("outcome", "quality"): (Quality, None),
    ("outcome", "hearing"): (Hearing, Hearing.UNREAD),
    ("outcome_person", "part"): (Part, None),
    ("history", "act"): (Act, Act.NOTE),
    ("confirmation", "verdict"): (Verdict, None),
    ("confirmation", "way"): (Way, None),
    ("seal", "kind"): (SealKind, None),
    ("standup", "grouped_by"): (Grouping, Grouping.OWNER),
}
"""The columns that hold codes, and what an unknown one is taken for: it says least, and is shown to fewest.

Where there is no such code, the column stays empty, or else the row is lost.
"""


class Lost(Exception):
    """Of this row nothing can be made."""


def mended(table: type[Model], row: Row) -> tuple[Row, bool]:
    """The row with a value of the right sort in each column, and whether one had to be made up.

    Columns that the row does not have, in a store of an earlier version, have their defaults. Raises Lost.
    """
    whole = {field.column_name: _value(table, field, row) for field in table._meta.sorted_fields}
    was_wrong = any(whole[name] != value for name, value in row.items() if name in whole)
    return whole, was_wrong or any("\ufffd" in str(value) for value in whole.values())


def _value(table: type[Model], field: Any, row: Row) -> object:
    name = field.column_name
    if name not in row:
        return _plain(field)
    value = row[name]
    if value is None:
        return None if field.null else _plain(field)
    if isinstance(field, BlobField):
        return value if isinstance(value, bytes) else str(value).encode()
    if isinstance(field, IntegerField | BooleanField | ForeignKeyField):
        return value if isinstance(value, int) else _plain(field)
    if name == "uid" and (not isinstance(value, str) or len(value) != UID):
        raise Lost
    if (table._meta.table_name, name) in CODES:
        return _code(field, value, *CODES[table._meta.table_name, name])
    return _text(field, value)


def _code(field: Any, value: object, codes: type[StrEnum], instead: StrEnum | None) -> str | None:
    if value in set(codes):
        return str(value)
    if instead is None and not field.null:
        raise Lost
    return None if instead is None else str(instead)


def _text(field: Any, value: object) -> object:
    """A text, an instant, a day or JSON, as it is spelt in the store."""
    spelt = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    try:
        field.python_value(spelt)
    except (ValueError, RecursionError):
        return _plain(field)
    return spelt


def _plain(field: Any) -> object:
    """What stands in a column of which nothing is known."""
    if field.null:
        return None
    if isinstance(field, InstantField):
        return NO_TIME
    if field.default is not None:
        return field.db_value(field.default() if callable(field.default) else field.default)
    if isinstance(field, JsonField):
        return "{}"
    if isinstance(field, TextField):
        return ""
    raise Lost
