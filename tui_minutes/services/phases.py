"""What may be done with a meeting in its phase: change it, go on with it."""

from __future__ import annotations

from tui_minutes.domain.meeting import SEALED, Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import rows
from tui_minutes.store.tables import MeetingRow


def unsealed(meeting_uid: str) -> MeetingRow:
    """The row of a meeting that may still be changed; Refused: sealed, over, cancelled, purged."""
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase == Phase.HELD:
        raise Refused("over", number=meeting.number)
    if meeting.phase in SEALED:
        raise Refused("sealed", number=meeting.number)
    if meeting.phase == Phase.CANCELLED:
        raise Refused("cancelled", number=meeting.number)
    if meeting.phase == Phase.PURGED:
        raise Refused("purged", number=meeting.number)
    return meeting


def in_session(meeting_uid: str) -> MeetingRow:
    """The row of a meeting that runs; Refused("not_in_session") when it does not."""
    meeting = unsealed(meeting_uid)
    if meeting.phase != Phase.IN_SESSION:
        raise Refused("not_in_session", number=meeting.number)
    return meeting
