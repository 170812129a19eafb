"""A line of the log becomes an outcome (D4, D5, D6)."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.attendance import deciders_present
from tui_minutes.domain.capture import Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.outcomes import (
    OutcomeKind,
    OutcomePerson,
    Part,
    Status,
)
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import vote_taking
from tui_minutes.services.outcome_changes import (
    GROUPS,
    ONLY,
    changes_of,
    column_values,
    named,
    void_signatures,
)
from tui_minutes.store import meetings, numbers, outcomes, rows
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, OutcomeRow


def make(command: Command, entry: EntryRow, kind: OutcomeKind, reading: Reading) -> OutcomeRow:
    """A new outcome from a line of the log, with the next number of its kind.

    It is provisional until the room seals it; a standup has no seal, what it agrees on stands at once (T9).
    """
    meeting, item = entry.meeting, entry.item
    if not reading.text.strip():
        raise Refused("empty_text")
    changes = {name: value for name, value in changes_of(reading).items() if ONLY.get(name, kind) is kind}
    changes.pop("status", None)
    poll = changes.pop("votes", None)
    row = OutcomeRow(
        uid=rows.fresh_uid(command), meeting=meeting, entry=entry, item=item, kind=kind,
        number=numbers.outcome_number(kind), status=Status.UNCONFIRMED, level=_level(meeting, item),
        provisional=not meeting.light,
    )  # fmt: skip
    if kind is OutcomeKind.ACTION and "parent" not in changes:
        row.parent = rows.last_decision(meeting, item)
    people = _first_people(meeting, kind, changes)
    owner = next((p.department for p in people if p.part is Part.RESPONSIBLE), "")
    department = changes.get("department") or owner
    fields = {"status": row.status, **column_values(command, row, changes | {"department": department})}
    outcomes.write(command, row, fields | {"parent": fields.get("parent", row.parent)}, people)
    if poll:
        vote_taking.take(command, poll, outcome=row)
    void_signatures(command, row)
    return row


def _first_people(
    meeting: MeetingRow, kind: OutcomeKind, changes: dict[str, Any]
) -> tuple[OutcomePerson, ...]:
    """Owners and copies as typed; a decision is decided by those in the room who may decide (D4)."""
    groups = {name: changes.pop(name, ()) for name in GROUPS}
    if kind is OutcomeKind.DECISION and not groups["deciders"]:
        present = deciders_present(meetings.record_people(meeting))
        groups["deciders"] = tuple(person.name for person in present)
    return tuple(person for name, parts in GROUPS.items() for person in named(meeting, groups[name], parts))


def _level(meeting: MeetingRow, item: AgendaRow | None) -> Level:
    """The highest level of the meeting and its item (B7)."""
    return highest(Level(meeting.level), *([Level(item.level)] if item and item.level else []))
