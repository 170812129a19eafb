"""From check-in into the meeting: first what is still open, then whether it began as scheduled (C1, D1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tui_minutes.domain.attendance import Attendance, deciders_present
from tui_minutes.domain.quorum import presence
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.voting import quorum_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import session
from tui_minutes.widgets.names import joined

PUNCTUAL = timedelta(minutes=1)
"""A start within this time of the scheduled one needs no question."""


class Start:
    """The start of the meeting that `screen` checks people in for."""

    def __init__(self, screen: BaseScreen, record: MeetingRecord) -> None:
        self._screen = screen
        self._record = record

    def ask(self) -> None:
        """Say what is open, if anything; then ask for the time, if it is late; then start."""
        open_ = list(still_open(self._record))
        if open_:
            title = tr("Start the meeting?")
            self._screen.app.push_screen(Confirm(title, open_, yes=tr("start")), self._confirmed)
        else:
            self._ask_when()

    def _confirmed(self, yes: bool | None) -> None:
        if yes:
            self._ask_when()

    def _ask_when(self) -> None:
        meeting, now = self._record.meeting, self._screen.host.now()
        scheduled = meeting.scheduled_start
        if scheduled is None or now - scheduled <= PUNCTUAL:
            self._start(None)
            return
        options = [
            Option("now", tr("Now"), _when(meeting.local(now), meeting.local(now))),
            Option("scheduled", tr("As scheduled"), _when(meeting.local(scheduled), meeting.local(now))),
        ]

        def chosen(key: str | None) -> None:
            if key is not None:
                self._start(scheduled if key == "scheduled" else None)

        self._screen.app.push_screen(Choose(tr("When did the meeting begin?"), options), chosen)

    def _start(self, at: datetime | None) -> None:
        uid = self._record.meeting.uid
        self._screen.carry_out(
            lambda store, command: session.start(store, command, uid, at),
            lambda _: self._screen.host.open_meeting(uid),
        )


def _when(at: datetime, now: datetime) -> str:
    """The time, with the day when that is not today."""
    return dates.clock(at) if at.date() == now.date() else f"{dates.day_long(at.date())} {dates.clock(at)}"


def still_open(record: MeetingRecord) -> Iterator[str]:
    """What is to be known before the meeting starts: who is not marked, and whether anybody may decide."""
    unmarked = [person.name for person in record.people if person.state is Attendance.UNMARKED]
    if unmarked:
        yield tr("Not marked yet: {names}", names=joined(unmarked))
    if record.people and not any(person.here for person in record.people):
        yield tr("Nobody is marked as present")
    elif record.people and not deciders_present(record.people):
        yield tr("Nobody who may decide is here: no decision makers, chair or convener")
    there = presence(record.quorum, record.people)
    if not there.is_reached:
        yield quorum_text(there)
    if not record.agenda:
        yield tr("There is no agenda: lines are taken down without an item")
