"""Reading what the readback left: signatures, objections, amendments, seals."""

from __future__ import annotations

from collections.abc import Iterable

from tui_minutes.domain.sealing import Seal, SealKind
from tui_minutes.domain.signatures import Amendment, Confirmation, Objection, Verdict, Way
from tui_minutes.store.rows import among, grouped
from tui_minutes.store.tables import (
    AmendmentRow,
    ConfirmationRow,
    MeetingRow,
    ObjectionRow,
    OutcomeRow,
    ParticipantRow,
    SealRow,
)


def confirmations(meeting_id: int) -> tuple[Confirmation, ...]:
    """All signatures of a meeting, void ones too, oldest first."""
    return confirmations_of([meeting_id]).get(meeting_id, ())


def confirmations_of(meeting_ids: Iterable[int]) -> dict[int, tuple[Confirmation, ...]]:
    """Those of some meetings, by the meeting's key."""
    rows = (
        ConfirmationRow.select(ConfirmationRow, ParticipantRow)
        .join(ParticipantRow)
        .where(among(ConfirmationRow.meeting, meeting_ids))
        .order_by(ConfirmationRow.id)
    )
    return {key: tuple(map(_confirmation, theirs)) for key, theirs in grouped(rows, "meeting_id").items()}


def _confirmation(row: ConfirmationRow) -> Confirmation:
    return Confirmation(
        uid=row.uid,
        participant_uid=row.participant.uid,
        name=row.participant.name,
        verdict=Verdict(row.verdict),
        way=Way(row.way),
        at=row.at,
        entered_by=row.entered_by,
        words=row.words,
        voided_at=row.voided_at,
        voided_by=row.voided_by,
    )


def objections(meeting_id: int) -> tuple[Objection, ...]:
    """All objections of a meeting, oldest first."""
    rows = (
        ObjectionRow.select(ObjectionRow, OutcomeRow.uid.alias("outcome_uid"))
        .join(OutcomeRow)
        .where(ObjectionRow.meeting == meeting_id)
        .order_by(ObjectionRow.id)
    )
    return tuple(
        Objection(row.uid, row.outcome_uid, row.name, row.text, row.at, row.settled, row.settlement)
        for row in rows.objects()
    )


def amendments(meeting_id: int) -> tuple[Amendment, ...]:
    """The amendments of a meeting, oldest first."""
    rows = AmendmentRow.select().where(AmendmentRow.meeting == meeting_id).order_by(AmendmentRow.id)
    return tuple(
        Amendment(row.uid, row.subject, row.text, row.reason, row.by, row.entered_by, row.at) for row in rows
    )


def seals(meeting_id: int | None = None) -> list[Seal]:
    """The chain of seals, or one meeting's part of it."""
    query = (
        SealRow.select(SealRow, MeetingRow.uid.alias("meeting_uid")).join(MeetingRow).order_by(SealRow.seq)
    )
    if meeting_id is not None:
        query = query.where(SealRow.meeting == meeting_id)
    return [
        Seal(
            uid=row.uid,
            meeting_uid=row.meeting_uid,
            seq=row.seq,
            kind=SealKind(row.kind),
            at=row.at,
            by=row.by,
            entered_by=row.entered_by,
            previous=row.previous,
            digest=row.digest,
        )
        for row in query.objects()
    ]
