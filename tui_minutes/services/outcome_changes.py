"""How an outcome changes: fields, people, status, and what that does to readback and signatures (E1, T6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.domain.capture import Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import SEALED, Level
from tui_minutes.domain.outcomes import (
    ENDED,
    Act,
    Hearing,
    OutcomeKind,
    OutcomePerson,
    Part,
    Priority,
    Status,
)
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.voting import Poll
from tui_minutes.services import vote_taking
from tui_minutes.services.phases import unsealed
from tui_minutes.store import directory, outcomes, rows
from tui_minutes.store.tables import MeetingRow, OutcomeRow

GROUPS = {"owners": (Part.RESPONSIBLE, Part.HELPER), "deciders": (Part.DECIDER,), "cc": (Part.COPIED,)}
QUIET = {"hearing", "doubtful", "provisional", "original_due"}
"""Fields whose change does not alter what was agreed."""

ONLY = {
    "deliverable": OutcomeKind.ACTION,
    "next_feedback": OutcomeKind.QUESTION,
    "no_action": OutcomeKind.DECISION,
    "votes": OutcomeKind.DECISION,
}
"""Fields that one kind alone has."""


def changes_of(reading: Reading) -> dict[str, Any]:
    """The fields of an outcome that a typed line names; what it does not name is not in it."""
    named = {
        "text": reading.text,
        "owners": reading.owners,
        "cc": reading.cc,
        "department": reading.department,
        "due": reading.due,
        "deliverable": reading.deliverable,
        "resources": reading.resources,
        "priority": reading.priority,
        "next_feedback": reading.next,
        "parent": reading.parent,
        "status": reading.status,
        "result": reading.outcome_result,
        "no_action": reading.no_action,
        "doubtful": reading.doubtful,
        "due_next_meeting": reading.due_next_meeting,
        "votes": Poll(reading.votes) if reading.votes else None,
    }
    return {name: value for name, value in named.items() if value}


def change(
    command: Command,
    row: OutcomeRow,
    changes: dict[str, Any],
    *,
    cause: str = "",
    remedy: str = "",
    note: str = "",
    act: Act = Act.EDIT,
) -> None:
    """Write `changes` with their history; before the seal it is unread again, signatures void."""
    changes = dict(changes)
    if not str(changes.get("text", row.text)).strip():
        raise Refused("empty_text")
    for name, kind in ONLY.items():
        if changes.get(name) and row.kind != kind:
            raise Refused("field_of_other_kind", field=name, number=row.number)
    voted, poll = "votes" in changes, changes.pop("votes", None)
    if voted:
        note = _vote(command, row, poll, note)
    people = _people_after(row, changes)
    fields = column_values(command, row, changes)
    content = voted or set(fields) - QUIET or people is not None
    if content and row.meeting.phase not in SEALED and row.provisional and row.hearing != Hearing.UNREAD:
        fields["hearing"] = Hearing.UNREAD
    written = outcomes.write(command, row, fields, people, cause=cause, remedy=remedy, note=note, act=act)
    if written and content:
        void_signatures(command, row)


def _vote(command: Command, row: OutcomeRow, poll: Poll | None, note: str) -> str:
    """The room votes on a decision, before the seal only; the note that history keeps of it."""
    unsealed(row.meeting.uid)
    vote_taking.take(command, poll, outcome=row)
    return " · ".join(part for part in (note, vote_taking.told(row.meeting, poll)) if part)


def void_signatures(command: Command, row: OutcomeRow) -> None:
    """What was signed is no longer what stands: the signatures given so far are void, naming the outcome."""
    if row.meeting.phase not in SEALED:
        void_all(command, row.meeting, row.number)


def void_all(command: Command, meeting: MeetingRow, what: str) -> None:
    """The signatures given so far are void: `what`, by its number, has changed."""
    for signature in rows.standing_confirmations(meeting):
        signature.voided_at, signature.voided_by = command.at, what
        signature.save()


def _people_after(row: OutcomeRow, changes: dict[str, Any]) -> tuple[OutcomePerson, ...] | None:
    """All people of the outcome after `changes`, which lose their keys of people; None: they stay."""
    groups = {name: changes.pop(name) for name in GROUPS if name in changes}
    if not groups:
        return None
    loaded = outcomes.find(row.uid)
    before = loaded.people if loaded else ()
    after: list[OutcomePerson] = []
    for name, parts in GROUPS.items():
        if name in groups:
            after += named(row.meeting, groups[name], parts)
        else:
            after += [person for person in before if person.part in parts]
    if "owners" in groups and not changes.get("department"):
        changes["department"] = next((p.department for p in after if p.part is Part.RESPONSIBLE), "")
    return tuple(after)


def named(meeting: MeetingRow, names: Iterable[str], parts: tuple[Part, ...]) -> list[OutcomePerson]:
    """People by name with their departments: the first has the first of `parts`, the others the last."""
    names = tuple(names)
    there = {person.name: person for person in rows.people(meeting)} if names else {}
    found = []
    for place, name in enumerate(dict.fromkeys(names)):
        known = there.get(name) or directory.find(name)
        person = known.person if name in there and known else known
        found.append(
            OutcomePerson(
                parts[0] if place == 0 else parts[-1],
                name,
                known.department if known else "",
                person.uid if person else None,
            )
        )
    return found


def column_values(command: Command, row: OutcomeRow, changes: dict[str, Any]) -> dict[str, Any]:
    """Columns by name, links as rows, and what follows from a new status or date."""
    fields = {name: _FIELD.get(name, _same)(value) for name, value in changes.items() if name != "parent"}
    if "parent" in changes:
        fields["parent"] = decision_numbered(changes["parent"]) if changes["parent"] else None
    if fields.get("due_next_meeting"):
        fields.setdefault("due", None)
    if fields.get("due"):
        fields.setdefault("due_next_meeting", False)
        if not row.provisional and row.original_due is None:
            fields["original_due"] = fields["due"]
    if "status" in fields:
        fields |= _status_fields(command, row, Status(fields["status"]))
    return fields


def _same(value: Any) -> Any:  # noqa: ANN401 - a column's value
    return value


_FIELD: dict[str, Callable[[Any], Any]] = {
    "priority": lambda value: Priority(value) if value else None,
    "status": Status,
    "level": Level,
}


def _status_fields(command: Command, row: OutcomeRow, status: Status) -> dict[str, Any]:
    """What a status brings along: the day it was reported done (T6)."""
    if status in (Status.DONE, Status.CLOSED):
        return {"done_on": row.done_on or day_of(command, row)}
    return {} if status in ENDED else {"done_on": None}


def day_of(command: Command, row: OutcomeRow) -> date:
    """The day of a command in the zone of the outcome's meeting."""
    return command.at.astimezone(ZoneInfo(row.meeting.zone)).date()


def decision_numbered(number: str) -> OutcomeRow:
    """The decision an action hangs on; Refused("no_such_outcome") when there is none of that number."""
    found = outcomes.by_number(number)
    if found is None or found.kind is not OutcomeKind.DECISION:
        raise Refused("no_such_outcome", number=number)
    return rows.row(OutcomeRow, found.uid)
