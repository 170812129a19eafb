"""The draft goes round, and its readers ask for corrections: taken, or declined with a reason (F2)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import CorrectionState
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean, clean_block
from tui_minutes.services.commanded import commanded
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import CirculationRow, CorrectionRow, MeetingRow


@commanded
def circulate(_: Store, command: Command, meeting_uid: str, until: datetime) -> None:
    """The draft is with its readers until then; said again, only the end moves.

    Raises Refused("not_signed"), ("sealed") once it is approved, or ("circulation_past").
    """
    meeting = _open_to_corrections(meeting_uid)
    if until <= command.at:
        raise Refused("circulation_past")
    row = CirculationRow.get_or_none(CirculationRow.meeting == meeting)
    if row is None:
        rows.add(
            CirculationRow, command, meeting=meeting, opened_at=command.at, until=until, by=command.by,
            entered_by=command.entered_by,
        )  # fmt: skip
        return
    row.until = until
    row.save()


@commanded
def ask(_: Store, command: Command, meeting_uid: str, subject: str, text: str) -> str:
    """A reader (`command.by`) asks for a correction; its uid.

    Raises Refused("not_signed"), ("sealed") once it is approved, or ("correction_empty").
    """
    meeting = _open_to_corrections(meeting_uid)
    words = clean_block(text).strip()
    if not words:
        raise Refused("correction_empty")
    row = rows.add(
        CorrectionRow, command, meeting=meeting, subject=clean(subject).strip(), text=words, by=command.by,
        entered_by=command.entered_by, at=command.at,
    )  # fmt: skip
    return str(row.uid)


@commanded
def take(_: Store, command: Command, correction_uid: str, answer: str = "") -> None:
    """The correction has been made; Refused("correction_answered") when it was answered before."""
    _answer(command, correction_uid, CorrectionState.TAKEN, answer)


@commanded
def decline(_: Store, command: Command, correction_uid: str, reason: str) -> None:
    """The correction is not made, and why; refused as `take` is, or with decline_needs_reason."""
    if not reason.strip():
        raise Refused("decline_needs_reason")
    _answer(command, correction_uid, CorrectionState.DECLINED, reason)


def refuse_open(meeting: MeetingRow) -> None:
    """Refused("open_corrections") while somebody who asked for a correction has no answer."""
    still = (CorrectionRow.meeting == meeting) & (CorrectionRow.state == CorrectionState.OPEN)
    names = [row.by for row in CorrectionRow.select().where(still).order_by(CorrectionRow.id)]
    if names:
        raise Refused("open_corrections", names=", ".join(dict.fromkeys(names)))


def _open_to_corrections(meeting_uid: str) -> MeetingRow:
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase == Phase.APPROVED:
        raise Refused("sealed", number=meeting.number)
    if meeting.phase != Phase.SIGNED:
        raise Refused("not_signed", number=meeting.number)
    return meeting


def _answer(command: Command, uid: str, state: CorrectionState, answer: str) -> None:
    row = rows.row(CorrectionRow, uid)
    if row.state != CorrectionState.OPEN:
        raise Refused("correction_answered", name=row.by)
    row.state, row.answer = state, clean_block(answer).strip()
    row.answered_by, row.answered_at = command.by, command.at
    row.save()
