"""After the meeting: the chair's approval, amendments and late signatures, each under a seal (E3, E5, F2)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import SEALED, Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.sealing import Seal, SealKind
from tui_minutes.domain.signatures import Verdict, Way
from tui_minutes.services.commanded import commanded
from tui_minutes.services.corrections import refuse_open
from tui_minutes.services.signing import write_signature
from tui_minutes.store import rows, sealing
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AmendmentRow, MeetingRow, ParticipantRow


@commanded
def approve(store: Store, command: Command, meeting_uid: str) -> Seal:
    """The chair approves: the whole meeting is sealed, later corrections are amendments.

    Refused("doubtful_lines") while a line is still to be cleared up (D8), ("open_corrections") while a
    correction that was asked for has no answer (F2).
    """
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase != Phase.SIGNED:
        raise Refused("not_signed", number=meeting.number)
    doubtful = rows.doubtful_lines(meeting)
    if doubtful:
        raise Refused("doubtful_lines", lines=", ".join(f"#{seq}" for seq in doubtful))
    refuse_open(meeting)
    meeting.phase = Phase.APPROVED
    meeting.save()
    return sealing.seal(command, meeting.uid, SealKind.CHAIR)


@commanded
def amend(store: Store, command: Command, meeting_uid: str, subject: str, text: str, reason: str) -> Seal:
    """Correct approved minutes: what it concerns, the new words, and why; by name and time, under a seal."""
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase != Phase.APPROVED:
        raise Refused("not_approved", number=meeting.number)
    if not (text.strip() and reason.strip()):
        raise Refused("amendment_incomplete")
    rows.add(
        AmendmentRow, command, meeting=meeting, subject=subject, text=text, reason=reason, by=command.by,
        entered_by=command.entered_by, at=command.at,
    )  # fmt: skip
    return sealing.seal(command, meeting.uid, SealKind.AMENDMENT)


@commanded
def confirm_later(
    store: Store, command: Command, meeting_uid: str, participant_uid: str, verdict: Verdict, words: str = ""
) -> Seal:
    """Someone who left before the end signs afterwards (E3)."""
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase not in SEALED:
        raise Refused("not_signed", number=meeting.number)
    if verdict is Verdict.OBJECTED and not words.strip():
        raise Refused("objection_without_words")
    person = rows.row(ParticipantRow, participant_uid)
    if rows.standing_confirmations(meeting, person):
        raise Refused("signed_already", name=person.name)
    write_signature(command, meeting, person, verdict, words, Way.LATER)
    return sealing.seal(command, meeting.uid, SealKind.LATE_CONFIRMATION)
