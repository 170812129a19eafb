"""Bringing the items to come into the time that there is (B3, D1)."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.services.phases import unsealed
from tui_minutes.store import rows
from tui_minutes.store.store import Store


@commanded
def shorten(store: Store, command: Command, meeting_uid: str, lengths: Mapping[str, int]) -> None:
    """Give items, by uid, other `lengths` in minutes; once the meeting runs, its plan stays as it was.

    Refused("minutes_out_of_range") for what is no length.
    """
    meeting = unsealed(meeting_uid)
    if not all(1 <= length <= 600 for length in lengths.values()):
        raise Refused("minutes_out_of_range")
    for item in rows.agenda(meeting):
        if item.uid not in lengths:
            continue
        if meeting.phase in (Phase.PLANNED, Phase.CHECK_IN):
            item.minutes, item.extra = lengths[item.uid], 0
        else:
            item.extra = lengths[item.uid] - item.minutes
        item.save()
