"""When an agenda item takes place, in words."""

from __future__ import annotations

from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.timetable import Slot
from tui_minutes.i18n import dates
from tui_minutes.i18n.translation import tr


def slot_text(meeting: Meeting, slot: Slot) -> str:
    """`14:00–14:10` in the zone of the meeting; `from 14:00` while its end is open; "" for neither."""
    if slot.start is None:
        return ""
    start = dates.clock(meeting.local(slot.start))
    if slot.end is None:
        return tr("from {clock}", clock=start)
    return f"{start}–{dates.clock(meeting.local(slot.end))}"
