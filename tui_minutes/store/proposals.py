"""Proposals of a meeting, read (B3)."""

from __future__ import annotations

from tui_minutes.domain.proposals import Proposal, ProposalKind
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, OutcomeRow, ProposalRow


def of_meeting(meeting_uid: str) -> tuple[Proposal, ...]:
    """What was worded ahead for the items of a meeting, item by item."""
    return tuple(
        Proposal(uid, item, ProposalKind(kind), text, entry)
        for uid, item, kind, text, entry in _OF_MEETING.stored(meeting_uid)
    )


def left_of(item: AgendaRow) -> tuple[tuple[ProposalKind, str], ...]:
    """What was worded ahead for an item and has become nothing: it goes along with the item (B8)."""
    made = OutcomeRow.select(OutcomeRow.entry).where(
        OutcomeRow.meeting == item.meeting_id, ~OutcomeRow.withdrawn
    )
    waits = ProposalRow.entry.is_null() | ProposalRow.entry.not_in(
        made.where(OutcomeRow.entry.is_null(False))
    )
    found = ProposalRow.select().where(ProposalRow.item == item, waits)
    return tuple(
        (ProposalKind(one.kind), one.text) for one in found.order_by(ProposalRow.position, ProposalRow.id)
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
