"""Outcomes: what is read of them, and the one function through which every change of them goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Act, OutcomePerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import directory, rows, tracked
from tui_minutes.store.outcome_reading import by_number, every, find, of_meeting, people_of, those
from tui_minutes.store.tables import (
    AgendaRow,
    EntryRow,
    HistoryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    PersonRow,
)

__all__ = [
    "PEOPLE",
    "add_people",
    "by_number",
    "current",
    "differences",
    "every",
    "find",
    "link",
    "of_meeting",
    "people_told",
    "plain",
    "those",
    "write",
]

PEOPLE = "people"


def write(
    command: Command,
    row: OutcomeRow,
    fields: dict[str, Any],
    people: tuple[OutcomePerson, ...] | None = None,
    *,
    cause: str = "",
    remedy: str = "",
    note: str = "",
    act: Act = Act.EDIT,
    undoes: HistoryRow | None = None,
) -> bool:
    """The one way an outcome is made or changed: sets what differs, adds its history, counts its version.

    `fields` are columns by name (links as rows); `people`, when given, replaces all of them. `act` says what
    the step is; one with a name is told also when no field differs. Returns whether anything was written.
    """
    new = row.id is None
    changes = differences(row, fields, people)
    if not (new or changes or cause or remedy or note or act):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    _save(command, row, new)
    if PEOPLE in changes and not new:
        OutcomePersonRow.delete().where(OutcomePersonRow.outcome == row).execute()
    if PEOPLE in changes:
        add_people(command, row, people or ())
    HistoryRow.create(
        uid=new_uid(command.at), outcome=row, at=command.at, by=command.by, entered_by=command.entered_by,
        changes=changes, cause=cause, remedy=remedy, note=note, act=act, undoes=undoes, command=command.id,
    )  # fmt: skip
    tracked.keep([row.id])
    return True


def differences(
    row: OutcomeRow, fields: dict[str, Any], people: tuple[OutcomePerson, ...] | None
) -> dict[str, tuple[Any, Any]]:
    """What would change, from and to; of a new outcome all that it begins with, from nothing."""
    new = row.id is None
    changes = {
        name: (None if new else plain(getattr(row, name)), plain(value)) for name, value in fields.items()
    }
    if people is not None:
        before = () if new else people_of([row.id]).get(row.id, ())
        changes[PEOPLE] = (_spell(before), _spell(people))
    empty = (None, "", False) if new else ()
    return {name: pair for name, pair in changes.items() if pair[0] != pair[1] and pair[1] not in empty}


def _save(command: Command, row: OutcomeRow, new: bool) -> None:
    row.updated_at = command.at
    if new:
        row.created_at = command.at
    else:
        row.version += 1
    row.save(force_insert=new)


def add_people(command: Command, row: OutcomeRow, people: tuple[OutcomePerson, ...]) -> None:
    """Let `people` have their parts in an outcome that has none yet."""
    for position, one in enumerate(people):
        known = rows.find(PersonRow, one.person_uid) if one.person_uid else directory.find(one.name)
        OutcomePersonRow.create(
            uid=new_uid(command.at), outcome=row, person=known, part=one.part.value, name=one.name,
            department=one.department, position=position,
        )  # fmt: skip


def link(meeting: MeetingRow, person: PersonRow) -> None:
    """Someone has become known: the outcomes of `meeting` that have the bare name now mean this person."""
    made = OutcomeRow.select(OutcomeRow.id).where(OutcomeRow.meeting == meeting)
    bare = OutcomePersonRow.person.is_null() & (OutcomePersonRow.name == person.name)
    meant = OutcomePersonRow.update(person=person).where(bare & OutcomePersonRow.outcome.in_(made))
    if meant.execute():
        tracked.keep_where(OutcomeRow.meeting == meeting)


def people_told(row: OutcomeRow) -> list[list[str]]:
    """Who has a part in an outcome now, as history tells it."""
    return _spell(people_of([row.id]).get(row.id, ()))


def _spell(people: tuple[OutcomePerson, ...]) -> list[list[str]]:
    """People as history keeps them: part, name, department."""
    return [[one.part.value, one.name, one.department] for one in people]


def plain(value: Any) -> Any:
    """A value as history keeps it: days in ISO, rows by number or title."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, OutcomeRow):
        return value.number
    if isinstance(value, AgendaRow | MeetingRow | EntryRow):
        return value.uid
    return value


def current(uid: str, seen: int | None) -> OutcomeRow:
    """The row to change; Refused("changed_meanwhile") when it is no longer the version that was `seen`.

    Refused("purged") when only its number is left.
    """
    row = OutcomeRow.get_or_none(OutcomeRow.uid == uid)
    if row is None:
        raise Refused("not_found", number=uid)
    if row.meeting.phase == Phase.PURGED:
        raise Refused("purged", number=row.number)
    if seen is not None and row.version != seen:
        raise Refused("changed_meanwhile", number=row.number)
    return row
