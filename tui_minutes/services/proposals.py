"""What is worded before the meeting: kept with its agenda item, and taken when the room decides (B3, D4)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain import proposals
from tui_minutes.domain.capture import Kind, Reading, parse_as
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.workdays import Calendar
from tui_minutes.services import lines
from tui_minutes.services.commanded import commanded
from tui_minutes.services.ordering import swap
from tui_minutes.services.phases import in_session, unsealed
from tui_minutes.services.taking_down import take_down
from tui_minutes.store import meetings, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, ProposalRow


@commanded
def add(store: Store, command: Command, item_uid: str, kind: ProposalKind, text: str) -> str:
    """Put a proposal at the end of those of an agenda item; its uid. Refused with empty_text or sealed."""
    item = rows.row(AgendaRow, item_uid)
    unsealed(item.meeting.uid)
    position = len(_of(item)) + 1
    return rows.add(ProposalRow, command, item=item, position=position, kind=kind, text=_words(text)).uid


@commanded
def change(store: Store, command: Command, uid: str, kind: ProposalKind, text: str) -> None:
    """Word a proposal otherwise. Refused as `add`, or with proposal_taken: what it became is mended there."""
    row = _waiting(store, uid)
    row.kind, row.text = kind, _words(text)
    row.save()


@commanded
def remove(store: Store, command: Command, uid: str) -> None:
    """Take a proposal away; refused as `change`."""
    _waiting(store, uid).delete_instance()


@commanded
def move(store: Store, command: Command, uid: str, step: int) -> None:
    """Move a proposal up (-1) or down (+1) among those of its item; at the edge nothing happens."""
    row = rows.row(ProposalRow, uid)
    unsealed(row.item.meeting.uid)
    swap(_of(row.item), uid, step)


@commanded
def take(store: Store, command: Command, uid: str, reading: Reading) -> Entry:
    """The room decides what was proposed: `reading`, the line as typed, is taken down for its item (D4).

    Refused as `change`, with not_in_session, or as a line is.
    """
    row = _waiting(store, uid)
    meeting = in_session(row.item.meeting.uid)
    entry = take_down(command, meeting, reading, command.at, row.item)
    row.entry = entry
    row.save()
    return meetings.entry(entry.uid)


def read_ahead(
    store: Store, record: MeetingRecord, now: datetime, calendar: Calendar
) -> dict[str, tuple[Reading, ...]]:
    """The decisions proposed for the items of `record`, read as they would be in the meeting, by item."""
    meeting = record.meeting
    found = store.proposals(meeting.uid)
    if not found:
        return {}
    day = (meeting.planned_start or meeting.local(now)).date()
    context = lines.context(record, store.people(), day, calendar)
    by_item = {item.uid: proposals.decisions(found, item.uid) for item in record.agenda}
    return {
        uid: tuple(parse_as(one.text, Kind.DECISION, context) for one in ones)
        for uid, ones in by_item.items()
        if ones
    }


def _of(item: AgendaRow) -> list[ProposalRow]:
    found = ProposalRow.select().where(ProposalRow.item == item)
    return list(found.order_by(ProposalRow.position, ProposalRow.id))


def _words(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise Refused("empty_text")
    return words


def _waiting(store: Store, uid: str) -> ProposalRow:
    """The row of a proposal that has become nothing yet."""
    row = rows.row(ProposalRow, uid)
    meeting = unsealed(row.item.meeting.uid)
    found = next(one for one in store.proposals(meeting.uid) if one.uid == uid)
    outcome = proposals.became(store.record(meeting.uid), found)
    if outcome is not None:
        raise Refused("proposal_taken", number=outcome.number)
    return row
