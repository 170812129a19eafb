"""People while the meeting runs: who comes late, leaves, returns, walks in; each with the time (C1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.attendance import AttendanceScreen
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.people_pane import here_of
from tui_minutes.widgets.quorum import with_quorum
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class PeopleScreen(AttendanceScreen):
    """The same table as at check-in; the clocks of the meeting run on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("attendance.leave", "x", mark("Leaves")),
        bind("people.done", "f7", mark("Back to the meeting")),
    ]

    def body(self) -> Iterable[Widget]:
        """The table and the line."""
        self.record = self.host.store.record(self.meeting_uid)
        yield from self.table()
        yield self.capture_line()

    def redraw(self) -> None:
        """Show who is in the room."""
        super().redraw()
        self.pane.border_title = with_quorum(tr("People · {here}", here=here_of(self.record)), self.record)

    def bar(self, now: datetime) -> BarState:
        """The meeting and its clock."""
        return replace(meeting_bar(self.record, now), note=tr("People"))

    def here(self, person: Participant) -> None:
        """They come in now, or back."""
        if person.here:
            self.report(tr("{name} is in the room already", name=person.name))
        else:
            self.acts.come(person)

    def action_late(self) -> None:
        """Who comes in now is late; who was taken for punctual was late all the same."""
        person = self.person
        if person and person.here:
            self.acts.mark(person, Attendance.LATE)
        elif person:
            self.acts.come(person)

    def action_leave(self) -> None:
        """They leave the room."""
        if person := self.person:
            self.acts.leave(person)

    def action_done(self) -> None:
        """Back to the meeting."""
        self.action_back()
