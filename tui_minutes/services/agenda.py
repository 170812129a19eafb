"""The agenda of a meeting that is being prepared, or goes on (B3, B7)."""

from __future__ import annotations

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import RUNNING
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.services.ordering import swap
from tui_minutes.services.phases import unsealed
from tui_minutes.store import rows, tracked
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    AgendaRow,
    LaidAsideRow,
    MeetingRow,
    OutcomeRow,
    ProposalRow,
    RecurringRow,
    SourceRow,
)


def put_on(command: Command, meeting: MeetingRow, item: PlanItem) -> AgendaRow:
    """A new agenda item at the end, linked to where it comes from. Refused("no_title") without a title."""
    if not item.title.strip():
        raise Refused("no_title")
    carried = rows.row(AgendaRow, item.carried_from) if item.carried_from else None
    row = rows.add(
        AgendaRow, command, meeting=meeting, title=item.title,
        position=rows.next_position(AgendaRow, meeting), minutes=max(item.minutes, 0),
        facilitator=item.facilitator, prepare=item.prepare, origin=item.origin,
        level=item.level, carried_from=carried,
    )  # fmt: skip
    _link(command, row, item)
    for position, (kind, text) in enumerate(item.proposals, 1):
        rows.add(ProposalRow, command, item=row, position=position, kind=kind, text=text)
    return row


def _link(command: Command, row: AgendaRow, item: PlanItem) -> None:
    """Keep where the item comes from, when that is something else than an earlier item."""
    if item.recurring:
        rows.add(SourceRow, command, item=row, recurring=rows.row(RecurringRow, item.recurring))
    elif item.question:
        rows.add(SourceRow, command, item=row, outcome=rows.row(OutcomeRow, item.question))
    elif item.focus_of:
        rows.add(SourceRow, command, item=row, focus_of=rows.row(MeetingRow, item.focus_of))


@commanded
def add_item(store: Store, command: Command, meeting_uid: str, item: PlanItem) -> str:
    """Put an item at the end of the agenda; its uid."""
    return put_on(command, unsealed(meeting_uid), item).uid


@commanded
def edit_item(store: Store, command: Command, item_uid: str, item: PlanItem) -> None:
    """Change the title, minutes, facilitator, preparation or level of an item."""
    row = rows.row(AgendaRow, item_uid)
    unsealed(row.meeting.uid)
    if not item.title.strip():
        raise Refused("no_title")
    row.title, row.minutes, row.facilitator = item.title, max(item.minutes, 0), item.facilitator
    row.prepare, row.level = item.prepare, item.level
    row.save()
    tracked.keep_where(OutcomeRow.item == row)


@commanded
def remove_item(store: Store, command: Command, item_uid: str) -> None:
    """Take an item off the agenda; one that was opened is put off instead.

    What had come along from earlier meetings waits again.
    """
    row = rows.row(AgendaRow, item_uid)
    unsealed(row.meeting.uid)
    if row.state != ItemState.PENDING or row.meeting.phase in RUNNING[1:]:
        raise Refused("item_was_opened", title=row.title)
    take_off(row)


def take_off(row: AgendaRow) -> None:
    """Delete an item that was never opened, with all that hangs on it, within the caller's transaction."""
    for table in (ProposalRow, SourceRow, LaidAsideRow):
        table.delete().where(table.item == row).execute()
    row.delete_instance()


@commanded
def move_item(store: Store, command: Command, item_uid: str, step: int) -> None:
    """Move an item up (-1) or down (+1); at the edge nothing happens."""
    row = rows.row(AgendaRow, item_uid)
    swap(rows.agenda(unsealed(row.meeting.uid)), item_uid, step)
