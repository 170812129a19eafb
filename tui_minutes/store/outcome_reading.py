"""Reading outcomes: rows of several tables into records of the domain."""

from __future__ import annotations

from functools import lru_cache
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
from tui_minutes.store.remembered import MOST, Values, as_row, place, stored
from tui_minutes.store.rows import among
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
    query = OutcomeRow.select().order_by(OutcomeRow.id)
    rows = stored(query if condition is None else query.where(condition))
    ids = None if condition is None else [one[0] for one in rows]
    people, superseded = people_of(ids), _superseded(ids)
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
    table = column.model
    return dict(stored(table.select(table.id, column).where(among(table.id, ids))))


def _superseded(ids: list[int] | None) -> dict[int, tuple[str, ...]]:
    """The numbers of those whose place an outcome took, by its key."""
    later = OutcomeRow.superseded_by
    query = OutcomeRow.select(later, OutcomeRow.number).order_by(OutcomeRow.id)
    query = query.where(later.is_null(False) if ids is None else among(later, ids))
    found: dict[int, tuple[str, ...]] = {}
    for key, number in stored(query):
        found[key] = (*found.get(key, ()), number)
    return found


def people_of(ids: list[int] | None) -> dict[int, tuple[OutcomePerson, ...]]:
    """Who has a part in outcomes, by their keys; None is all."""
    kept = OutcomePersonRow
    query = kept.select(kept.outcome, kept.part, kept.name, kept.department, PersonRow.uid)
    query = query.left_outer_join(PersonRow).order_by(OutcomePersonRow.outcome, OutcomePersonRow.position)
    if ids is not None:
        query = query.where(among(OutcomePersonRow.outcome, ids))
    people: dict[int, tuple[OutcomePerson, ...]] = {}
    for outcome, *values in stored(query):
        people[outcome] = (*people.get(outcome, ()), _person(*values))
    return people


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
