"""The clock of the computer was put while meetings ran: they last as long as before (D1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tui_minutes.domain.command import Command
from tui_minutes.i18n import speaking, tr
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import note_event
from tui_minutes.store import clocks
from tui_minutes.store.store import Store

OTHERS = timedelta(seconds=10)
"""Within this time every program on a store has seen that the clock was put; one of them does it."""


@commanded
def follow_clock(store: Store, command: Command, seconds: float) -> int:
    """Let the meetings that run go with a clock that was put by so many `seconds`; how many there are.

    Their starts and spans are told by the new clock from now on, and the log says so. Lines keep the time
    the clock showed when they were typed; their order is that of their numbers.
    """
    by = timedelta(seconds=seconds)
    before = command.at - by
    if clocks.was_done(follow_clock.__name__, command.at, OTHERS):
        return 0
    found = clocks.running(before)
    for meeting in found:
        clocks.shift(meeting, by)
        old, new = (at.astimezone(ZoneInfo(meeting.zone)) for at in (before, command.at))
        with speaking(meeting.language):
            words = tr("The computer's clock was put from {old} to {new}", old=_shown(old), new=_shown(new))
            note_event(command, meeting, words)
    return len(found)


def _shown(at: datetime) -> str:
    return f"{at:%m-%d %H:%M:%S}"
