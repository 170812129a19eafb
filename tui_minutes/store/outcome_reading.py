"""Reading outcomes: rows of several tables into records of the domain."""

from __future__ import annotations

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
from tui_minutes.store.rows import among, pairs
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
    rows = list(
        OutcomeRow.select().where(condition).order_by(OutcomeRow.id)
        if condition is not None
        else OutcomeRow.select().order_by(OutcomeRow.id)
    )
    ids = [row.id for row in rows] if condition is not None else None
    people = people_of(ids)
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
    table = column.model
    return dict(pairs(table.select(table.id, column).where(among(table.id, ids))))


def _superseded(ids: list[int] | None) -> dict[int, tuple[str, ...]]:
    """The numbers of those whose place an outcome took, by its key."""
    later = OutcomeRow.superseded_by
    query = OutcomeRow.select(later, OutcomeRow.number).order_by(OutcomeRow.id)
    query = query.where(later.is_null(False) if ids is None else among(later, ids))
    found: dict[int, tuple[str, ...]] = {}
    for key, number in pairs(query):
        found[key] = (*found.get(key, ()), number)
    return found


def people_of(ids: list[int] | None) -> dict[int, tuple[OutcomePerson, ...]]:
    """Who has a part in outcomes, by their keys; None is all."""
    query = OutcomePersonRow.select(OutcomePersonRow, PersonRow.uid.alias("person_uid"))
    query = query.left_outer_join(PersonRow).order_by(OutcomePersonRow.outcome, OutcomePersonRow.position)
    if ids is not None:
        query = query.where(among(OutcomePersonRow.outcome, ids))
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
        **{name: getattr(row, name) for name in _ALIKE},
        kind=OutcomeKind(row.kind),
        meeting_uid=links["meeting"][row.meeting_id],
        entry_uid=links["entry"].get(row.entry_id),
        item_uid=links["item"].get(row.item_id),
        parent_uid=links["parent"].get(row.parent_id),
        people=people,
        priority=Priority(row.priority) if row.priority else None,
        status=Status(row.status),
        level=Level(row.level),
        quality=Quality(row.quality) if row.quality else None,
        hearing=Hearing(row.hearing),
        becomes=links["becomes"].get(row.becomes_id),
        superseded_by=links["superseded_by"].get(row.superseded_by_id),
        supersedes=superseded,
    )


_ALIKE = (
    "uid", "number", "text", "department", "due", "due_next_meeting", "original_due", "deliverable",
    "resources", "no_action", "next_feedback", "done_on", "result", "remark", "unclear", "answer", "leftover",
    "provisional", "doubtful", "withdrawn", "version", "created_at", "updated_at",
)  # fmt: skip
"""The fields of an outcome that a row has as they are."""
