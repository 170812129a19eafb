"""Reading outcomes: rows of several tables into records of the domain."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from peewee import Expression

from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import (
    Hearing,
    Outcome,
    OutcomeKind,
    OutcomePerson,
    Part,
    Priority,
    Quality,
    Status,
)
from tui_minutes.store import called
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.remembered import MOST, Values, as_row, place, stored
from tui_minutes.store.rows import in_list, listed
from tui_minutes.store.tables import (
    AgendaRow,
    EntryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    PersonRow,
)


def of_meeting(meeting_id: int) -> tuple[Outcome, ...]:
    """All outcomes of one meeting, in the order they were made."""
    return tuple(_load(OutcomeRow.meeting == meeting_id))


def every() -> list[Outcome]:
    """All outcomes of the store."""
    return _load(None)


def those(condition: Expression) -> list[Outcome]:
    """The outcomes for which `condition` holds, in the order they were made."""
    return _load(condition)


def standing(keys: Sequence[int]) -> list[Outcome]:
    """Those of some outcomes, by their keys, that are not withdrawn, in the order they were made."""
    return _told(_STANDING.stored(listed(keys)))


_STANDING = Prepared(
    OutcomeRow,
    lambda keys: (
        OutcomeRow.select()
        .where(in_list(OutcomeRow.id, keys) & ~OutcomeRow.withdrawn)
        .order_by(OutcomeRow.id)
    ),
)


def find(uid: str) -> Outcome | None:
    """The outcome with `uid`."""
    found = _told(_BY_UID.stored(uid))
    return found[0] if found else None


_BY_UID = Prepared(OutcomeRow, lambda uid: OutcomeRow.select().where(OutcomeRow.uid == uid))


def after(meeting_id: int, key: int) -> tuple[Outcome, ...]:
    """The outcomes of a meeting that were made after the one with that key."""
    return tuple(_told(_AFTER.stored(meeting_id, key)))


_AFTER = Prepared(
    OutcomeRow,
    lambda meeting, key: (
        OutcomeRow.select()
        .where((OutcomeRow.meeting == meeting) & (OutcomeRow.id > key))
        .order_by(OutcomeRow.id)
    ),
)


def by_number(number: str) -> Outcome | None:
    """The outcome numbered `number`, or what it was turned into."""
    row = OutcomeRow.get_or_none(OutcomeRow.number == number.upper())
    while row is not None and row.becomes_id is not None:
        row = row.becomes
    return find(row.uid) if row else None


def _load(condition: Any) -> list[Outcome]:
    query = OutcomeRow.select().order_by(OutcomeRow.id)
    if condition is None:
        return _told(stored(query), None)
    return _told(stored(query.where(condition)))


def _told(rows: list[Values], *every: None) -> list[Outcome]:
    """The outcomes of these rows, which are `every` one, or only some."""
    ids = None if every else [one[0] for one in rows]
    people, superseded = _people_now(ids), _superseded(ids)
    links = [(at, _spelt(column, [one[at] for one in rows])) for at, column in _PLACES.items()]
    return [
        _outcome(
            one,
            people.get(one[0], ()),
            superseded.get(one[0], ()),
            *(uids.get(one[at]) for at, uids in links),
        )
        for one in rows
    ]


_PLACES: dict[int, Any] = {
    place(OutcomeRow, "meeting"): MeetingRow.uid,
    place(OutcomeRow, "entry"): EntryRow.uid,
    place(OutcomeRow, "item"): AgendaRow.uid,
    place(OutcomeRow, "parent"): OutcomeRow.uid,
    place(OutcomeRow, "becomes"): OutcomeRow.uid,
    place(OutcomeRow, "superseded_by"): OutcomeRow.number,
}
"""The links of an outcome and the column of the other row that names it, in the order of `_outcome`."""


def _spelt(column: Any, ids: list[int | None]) -> dict[int | None, str]:
    """What other rows are named by, by their keys."""
    return dict(_names(column).stored(listed(ids)))


@cache
def _names(column: Any) -> Prepared[Any]:
    table = column.model
    return Prepared(table, lambda keys: table.select(table.id, column).where(in_list(table.id, keys)))


def _superseded(ids: list[int] | None) -> dict[int, tuple[str, ...]]:
    """The numbers of those whose place an outcome took, by its key."""
    found: dict[int, tuple[str, ...]] = {}
    for key, number in _ALL_REPLACED.stored() if ids is None else _REPLACED.stored(listed(ids)):
        found[key] = (*found.get(key, ()), number)
    return found


_LATER = OutcomeRow.superseded_by


def _replaced(condition: Expression) -> Any:
    return OutcomeRow.select(_LATER, OutcomeRow.number).where(condition).order_by(OutcomeRow.id)


_ALL_REPLACED = Prepared(OutcomeRow, _replaced, lambda: _LATER.is_null(False))
_REPLACED = Prepared(OutcomeRow, _replaced, lambda keys: in_list(_LATER, keys))


def people_of(ids: list[int]) -> dict[int, tuple[OutcomePerson, ...]]:
    """Who has a part in outcomes, by their keys, under the names that were written."""
    people: dict[int, tuple[OutcomePerson, ...]] = {}
    for outcome, part, name, department, _, uid in _PEOPLE.stored(listed(ids)):
        people[outcome] = (*people.get(outcome, ()), _person(part, name, department, uid))
    return people


def _people_now(ids: list[int] | None) -> dict[int, tuple[OutcomePerson, ...]]:
    """The same as they are called now; of all outcomes for None."""
    rows = _EVERYBODY.stored() if ids is None else _PEOPLE.stored(listed(ids))
    names = called.names_of((key, name) for _, _, name, _, key, _ in rows)
    people: dict[int, tuple[OutcomePerson, ...]] = {}
    for outcome, part, name, department, key, uid in rows:
        one = _person(part, names[key, name], department, uid)
        people[outcome] = (*people.get(outcome, ()), one)
    return people


def _people(condition: Expression) -> Any:
    kept = OutcomePersonRow
    query = kept.select(kept.outcome, kept.part, kept.name, kept.department, kept.person, PersonRow.uid)
    return query.left_outer_join(PersonRow).where(condition).order_by(kept.outcome, kept.position)


_EVERYBODY = Prepared(OutcomePersonRow, _people, lambda: OutcomePersonRow.outcome.is_null(False))
_PEOPLE = Prepared(OutcomePersonRow, _people, lambda keys: in_list(OutcomePersonRow.outcome, keys))


@lru_cache(maxsize=MOST)
def _person(part: str, name: str, department: str, uid: str | None) -> OutcomePerson:
    return OutcomePerson(Part(part), name, department, uid)


@lru_cache(maxsize=MOST)
def _outcome(
    values: Values,
    people: tuple[OutcomePerson, ...],
    supersedes: tuple[str, ...],
    meeting: str,
    entry: str | None,
    item: str | None,
    parent: str | None,
    becomes: str | None,
    superseded_by: str | None,
) -> Outcome:
    """An outcome; the same one as before where nothing about it has changed."""
    row = as_row(OutcomeRow, values)
    return Outcome(
        **{name: getattr(row, name) for name in _ALIKE},
        kind=OutcomeKind(row.kind),
        meeting_uid=meeting,
        entry_uid=entry,
        item_uid=item,
        parent_uid=parent,
        people=people,
        priority=Priority(row.priority) if row.priority else None,
        status=Status(row.status),
        level=Level(row.level),
        quality=Quality(row.quality) if row.quality else None,
        hearing=Hearing(row.hearing),
        becomes=becomes,
        superseded_by=superseded_by,
        supersedes=supersedes,
    )


_ALIKE = (
    "uid", "number", "text", "department", "due", "due_next_meeting", "original_due", "deliverable",
    "resources", "no_action", "next_feedback", "done_on", "result", "remark", "unclear", "answer", "leftover",
    "provisional", "doubtful", "withdrawn", "version", "created_at", "updated_at",
)  # fmt: skip
"""The fields of an outcome that a row has as they are."""
