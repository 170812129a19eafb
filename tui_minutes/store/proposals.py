"""Proposals of a meeting, read (B3)."""

from __future__ import annotations

from tui_minutes.domain.proposals import Proposal, ProposalKind
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, ProposalRow


def of_meeting(meeting_uid: str) -> tuple[Proposal, ...]:
    """What was worded ahead for the items of a meeting, item by item."""
    query = (
        ProposalRow.select(ProposalRow, AgendaRow, EntryRow)
        .join(AgendaRow)
        .join(MeetingRow)
        .switch(ProposalRow)
        .left_outer_join(EntryRow)
        .where(MeetingRow.uid == meeting_uid)
        .order_by(AgendaRow.position, ProposalRow.position, ProposalRow.id)
    )
    return tuple(
        Proposal(
            one.uid, one.item.uid, ProposalKind(one.kind), one.text, one.entry.uid if one.entry_id else None
        )
        for one in query
    )
