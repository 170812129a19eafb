"""Lines the program itself writes into the log: people coming and going, breaks, items put off."""

from __future__ import annotations

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.meeting import Phase
from tui_minutes.store import rows
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow


def current_item(meeting: MeetingRow) -> AgendaRow | None:
    """The item on the table."""
    return next((item for item in rows.agenda(meeting) if item.state == ItemState.OPEN), None)


def note_event(command: Command, meeting: MeetingRow, words: str) -> None:
    """Write `words` (in the language of the minutes) into the log of a running meeting."""
    if meeting.phase not in (Phase.IN_SESSION, Phase.READBACK):
        return
    rows.add(
        EntryRow, command, meeting=meeting, seq=rows.next_seq(meeting), at=command.at, kind=EntryKind.EVENT,
        text=words, item=current_item(meeting), entered_by=command.entered_by, command=command.id,
    )  # fmt: skip
