"""Deleting a meeting that has not begun: made by mistake, and nothing was done with it yet."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.store import deleting, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow


def check(store: Store, meeting_uid: str) -> None:
    """Refused as `delete` where the meeting cannot be deleted: said before anybody is asked to confirm it."""
    with store.snapshot():
        _deletable(meeting_uid)


@commanded
def delete(store: Store, _command: Command, meeting_uid: str) -> None:
    """Delete a planned or cancelled meeting without a trace but its number, which is never used again.

    What it had taken over from earlier meetings waits for the next one again. Refused with `already_running`
    once it has begun, `has_record` when lines or outcomes are kept of it, `was_announced` when people were
    told of it (it is called off then), `is_followed` while a later meeting follows it.
    """
    deleting.delete(_deletable(meeting_uid))


def _deletable(meeting_uid: str) -> MeetingRow:
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase not in (Phase.PLANNED, Phase.CANCELLED) or meeting.started_at:
        raise Refused("already_running", number=meeting.number)
    if deleting.has_record(meeting):
        raise Refused("has_record", number=meeting.number)
    if deleting.was_announced(meeting):
        raise Refused("was_announced", number=meeting.number)
    if later := deleting.followed_by(meeting):
        raise Refused("is_followed", number=meeting.number, later=later)
    return meeting
