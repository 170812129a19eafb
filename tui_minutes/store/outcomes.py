"""Outcomes: what is read of them, and the one function through which every change of them goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Act, OutcomePerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import bulk, directory, tracked
from tui_minutes.store.outcome_reading import by_number, every, find, of_meeting, people_of, those
from tui_minutes.store.rows import among, pairs
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
    "Edit",
    "New",
    "by_number",
    "change_all",
    "current",
    "every",
    "find",
    "link",
    "make_all",
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
    changes = _differences(row, fields, people)
    if not (new or changes or cause or remedy or note or act):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    _save(command, row, new)
    if PEOPLE in changes and not new:
        OutcomePersonRow.delete().where(OutcomePersonRow.outcome == row).execute()
    if PEOPLE in changes:
        _add_people(command, row, people or ())
    HistoryRow.create(
        uid=new_uid(command.at), outcome=row, at=command.at, by=command.by, entered_by=command.entered_by,
        changes=changes, cause=cause, remedy=remedy, note=note, act=act, undoes=undoes, command=command.id,
    )  # fmt: skip
    tracked.keep([row.id])
    return True


@dataclass(frozen=True, slots=True)
class New:
    """An outcome to be made: its whole record, who has a part in it, and the `fields` that history tells."""

    record: dict[str, Any]
    people: tuple[OutcomePerson, ...]
    fields: dict[str, Any]


def make_all(command: Command, made: Sequence[New], act: Act) -> list[int]:
    """Many new outcomes at once, each with its people and the first step of its history; their keys."""
    bulk.insert(OutcomeRow, (one.record for one in made))
    uids = [one.record["uid"] for one in made]
    keys = dict(pairs(OutcomeRow.select(OutcomeRow.uid, OutcomeRow.id).where(among(OutcomeRow.uid, uids))))
    bulk.insert(OutcomePersonRow, _parts(command, made, keys))
    bulk.insert(HistoryRow, (_first_step(command, one, keys[one.record["uid"]], act) for one in made))
    tracked.keep(list(keys.values()))
    return [keys[uid] for uid in uids]


def _parts(command: Command, made: Sequence[New], keys: dict[str, int]) -> Iterator[dict[str, Any]]:
    known = directory.unmistakable()
    for one in made:
        for position, person in enumerate(one.people):
            yield {
                "uid": new_uid(command.at), "outcome": keys[one.record["uid"]], "part": person.part.value,
                "person": known.get(person.name), "name": person.name, "department": person.department,
                "position": position,
            }  # fmt: skip


def _first_step(command: Command, one: New, key: int, act: Act) -> dict[str, Any]:
    return _step(command, key, _differences(OutcomeRow(), one.fields, one.people), act)


def _step(command: Command, key: int, changes: dict[str, tuple[Any, Any]], act: Act) -> dict[str, Any]:
    """A step of history among many."""
    return {
        "uid": new_uid(command.at), "outcome": key, "at": command.at, "by": command.by, "act": act,
        "entered_by": command.entered_by, "command": command.id, "changes": changes,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of an outcome that was `seen` in a version: its fields, all people or (None) those before."""

    uid: str
    seen: int
    fields: dict[str, Any]
    people: tuple[OutcomePerson, ...] | None


def change_all(command: Command, edits: Sequence[Edit], act: Act) -> None:
    """`write` for many at once; refused as `current`, before anything of them is written."""
    found = {row.uid: row for row in OutcomeRow.select().where(among(OutcomeRow.uid, [e.uid for e in edits]))}
    steps = []
    for one in edits:
        row = _unchanged(found.get(one.uid), one)
        changes = _differences(row, one.fields, one.people)
        if not changes:
            continue
        columns = {**one.fields, "version": row.version + 1, "updated_at": command.at}
        OutcomeRow.update(columns).where(OutcomeRow.id == row.id).execute()
        if one.people is not None and PEOPLE in changes:
            OutcomePersonRow.delete().where(OutcomePersonRow.outcome == row).execute()
            _add_people(command, row, one.people)
        steps.append(_step(command, row.id, changes, act))
    bulk.insert(HistoryRow, steps)
    tracked.keep([step["outcome"] for step in steps])


def _unchanged(row: OutcomeRow | None, edit: Edit) -> OutcomeRow:
    """The row of an edit, if it is still what was seen."""
    if row is None or row.version != edit.seen:
        return current(edit.uid, edit.seen)
    return row


def _differences(
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


def _add_people(command: Command, row: OutcomeRow, people: tuple[OutcomePerson, ...]) -> None:
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
