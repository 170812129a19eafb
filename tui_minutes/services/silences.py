"""The hours in which nothing was done in a meeting that goes on: a break, or part of it (D1)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.command import Command
from tui_minutes.i18n import speaking, tr
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import note_event
from tui_minutes.services.phases import in_session
from tui_minutes.services.session import go_on, stop_clocks
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import SpanRow


@commanded
def leave_out(store: Store, command: Command, meeting_uid: str, since: datetime) -> None:
    """What has passed `since` an instant was a break; item and meeting go on from now, the log says so.

    Refused("not_in_session") when the meeting does not run any more.
    """
    meeting = in_session(meeting_uid)
    stop_clocks(meeting, since)
    rows.add(SpanRow, command, meeting=meeting, item=None, start=since, end=command.at)
    with speaking(meeting.language):
        note_event(command, meeting, tr("The meeting goes on after a break; its time is not counted"))
    go_on(command, meeting)


@commanded
def count(store: Store, command: Command, meeting_uid: str) -> None:
    """What has passed was part of the meeting: the log says so, and nobody asks again. Refused as above."""
    meeting = in_session(meeting_uid)
    with speaking(meeting.language):
        note_event(command, meeting, tr("The meeting has gone on all the while; all of it counts"))
