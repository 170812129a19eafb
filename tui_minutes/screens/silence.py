"""A meeting that was left in session: whether the hours since then count is asked, not assumed (D1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_minutes.domain.silence import is_behind, last_done, silent_since
from tui_minutes.i18n import dates, tr
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from datetime import datetime

    from tui_minutes.domain.record import MeetingRecord
    from tui_minutes.screens.base import BaseScreen

BREAK, COUNTED = "break", "counted"


def ask_about_silence(screen: BaseScreen, record: MeetingRecord) -> None:
    """Ask what the hours were in which nothing was done, if there were any; not over another question."""
    since = silent_since(record, screen.host.now())
    if since and screen.app.screen is screen:
        _ask(screen, record, since)


def tell_of_a_clock_behind(screen: BaseScreen, record: MeetingRecord) -> None:
    """Warn when by the computer's clock the last that was done is still to come."""
    last = last_done(record)
    if last and is_behind(record, screen.host.now()):
        when = _shown(record, last)
        words = tr("The computer's clock is behind: the last that was done here is of {when}", when=when)
        screen.report(words, Report.WARNING)


def _ask(screen: BaseScreen, record: MeetingRecord, since: datetime) -> None:
    from tui_minutes.screens.dialogs.choose import Choose, Option  # a start needs no dialog
    from tui_minutes.services import silences

    uid = record.meeting.uid

    def take(answer: str | None) -> None:
        if answer == BREAK:
            screen.did(silences.leave_out, uid, since)
        elif answer == COUNTED:
            screen.did(silences.count, uid)

    title = tr("Nothing was done here since {when}. What was that?", when=_shown(record, since))
    options = [
        Option(BREAK, tr("A break: the clocks go on from here")),
        Option(COUNTED, tr("The meeting: all of it counts")),
    ]
    screen.app.push_screen(Choose(title, options), take)


def _shown(record: MeetingRecord, at: datetime) -> str:
    local = record.meeting.local(at)
    return f"{local:%Y-%m-%d} {dates.clock(local)}"
