"""Signatures of those in the room, and the seal that ends a meeting (E3, E5)."""

from __future__ import annotations

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.attendance import voters
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Hearing, OutcomeKind, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.sealing import Seal, SealKind
from tui_minutes.domain.signatures import Verdict, Way
from tui_minutes.domain.timing import not_before
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import current_item
from tui_minutes.services.phases import unsealed
from tui_minutes.services.session import stop_clocks
from tui_minutes.store import meetings, rows, sealing
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    ConfirmationRow,
    MeetingRow,
    OutcomeRow,
    ParticipantRow,
)


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
    meeting.phase, meeting.ended_at = Phase.SIGNED, not_before(command.at, meeting.started_at)
    meeting.save()
    return sealing.seal(command, meeting.uid, SealKind.ROOM)


def _enter_ledger(command: Command, row: OutcomeRow) -> None:
    """From the seal on it counts: the first due date is kept; a decision is in force, or done with."""
    fields: dict[str, object] = {"provisional": False, "original_due": row.original_due or row.due}
    if row.kind == OutcomeKind.DECISION and row.status == Status.UNCONFIRMED:
        fields["status"] = Status.CLOSED if row.no_action else Status.IN_PROGRESS
    outcome_store.write(command, row, fields)


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
