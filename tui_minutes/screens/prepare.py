"""Prepare: the meeting on one page, its basics, agenda and people, each edited where it stands (B1-B4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Phase
from tui_minutes.i18n import dates, mark, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.lists import ListsScreen
from tui_minutes.screens.prepare_agenda import PrepareAgenda
from tui_minutes.screens.prepare_basics import PrepareBasics
from tui_minutes.screens.prepare_fit import PrepareFit
from tui_minutes.screens.prepare_panes import (
    ADD,
    basics_rows,
    people_rows,
)
from tui_minutes.screens.prepare_ready import CHECKLIST, MATERIALS, PrepareReady
from tui_minutes.screens.prepare_roles import ROLE, PrepareRoles
from tui_minutes.screens.prepare_series import WAITING, PrepareSeries
from tui_minutes.screens.prepare_stages import PrepareStages
from tui_minutes.screens.quorum import QUORUM, ask_quorum_of, quorum_row
from tui_minutes.services import agenda, invitees, policies
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState


class PrepareScreen(
    PrepareStages,
    PrepareBasics,
    PrepareAgenda,
    PrepareRoles,
    PrepareFit,
    PrepareReady,
    PrepareSeries,
    ListsScreen,
):
    """The keys act on the list that has the focus: the basics, the agenda or the people."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("prepare.add", "a insert", mark("Add")),
        bind("prepare.edit", "e f2", mark("Edit")),
        bind("prepare.remove", "d delete", mark("Remove")),
        bind("prepare.roles", "r f4", mark("Roles"), show=False),
        bind("prepare.next_stage", "f9 ctrl+n", mark("Check-in")),
        bind("prepare.send", "s f7", mark("Send")),
        bind("prepare.checklist", "c f5", mark("Checklist")),
        bind("prepare.proposals", "p f11", mark("Word a decision ahead"), show=False),
        bind("prepare.fit", "t ctrl+k", mark("Make the agenda fit"), show=False),
        bind("prepare.materials", "m f6", mark("Materials"), show=False),
        bind("app.directory", "P ctrl+d", mark("Directory of people"), show=False),
        bind("prepare.reveal", "ctrl+r", mark("Show confidential words"), show=False),
        bind("prepare.move_up", "K ctrl+up", mark("Move up"), show=False),
        bind("prepare.move_down", "J ctrl+down", mark("Move down"), show=False),
        bind("prepare.start_now", "N f3", mark("Start without check-in"), show=False),
        bind("prepare.fill", "T ctrl+u", mark("Fill in from a template"), show=False),
        bind("prepare.save_template", "S ctrl+y", mark("Save as a template"), show=False),
        bind("prepare.follow_up", "f ctrl+f", mark("Next meeting"), show=False),
        bind("prepare.series", "o f12", mark("The series"), show=False),
        bind("prepare.recur", "R", mark("Let an item recur"), show=False),
        bind("prepare.bring", "w ctrl+b", mark("Take along what waits"), show=False),
        bind("prepare.cancel", "x f8", mark("Call off the meeting"), show=False),
        bind("prepare.delete", "X", mark("Delete a meeting that has not begun"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """The basics at the left, agenda and people at the right; one above the other where it is narrow."""
        self.meeting = self.host.store.record(self.meeting_uid).meeting
        with Horizontal(id="page"):
            yield ListPane(id="basics")
            with Vertical(id="right"):
                yield ListPane(id="agenda")
                yield ListPane(id="people")

    def bar(self, now: datetime) -> BarState:
        """The meeting, and that it is being prepared."""
        meeting = self.meeting
        note = label(meeting.phase) if meeting.phase is Phase.CANCELLED else ""
        clock = dates.clock(now.astimezone(self.host.zone))
        return BarState(meeting.title, meeting.number, note, phase=meeting.phase, clock=clock)

    def redraw(self) -> None:
        """Show the meeting as it is planned."""
        record = self.host.store.record(self.meeting_uid)
        self.meeting = record.meeting
        if record.meeting.phase not in (Phase.PLANNED, Phase.CANCELLED):
            self.call_later(self.show_stage)
        needed = sum(item.minutes for item in record.agenda)
        rules, template = policies.chosen(self.host.settings), self.template_of(record.meeting)
        basics = basics_rows(record.meeting, rules, template)
        basics += [quorum_row(record), *self.ready_rows(record)]
        self.show_list("basics", tr("Basics"), tr("Tab next list · Enter edit"), basics)
        minutes = _minutes(needed, record.meeting.planned_minutes)
        agenda_list = self.agenda_rows(record)
        agenda_list[-1:-1] = self.waiting_rows()
        self.show_list("agenda", tr("Agenda"), minutes, agenda_list)
        people = people_rows(record)
        people[-1:-1] = self.wanted_rows(record)  # above the row that adds somebody
        count = ntr("{n} person", "{n} people", len(record.people))
        self.show_list("people", tr("Participants"), count, people)

    def choose(self, pane: str, key: str) -> None:
        """Edit the row `key` of the list `pane`, add, or go where it leads."""
        if key == ADD:
            self._add(pane)
        elif key in (CHECKLIST, MATERIALS):
            self.open_ready(key)
        elif key == WAITING:
            self.action_bring()
        elif key == QUORUM:
            ask_quorum_of(self, self.meeting_uid)
        elif key.startswith(ROLE):
            self.fill_role(Role(key.removeprefix(ROLE)))
        elif pane == "basics":
            self.edit_basics(key)
        elif pane == "agenda":
            self.edit_item(key)
        else:
            self.edit_person(key)

    def _add(self, pane: str) -> None:
        if pane == "agenda":
            self.add_item()
        elif pane == "people":
            self.add_person()

    def action_add(self) -> None:
        """Add to the list that has the focus; from the basics, ask what."""
        pane, _ = self.at()
        if pane != "basics":
            self._add(pane)
            return
        options = [Option("agenda", tr("an agenda item")), Option("people", tr("a participant"))]
        self.app.push_screen(Choose(tr("Add"), options), lambda what: self._add(what or ""))

    def action_remove(self) -> None:
        """Take the item or the participant under the cursor off the list."""
        pane, key = self.at()
        record = self.host.store.record(self.meeting_uid)
        if pane == "agenda" and (item := record.item(key)):
            if self.did(agenda.remove_item, key):
                self.report(tr("“{title}” is off the agenda", title=item.title), Report.DONE)
        elif pane == "people" and (person := self.participant(key)):
            if self.did(invitees.remove_person, key):
                self.report(tr("{name} is off the list", name=person.name), Report.DONE)
        else:
            self.report(tr("Only agenda items and participants can be removed"))

    def action_proposals(self) -> None:
        """Word decisions ahead, beginning with the item under the cursor."""
        pane, key = self.at()
        self.open_proposals(key if pane == "agenda" else "")

    def action_recur(self) -> None:
        """Let the agenda item under the cursor recur."""
        pane, key = self.at()
        self.recur(key if pane == "agenda" else "")

    def action_roles(self) -> None:
        """Tick the roles of the participant under the cursor."""
        pane, key = self.at()
        if pane == "people" and self.participant(key):
            self.edit_roles(key)
        else:
            self.report(tr("Roles belong to a participant: Tab goes to the list of people"))

    def move(self, step: int) -> None:
        """Move the item or the participant under the cursor."""
        pane, key = self.at()
        if pane == "basics" or key == ADD:
            return
        self.did(agenda.move_item if pane == "agenda" else invitees.move_person, key, step)


def _minutes(needed: int, planned: int) -> str:
    return (
        tr("{needed} of {planned} min", needed=needed, planned=planned)
        if planned
        else dates.minutes_text(needed)
    )
