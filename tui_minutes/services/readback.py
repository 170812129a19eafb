"""Reading back outcome by outcome, objections, the next meeting (E1, E2)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.outcomes import Hearing, Outcome, OutcomeKind, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import continuations, outcome_changes
from tui_minutes.services.commanded import commanded
from tui_minutes.services.phases import unsealed
from tui_minutes.services.withdrawal import withdraw_entry, withdraw_outcome
from tui_minutes.store import numbers, revisions, rows
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    AgendaRow,
    ObjectionRow,
    OutcomeRow,
)


@commanded
def agree(store: Store, command: Command, outcome_uid: str) -> None:
    """The room agrees to an outcome as it stands; one with an objection on record stays under reservation."""
    row = _outcome(outcome_uid)
    hearing = Hearing.RESERVATION if rows.open_objections(row) else Hearing.AGREED
    outcome_store.write(command, row, {"hearing": hearing})


@commanded
def agree_rest(store: Store, command: Command, meeting_uid: str, item_uid: str | None = None) -> None:
    """The room agrees to all that is still unread, or to what is of one agenda item."""
    item = rows.row(AgendaRow, item_uid) if item_uid else None
    for row in rows.live_outcomes(unsealed(meeting_uid)):
        if row.hearing == Hearing.UNREAD and (item is None or row.item_id == item.id):
            hearing = Hearing.RESERVATION if rows.open_objections(row) else Hearing.AGREED
            outcome_store.write(command, row, {"hearing": hearing})


@commanded
def reserve(store: Store, command: Command, outcome_uid: str, name: str, text: str) -> None:
    """Agreed, but `name` objects: the objection stays on record."""
    row = _outcome(outcome_uid)
    _object(command, row, name, text)
    outcome_store.write(command, row, {"hearing": Hearing.RESERVATION})


@commanded
def settle_at_once(store: Store, command: Command, outcome_uid: str, name: str, text: str) -> None:
    """`name` objects, and it is settled on the spot: the outcome is to be read again."""
    row = _outcome(outcome_uid)
    _object(command, row, name, text, settled=True)
    outcome_store.write(command, row, {"hearing": Hearing.UNREAD})


@commanded
def reject(store: Store, command: Command, outcome_uid: str, name: str = "", text: str = "") -> None:
    """The room does not agree: withdraw it, or make it a question, before anyone signs."""
    row = _outcome(outcome_uid)
    if name:
        _object(command, row, name, text)
    outcome_store.write(command, row, {"hearing": Hearing.NOT_AGREED})


def _object(command: Command, row: OutcomeRow, name: str, text: str, *, settled: bool = False) -> None:
    if not name.strip():
        raise Refused("no_name")
    fields = {"meeting": row.meeting, "outcome": row, "name": name, "text": text, "settled": settled}
    rows.add(ObjectionRow, command, **fields, at=command.at)
    outcome_changes.void_signatures(command, row)


@commanded
def settle(store: Store, command: Command, objection_uid: str, text: str = "") -> None:
    """An objection is settled on the spot; with the last one settled the outcome is to be read again."""
    objection = rows.row(ObjectionRow, objection_uid)
    row = _outcome(objection.outcome.uid)
    objection.settled, objection.settlement = True, text
    objection.save()
    if not rows.open_objections(row):
        outcome_store.write(command, row, {"hearing": Hearing.UNREAD})


@commanded
def withdraw(store: Store, command: Command, outcome_uid: str) -> None:
    """The outcome is dropped; it stays on record with its number."""
    row = _outcome(outcome_uid)
    if row.entry is not None and row.entry.kind == row.kind:
        withdraw_entry(command, row.entry)
    else:
        withdraw_outcome(command, row)


@commanded
def to_question(store: Store, command: Command, outcome_uid: str) -> Outcome:
    """What the room does not agree to goes on as an unresolved question, with a number of its own."""
    old = _outcome(outcome_uid)
    if old.kind == OutcomeKind.QUESTION:
        raise Refused("is_question", number=old.number)
    if old.entry is not None:
        revisions.revise(command, old.entry, "convert", {"kind": EntryKind.QUESTION})
    new = OutcomeRow(
        uid=rows.fresh_uid(command), meeting=old.meeting, entry=old.entry, item=old.item,
        kind=OutcomeKind.QUESTION, number=numbers.outcome_number(OutcomeKind.QUESTION), level=old.level,
    )  # fmt: skip
    outcome_store.write(command, new, {"text": old.text, "status": Status.UNCONFIRMED})
    continuations.inherit(command, old, new)
    outcome_changes.void_signatures(command, new)
    found = outcome_store.find(new.uid)
    if found is None:
        raise Refused("not_found", number=new.number)
    return found


@commanded
def set_next_meeting(
    store: Store, command: Command, meeting_uid: str, start: datetime | None, place: str = "", focus: str = ""
) -> None:
    """Fix the next meeting (local time; None: open again), and with it all that is due by then (E2)."""
    meeting = unsealed(meeting_uid)
    meeting.next_start, meeting.next_place, meeting.next_focus = start, place, focus
    meeting.save()
    due = start.date() if start else None
    for row in rows.live_outcomes(meeting):
        if row.due_next_meeting and row.due != due:
            outcome_changes.change(command, row, {"due": due, "due_next_meeting": True})


def _outcome(outcome_uid: str) -> OutcomeRow:
    row = outcome_store.current(outcome_uid, None)
    unsealed(row.meeting.uid)
    if row.withdrawn or row.becomes_id:
        raise Refused("no_longer_stands", number=row.number)
    return row
