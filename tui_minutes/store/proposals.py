"""Proposals of a meeting, read (B3)."""

from __future__ import annotations

from tui_minutes.domain.proposals import Proposal, ProposalKind
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, ProposalRow


def of_meeting(meeting_uid: str) -> tuple[Proposal, ...]:
    """What was worded ahead for the items of a meeting, item by item."""
    return tuple(
        Proposal(uid, item, ProposalKind(kind), text, entry)
        for uid, item, kind, text, entry in _OF_MEETING.stored(meeting_uid)
    )


_OF_MEETING = Prepared(
    ProposalRow,
    lambda meeting: (
        ProposalRow.select(ProposalRow.uid, AgendaRow.uid, ProposalRow.kind, ProposalRow.text, EntryRow.uid)
        .join(AgendaRow)
        .join(MeetingRow)
        .switch(ProposalRow)
        .left_outer_join(EntryRow)
        .where(MeetingRow.uid == meeting)
        .order_by(AgendaRow.position, AgendaRow.id, ProposalRow.position, ProposalRow.id)
    ),
)
"""Asked for with each line that is taken down."""
