"""Materials, distribution, circulation, corrections and dispatches of a meeting, read (B7, F2, F3)."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.going_out import (
    Because,
    Circulation,
    Correction,
    CorrectionState,
    Dispatch,
    DispatchState,
    GoingOut,
    Material,
    Recipient,
)
from tui_minutes.domain.meeting import Level
from tui_minutes.store.tables import (
    CirculationRow,
    CorrectionRow,
    DispatchRow,
    MaterialRow,
    MeetingRow,
    RecipientRow,
)


def going_out(meeting: MeetingRow) -> GoingOut:
    """All that is known of how the papers of `meeting` get to people."""
    circulation = CirculationRow.get_or_none(CirculationRow.meeting == meeting)
    return GoingOut(
        materials=tuple(_material(row) for row in _placed(MaterialRow, meeting)),
        recipients=tuple(_recipient(row) for row in _placed(RecipientRow, meeting)),
        circulation=_circulation(circulation) if circulation else None,
        corrections=tuple(_correction(row) for row in _of(CorrectionRow, meeting)),
        dispatches=tuple(_dispatch(row) for row in _of(DispatchRow, meeting)),
    )


def _of(table: Any, meeting: MeetingRow) -> Any:
    return table.select().where(table.meeting == meeting).order_by(table.id)


def _placed(table: Any, meeting: MeetingRow) -> Any:
    return table.select().where(table.meeting == meeting).order_by(table.position, table.id)


def _material(row: MaterialRow) -> Material:
    return Material(row.uid, row.title, row.place, row.note, Level(row.level) if row.level else None)


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
        row.uid, row.document, row.edition, row.recipient, row.channel, DispatchState(row.state), row.at,
        row.by, row.entered_by, row.address, row.trouble,
    )  # fmt: skip
