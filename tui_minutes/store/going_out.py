"""Materials, distribution, circulation, corrections and dispatches of a meeting, read (B7, F2, F3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from tui_minutes.domain.duties import Duties
from tui_minutes.domain.going_out import (
    Because,
    Circulation,
    Correction,
    CorrectionState,
    Dispatch,
    DispatchState,
    GoingOut,
    Material,
    MaterialKind,
    Recipient,
)
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import AFTER, Paper
from tui_minutes.domain.sealing import SealKind
from tui_minutes.store import meetings
from tui_minutes.store.rows import among, pairs, row
from tui_minutes.store.tables import (
    CirculationRow,
    CorrectionRow,
    DispatchRow,
    MaterialRow,
    MeetingRow,
    RecipientRow,
    SealRow,
)

APPROVED_WITHIN = timedelta(days=14)
"""Longer ago approved minutes are no longer asked for, whatever days off lay between."""


def going_out(meeting_uid: str) -> GoingOut:
    """All that is known of how the papers of a meeting get to people; Refused("not_found")."""
    meeting = row(MeetingRow, meeting_uid)
    circulation = CirculationRow.get_or_none(CirculationRow.meeting == meeting)
    return GoingOut(
        materials=tuple(_material(one) for one in _placed(MaterialRow, meeting)),
        recipients=tuple(_recipient(one) for one in _placed(RecipientRow, meeting)),
        circulation=_circulation(circulation) if circulation else None,
        corrections=tuple(_correction(one) for one in _of(CorrectionRow, meeting)),
        dispatches=tuple(_dispatch(one) for one in _of(DispatchRow, meeting)),
    )


def unsent_of(meeting_uids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Whom no approved minutes have reached, by the meeting's uid; only of meetings that have a list."""
    wanted = among(MeetingRow.uid, meeting_uids)
    listed = RecipientRow.select(MeetingRow.uid, RecipientRow.name).join(MeetingRow).where(wanted)
    sent = (DispatchRow.state == DispatchState.SENT) & DispatchRow.document.in_(AFTER)
    reached = set(
        pairs(DispatchRow.select(MeetingRow.uid, DispatchRow.recipient).join(MeetingRow).where(wanted & sent))
    )
    found: dict[str, tuple[str, ...]] = {}
    for uid, name in pairs(listed.order_by(RecipientRow.position, RecipientRow.id)):
        found[uid] = (*found.get(uid, ()), *(() if (uid, name) in reached else (name,)))
    return found


def approved_of_late(now: datetime) -> list[Duties]:
    """The meetings whose minutes were approved of late, and whom they have not reached."""
    approved = _approved_since(now - APPROVED_WITHIN)
    unsent = unsent_of(approved)
    return [Duties(one, approved[one.uid], unsent.get(one.uid)) for one, _ in meetings.with_agenda(approved)]


def _approved_since(start: datetime) -> dict[str, datetime]:
    """When minutes were approved, by the meeting's uid: read back along the chain of seals."""
    found: dict[str, datetime] = {}
    chain = SealRow.select(SealRow, MeetingRow.uid).join(MeetingRow).order_by(SealRow.seq.desc())
    for seal in chain.iterator():
        if seal.at < start:
            break
        if seal.kind == SealKind.CHAIR:
            found[seal.meeting.uid] = seal.at
    return found


def _of(table: Any, meeting: MeetingRow) -> Any:
    return table.select().where(table.meeting == meeting).order_by(table.id)


def _placed(table: Any, meeting: MeetingRow) -> Any:
    return table.select().where(table.meeting == meeting).order_by(table.position, table.id)


def _material(row: MaterialRow) -> Material:
    level = Level(row.level) if row.level else None
    return Material(
        row.uid, row.title, row.place, row.note, level, MaterialKind(row.kind), tuple(row.audience)
    )


def _recipient(row: RecipientRow) -> Recipient:
    return Recipient(row.uid, row.name, row.email, row.department, Because(row.reason), row.cleared)


def _circulation(row: CirculationRow) -> Circulation:
    return Circulation(row.opened_at, row.until, row.by, row.entered_by)


def _correction(row: CorrectionRow) -> Correction:
    return Correction(
        row.uid, row.subject, row.text, row.by, row.entered_by, row.at, CorrectionState(row.state),
        row.answer, row.answered_by, row.answered_at,
    )  # fmt: skip


def _dispatch(row: DispatchRow) -> Dispatch:
    return Dispatch(
        row.uid, Paper(row.document), row.edition, row.recipient, row.channel, DispatchState(row.state),
        row.at, row.by, row.entered_by, row.address, row.trouble,
    )  # fmt: skip
