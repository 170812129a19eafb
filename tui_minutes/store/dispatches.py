"""What went to whom by which channel: written down before it goes out, and again after it (F3)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import DispatchState
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import rows
from tui_minutes.store.tables import DispatchRow, MeetingRow


def begin(
    command: Command,
    meeting: MeetingRow,
    paper: Paper,
    edition: str,
    recipient: str,
    channel: str,
    address: str,
    *,
    again: bool,
) -> DispatchRow:
    """Say that it is about to go out; one that failed is tried anew.

    Raises Refused("dispatch_sent") when it has gone out, ("dispatch_uncertain") when it may have, unless
    that is to be sent `again`.
    """
    row = DispatchRow.get_or_none(
        (DispatchRow.meeting == meeting)
        & (DispatchRow.document == paper)
        & (DispatchRow.edition == edition)
        & (DispatchRow.recipient == recipient)
        & (DispatchRow.channel == channel)
    )
    if row is None:
        return rows.add(
            DispatchRow, command, meeting=meeting, document=paper, edition=edition, recipient=recipient,
            address=address, channel=channel, state=DispatchState.GOING, at=command.at, by=command.by,
            entered_by=command.entered_by,
        )  # fmt: skip
    if row.state == DispatchState.SENT:
        raise Refused("dispatch_sent", name=recipient)
    if row.state == DispatchState.GOING and not again:
        raise Refused("dispatch_uncertain", name=recipient)
    row.state, row.trouble, row.address, row.at = DispatchState.GOING, "", address, command.at
    row.by, row.entered_by = command.by, command.entered_by
    row.save()
    return row


def end(row: DispatchRow, state: DispatchState, trouble: str, at: datetime) -> None:
    """Say how it went; `trouble` is the code of a refusal."""
    row.state, row.trouble, row.at = state, trouble, at
    row.save()
