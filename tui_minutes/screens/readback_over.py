"""When the scheduled end is past and something is still to be read: what is left, and how to go on (E1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.readback import unread
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.widgets.names import joined


def over_words(record: MeetingRecord, now: datetime) -> str:
    """How much is left when time is over, and the key that asks how to go on; "" while there is time."""
    end, left = record.meeting.scheduled_end, len(unread(record))
    if record.meeting.phase is not Phase.READBACK or end is None or now < end or not left:
        return ""
    return ntr("Time is over, {n} left to read: press t", "Time is over, {n} left to read: press t", left)


def ask_how_to_go_on(screen: BaseScreen, record: MeetingRecord, cut: Callable[[bool], None]) -> None:
    """Time is over: say what is left; go on with all of it, with what has gaps only, or later from Home.

    `cut` is told whether only the outcomes with gaps are to be read.
    """
    left = unread(record)
    title = ntr("{n} outcome is not read: {numbers}", "{n} outcomes are not read: {numbers}", len(left),
                numbers=joined(outcome.number for outcome in left))  # fmt: skip
    options = [
        Option("all", tr("Go on with all of them")),
        Option("cut", tr("Read only those with gaps; A agrees to the rest")),
        Option("later", tr("Finish later: Home keeps it under “in progress”")),
    ]

    def chosen(how: str | None) -> None:
        if how == "later":
            screen.host.open_home()
        elif how:
            cut(how == "cut")

    screen.app.push_screen(Choose(title, options), chosen)
