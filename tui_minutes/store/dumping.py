"""All rows of a meeting as plain records: every column as it lies on disk, rows referred to by uid (E5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import Field, ForeignKeyField, ModelSelect

from tui_minutes.store.tables import (
    AgendaRow,
    AmendmentRow,
    AttendanceRow,
    ConfirmationRow,
    EntryRow,
    HistoryRow,
    MeetingRow,
    ObjectionRow,
    OutcomePersonRow,
    OutcomeRow,
    ParticipantRow,
    PurgeRow,
    RevisionRow,
    SpanRow,
    Table,
    VoteRow,
)

Record = dict[str, Any]
"""`table`, `uid`, `record` (a name for people, its first word what it is) and `fields`."""

ROOM = (
    MeetingRow, ParticipantRow, AttendanceRow, OutcomeRow, HistoryRow, ConfirmationRow, ObjectionRow, VoteRow
)  # fmt: skip
"""What the room's seal covers; the log may still be tidied then."""

ALL = (*ROOM, AgendaRow, SpanRow, EntryRow, RevisionRow, AmendmentRow)
"""What the chair's seal covers."""

LEFT = (*ALL, PurgeRow)
"""What the seal of a purge covers: all that it left, and why."""

_PARENTS: dict[type[Table], Any] = {
    AttendanceRow: (AttendanceRow.participant, ParticipantRow),
    RevisionRow: (RevisionRow.entry, EntryRow),
    HistoryRow: (HistoryRow.outcome, OutcomeRow),
}
"""Rows that belong to a meeting through another one."""

_NAMES: dict[type[Table], Callable[[Record, dict[str, str]], str]] = {
    MeetingRow: lambda fields, _: f"meeting {fields['number']}",
    ParticipantRow: lambda fields, _: f"person {fields['name']}",
    AttendanceRow: lambda fields, names: f"attendance {_tail(names, fields['participant'])}",
    AgendaRow: lambda fields, _: f"item {fields['title']}",
    SpanRow: lambda fields, names: f"time {_tail(names, fields['item']) or 'of a break'}",
    EntryRow: lambda fields, _: f"line #{fields['seq']}",
    RevisionRow: lambda fields, names: f"revision {_tail(names, fields['entry'])}",
    OutcomeRow: lambda fields, _: f"outcome {fields['number']}",
    HistoryRow: lambda fields, names: f"history {_tail(names, fields['outcome'])}",
    ConfirmationRow: lambda fields, names: f"signature {_tail(names, fields['participant'])}",
    ObjectionRow: lambda fields, _: f"objection {fields['name']}",
    VoteRow: lambda fields, names: f"vote {_tail(names, fields['outcome']) or _line(fields['entry'])}",
    AmendmentRow: lambda fields, _: f"amendment {fields['subject']}",
    PurgeRow: lambda fields, _: f"purge {fields['number']}",
}


def dump(meeting_id: int, tables: tuple[type[Table], ...]) -> list[Record]:
    """The records of a meeting in `tables`, oldest first in each."""
    names: dict[str, str] = {}
    return [
        _record(table, fields, names)
        for table in sorted(tables, key=_is_named_after_another)
        for fields in _raw(_select(table).where(_belongs(table, meeting_id)))
    ]


def dump_row(table_name: str, uid: str) -> Record | None:
    """The record with `uid`, whichever meeting it lies in; None when there is none."""
    table = next(table for table in LEFT if table._meta.table_name == table_name)
    found = _raw(_select(table).where(table.uid == uid))
    return _record(table, found[0], {}) if found else None


def _is_named_after_another(table: type[Table]) -> bool:
    return table in (AttendanceRow, RevisionRow, HistoryRow, ConfirmationRow, SpanRow, VoteRow)


def _belongs(table: type[Table], meeting_id: int) -> Any:
    if table is MeetingRow:
        return MeetingRow.id == meeting_id
    if table in _PARENTS:
        link, parent = _PARENTS[table]
        return link.in_(parent.select(parent.id).where(parent.meeting == meeting_id))
    return table.meeting == meeting_id  # type: ignore[attr-defined]


def _record(table: type[Table], fields: Record, names: dict[str, str]) -> Record:
    uid = fields.pop("uid")
    if table is OutcomeRow:
        fields["people"] = _people(uid)
    names[uid] = name = _NAMES[table](fields, names)
    return {"table": table._meta.table_name, "uid": uid, "record": name, "fields": fields}


def _people(outcome_uid: str) -> list[list[Any]]:
    owner = OutcomeRow.select(OutcomeRow.id).where(OutcomeRow.uid == outcome_uid)
    rows = _raw(_select(OutcomePersonRow).where(OutcomePersonRow.outcome.in_(owner)))
    return [
        [row["part"], row["name"], row["department"], row["person"], row["position"], row["uid"]]
        for row in rows
    ]


def _columns(table: Any) -> list[Field[Any]]:
    return [field for field in table._meta.sorted_fields if field.name != "id"]


def _select(table: type[Table]) -> ModelSelect[Any]:
    return table.select(*(_column(field) for field in _columns(table))).order_by(table.id)


def _column(field: Field[Any]) -> Any:
    if not isinstance(field, ForeignKeyField):
        return field
    other = field.rel_model.alias()
    return other.select(other.uid).where(other.id == field)


def _raw(query: ModelSelect[Any]) -> list[Record]:
    """Rows as SQLite holds them: a value that no field could read any more is still a value."""
    names = [
        field.name if isinstance(field, ForeignKeyField) else field.column_name
        for field in _columns(query.model)
    ]
    return [dict(zip(names, row, strict=True)) for row in query.model._meta.database.execute(query)]


def _line(entry_uid: str | None) -> str:
    """A line of the log by its number; the room's seal does not cover the line itself."""
    line = EntryRow.get_or_none(EntryRow.uid == entry_uid)
    return f"#{line.seq}" if line else ""


def _tail(names: dict[str, str], uid: str | None) -> str:
    return names.get(uid or "", "").partition(" ")[2]
