"""Check-in: one row a person, one key a state; then the chair opens the meeting (C1, C2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.meeting import CHECK_IN_OPENS, Phase
from tui_minutes.i18n import dates, mark, ntr, tr
from tui_minutes.screens.attendance import AttendanceScreen
from tui_minutes.screens.check_in_card import opening_card
from tui_minutes.screens.check_in_start import Start
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.screens.materials import Materials
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.people_pane import here_of
from tui_minutes.widgets.quorum import with_quorum
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class CheckInScreen(AttendanceScreen):
    """Who is here and who is missing; beside it the card from which the chair opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("attendance.all_present", "A", mark("All present")),
        bind("check_in.start", "f9 ctrl+n", mark("Start")),
        bind("check_in.card", "o", mark("Opening card"), show=False),
        bind("check_in.checklist", "c f5", mark("Checklist"), show=False),
        bind("check_in.materials", "m f6", mark("Materials"), show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The table with the card at its right, and the line."""
        self.record = self.host.store.record(self.meeting_uid)
        with Horizontal():
            with Vertical(id="table"):
                yield from self.table()
            yield ListPane(id="card")
        yield self.capture_line()

    def on_mount(self) -> None:
        """Say so when it is early."""
        meeting, now = self.record.meeting, self.host.now()
        start = meeting.scheduled_start
        if start and now < start - CHECK_IN_OPENS:
            usual = dates.clock(meeting.local(start - CHECK_IN_OPENS))
            self.report(tr("It is early: people are usually checked in from {time}", time=usual))

    def redraw(self) -> None:
        """Show the table and the card; a meeting that has begun is shown where it stands."""
        super().redraw()
        if self.record.meeting.phase is not Phase.CHECK_IN:
            self.call_later(self.show_stage)
        self.pane.border_title = with_quorum(tr("Check-in · {here}", here=here_of(self.record)), self.record)
        card = self.query_one("#card", ListPane)
        card.border_title = Content(tr("To open the meeting"))
        self._show_card(self.host.now())

    def _show_card(self, now: datetime) -> None:
        self._minute = now.replace(second=0, microsecond=0)
        self.query_one("#card", ListPane).show_rows(opening_card(self.record, self._minute))

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    def tick(self, now: datetime) -> None:
        """How long it is to the start; when items come if it begins only now, from minute to minute."""
        self.pane.border_subtitle = Content(self._until_start(now))
        if now.replace(second=0, microsecond=0) != self._minute:
            self._show_card(now)

    def _until_start(self, now: datetime) -> str:
        start = self.record.meeting.scheduled_start
        if start is None:
            return ""
        minutes = round((start - now).total_seconds() / 60)
        if minutes > 0:
            return ntr("starts in {n} min", "starts in {n} min", minutes)
        if minutes == 0:
            return tr("it is time to begin")
        return ntr("should have begun {n} min ago", "should have begun {n} min ago", -minutes)

    def action_present(self) -> None:
        """Here; pressed again, not marked."""
        person = self.person
        if person and person.state is Attendance.PRESENT:
            self.acts.mark(person, Attendance.UNMARKED)
        elif person:
            self.here(person)

    def action_all_present(self) -> None:
        """Everyone who is not marked is here."""
        self.acts.mark_rest()

    def all_marked(self) -> None:
        """Everyone is marked: the meeting can begin."""
        self.report(tr("Everyone is marked: F9 starts the meeting"), Report.DONE)

    def action_card(self) -> None:
        """The card in a window of its own, where there is no room beside the table."""
        self.app.push_screen(Show(tr("To open the meeting"), opening_card(self.record, self.host.now())))

    def action_checklist(self) -> None:
        """What is to be ready: equipment is tested and recording announced now."""
        self.host.open_checklist(self.meeting_uid)

    def action_materials(self) -> None:
        """What there is to read."""
        Materials(self, self.meeting_uid, tr("Materials")).ask()

    def action_start(self) -> None:
        """Start the meeting, after saying what is still open."""
        Start(self, self.record).ask()
