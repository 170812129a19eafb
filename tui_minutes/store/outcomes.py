"""Outcomes: reading them, and the one function through which every change of them goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import Expression

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import (
    Act,
    Hearing,
    Outcome,
    OutcomeKind,
    OutcomePerson,
    Part,
    Priority,
    Quality,
    Status,
)
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import directory, tracked
from tui_minutes.store.tables import (
    AgendaRow,
    EntryRow,
    HistoryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    PersonRow,
)

PEOPLE = "people"


def of_meeting(meeting_id: int) -> tuple[Outcome, ...]:
    """All outcomes of one meeting, in the order they were made."""
    return tuple(_load(OutcomeRow.meeting == meeting_id))


def every() -> list[Outcome]:
    """All outcomes of the store."""
    return _load(None)


def those(condition: Expression) -> list[Outcome]:
    """The outcomes for which `condition` holds, in the order they were made."""
    return _load(condition)


def find(uid: str) -> Outcome | None:
    """The outcome with `uid`."""
    found = _load(OutcomeRow.uid == uid)
    return found[0] if found else None


def by_number(number: str) -> Outcome | None:
    """The outcome numbered `number`, or what it was turned into."""
    row = OutcomeRow.get_or_none(OutcomeRow.number == number.upper())
    while row is not None and row.becomes_id is not None:
        row = row.becomes
    return find(row.uid) if row else None


def _load(condition: Any) -> list[Outcome]:
    rows = list(
        OutcomeRow.select().where(condition).order_by(OutcomeRow.id)
        if condition is not None
        else OutcomeRow.select().order_by(OutcomeRow.id)
    )
    ids = [row.id for row in rows] if condition is not None else None
    people = _people(ids)
    links = {
        name: _spelt(column, [getattr(row, f"{name}_id") for row in rows]) for name, column in _LINKS.items()
    }
    superseded = _superseded(ids)
    return [_outcome(row, people.get(row.id, ()), links, superseded.get(row.id, ())) for row in rows]


_LINKS: dict[str, Any] = {
    "meeting": MeetingRow.uid,
    "entry": EntryRow.uid,
    "item": AgendaRow.uid,
    "parent": OutcomeRow.uid,
    "becomes": OutcomeRow.uid,
    "superseded_by": OutcomeRow.number,
}
"""The links of an outcome, and the column of the other row that tells which it is."""


def _spelt(column: Any, ids: list[int | None]) -> dict[int | None, str]:
    table, wanted = column.model, {one for one in ids if one is not None}
    query = table.select(table.id, column)
    if len(wanted) < 500:  # SQLite limits the values of one IN; a whole ledger is read without it
        query = query.where(table.id.in_(list(wanted)))
    return dict(query.tuples())


def _superseded(ids: list[int] | None) -> dict[int, tuple[str, ...]]:
    """The numbers of those whose place an outcome took, by its key."""
    later = OutcomeRow.superseded_by
    query = OutcomeRow.select(OutcomeRow.superseded_by_id, OutcomeRow.number).order_by(OutcomeRow.id)
    query = query.where(later.is_null(False) if ids is None else later.in_(ids))
    found: dict[int, tuple[str, ...]] = {}
    for key, number in query.tuples():
        found[key] = (*found.get(key, ()), number)
    return found


def _people(ids: list[int] | None) -> dict[int, tuple[OutcomePerson, ...]]:
    query = OutcomePersonRow.select(OutcomePersonRow, PersonRow.uid.alias("person_uid"))
    query = query.left_outer_join(PersonRow).order_by(OutcomePersonRow.outcome, OutcomePersonRow.position)
    if ids is not None:
        query = query.where(OutcomePersonRow.outcome.in_(ids))
    people: dict[int, tuple[OutcomePerson, ...]] = {}
    for row in query.namedtuples():
        person = OutcomePerson(Part(row.part), row.name, row.department, row.person_uid)
        people[row.outcome] = (*people.get(row.outcome, ()), person)
    return people


def _outcome(
    row: OutcomeRow,
    people: tuple[OutcomePerson, ...],
    links: dict[str, dict[int | None, str]],
    superseded: tuple[str, ...],
) -> Outcome:
    return Outcome(
        uid=row.uid,
        number=row.number,
        kind=OutcomeKind(row.kind),
        text=row.text,
        meeting_uid=links["meeting"][row.meeting_id],
        entry_uid=links["entry"].get(row.entry_id),
        item_uid=links["item"].get(row.item_id),
        parent_uid=links["parent"].get(row.parent_id),
        people=people,
        department=row.department,
        due=row.due,
        due_next_meeting=row.due_next_meeting,
        original_due=row.original_due,
        deliverable=row.deliverable,
        resources=row.resources,
        priority=Priority(row.priority) if row.priority else None,
        status=Status(row.status),
        level=Level(row.level),
        no_action=row.no_action,
        next_feedback=row.next_feedback,
        done_on=row.done_on,
        result=row.result,
        remark=row.remark,
        unclear=row.unclear,
        answer=row.answer,
        leftover=row.leftover,
        quality=Quality(row.quality) if row.quality else None,
        provisional=row.provisional,
        doubtful=row.doubtful,
        withdrawn=row.withdrawn,
        hearing=Hearing(row.hearing),
        becomes=links["becomes"].get(row.becomes_id),
        superseded_by=links["superseded_by"].get(row.superseded_by_id),
        supersedes=superseded,
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


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
    changes = _differences(row, fields, people)
    if not (new or changes or cause or remedy or note or act):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    _save(command, row, new)
    if PEOPLE in changes:
        _replace_people(command, row, people or ())
    HistoryRow.create(
        uid=new_uid(command.at), outcome=row, at=command.at, by=command.by, entered_by=command.entered_by,
        changes=changes, cause=cause, remedy=remedy, note=note, act=act, undoes=undoes, command=command.id,
    )  # fmt: skip
    tracked.keep([row.id])
    return True


def _differences(
    row: OutcomeRow, fields: dict[str, Any], people: tuple[OutcomePerson, ...] | None
) -> dict[str, tuple[Any, Any]]:
    """What would change, from and to; of a new outcome all that it begins with, from nothing."""
    new = row.id is None
    changes = {
        name: (None if new else plain(getattr(row, name)), plain(value)) for name, value in fields.items()
    }
    if people is not None:
        before = () if new else _people([row.id]).get(row.id, ())
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


def _replace_people(command: Command, row: OutcomeRow, people: tuple[OutcomePerson, ...]) -> None:
    OutcomePersonRow.delete().where(OutcomePersonRow.outcome == row).execute()
    for position, one in enumerate(people):
        known = PersonRow.get_or_none(uid=one.person_uid) if one.person_uid else directory.find(one.name)
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
    return _spell(_people([row.id]).get(row.id, ()))


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
    """The row to change; Refused("changed_meanwhile") when it is no longer the version that was `seen`."""
    row = OutcomeRow.get_or_none(OutcomeRow.uid == uid)
    if row is None:
        raise Refused("not_found", number=uid)
    if seen is not None and row.version != seen:
        raise Refused("changed_meanwhile", number=row.number)
    return row
