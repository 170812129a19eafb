"""Reading back outcome by outcome, objections, the next meeting, signatures, and the room's seal (E1-E5)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.attendance import voters
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Hearing, Outcome, OutcomeKind, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.sealing import Seal, SealKind
from tui_minutes.domain.signatures import Verdict, Way
from tui_minutes.services import continuations, outcome_changes
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import current_item
from tui_minutes.services.phases import unsealed
from tui_minutes.services.session import stop_clocks
from tui_minutes.services.withdrawal import withdraw_entry, withdraw_outcome
from tui_minutes.store import meetings, numbers, revisions, rows, sealing
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    AgendaRow,
    ConfirmationRow,
    MeetingRow,
    ObjectionRow,
    OutcomeRow,
    ParticipantRow,
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


@commanded
def sign(
    store: Store,
    command: Command,
    meeting_uid: str,
    participant_uid: str,
    verdict: Verdict,
    words: str = "",
    way: Way = Way.IN_ROOM,
) -> None:
    """One person signs, or objects with words. Refused("unread_outcomes") while something is unread."""
    meeting = _all_read(meeting_uid)
    if verdict is Verdict.OBJECTED and not words.strip():
        raise Refused("objection_without_words")
    write_signature(command, meeting, rows.row(ParticipantRow, participant_uid), verdict, words, way)


@commanded
def sign_all(store: Store, command: Command, meeting_uid: str) -> None:
    """All who are in the room and have not signed agree at once; that is how it is recorded."""
    meeting = _all_read(meeting_uid)
    for person in voters(meetings.record_people(meeting)):
        row = rows.row(ParticipantRow, person.uid)
        if person.here and not rows.standing_confirmations(meeting, row):
            write_signature(command, meeting, row, Verdict.AGREED, "", Way.ALL_AT_ONCE)


def write_signature(
    command: Command, meeting: MeetingRow, person: ParticipantRow, verdict: Verdict, words: str, way: Way
) -> None:
    """A signature, in place of an earlier one of the same person, within the caller's transaction."""
    if person.uid not in {one.uid for one in voters(meetings.record_people(meeting))}:
        raise Refused("cannot_sign", name=person.name)
    for earlier in rows.standing_confirmations(meeting, person):
        earlier.voided_at = command.at
        earlier.save()
    rows.add(
        ConfirmationRow, command, meeting=meeting, participant=person, verdict=verdict, way=way, words=words,
        at=command.at, entered_by=command.entered_by,
    )  # fmt: skip


@commanded
def unsign(store: Store, command: Command, meeting_uid: str, participant_uid: str) -> None:
    """Take a signature back; that it was given stays on record."""
    meeting = unsealed(meeting_uid)
    for signature in rows.standing_confirmations(meeting, rows.row(ParticipantRow, participant_uid)):
        signature.voided_at = command.at
        signature.save()


@commanded
def seal_room(store: Store, command: Command, meeting_uid: str) -> Seal:
    """End the meeting with the room's seal: its outcomes are no longer provisional."""
    meeting = _all_read(meeting_uid)
    if meeting.phase != Phase.READBACK:
        raise Refused("not_in_readback", number=meeting.number)
    stop_clocks(meeting, command.at)
    item = current_item(meeting)
    if item is not None:
        item.state = ItemState.DONE
        item.save()
    for row in rows.live_outcomes(meeting):
        _enter_ledger(command, row)
    meeting.phase, meeting.ended_at = Phase.SIGNED, command.at
    meeting.save()
    return sealing.seal(command, meeting.uid, SealKind.ROOM)


def _enter_ledger(command: Command, row: OutcomeRow) -> None:
    """From the seal on it counts: the first due date is kept; a decision is in force, or done with."""
    fields: dict[str, object] = {"provisional": False, "original_due": row.original_due or row.due}
    if row.kind == OutcomeKind.DECISION and row.status == Status.UNCONFIRMED:
        fields["status"] = Status.CLOSED if row.no_action else Status.IN_PROGRESS
    outcome_store.write(command, row, fields)


def _outcome(outcome_uid: str) -> OutcomeRow:
    row = outcome_store.current(outcome_uid, None)
    unsealed(row.meeting.uid)
    if row.withdrawn or row.becomes_id:
        raise Refused("no_longer_stands", number=row.number)
    return row


def _all_read(meeting_uid: str) -> MeetingRow:
    meeting = unsealed(meeting_uid)
    waiting = [
        row.number
        for row in rows.live_outcomes(meeting)
        if row.hearing in (Hearing.UNREAD, Hearing.NOT_AGREED)
    ]
    if waiting:
        raise Refused("unread_outcomes", numbers=", ".join(waiting))
    return meeting
