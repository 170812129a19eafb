"""What is to be ready before a meeting: who sees to it, by when, ticked off (B5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.checklist import Preparation
from tui_minutes.domain.checklist import checklist as drawn_up
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import mark, tr
from tui_minutes.i18n.checklist import sum_text, what_text
from tui_minutes.screens.checklist_form import ChecklistForm
from tui_minutes.screens.checklist_rows import preparation_rows
from tui_minutes.screens.dialogs.ask import Values
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.exports import of_meeting
from tui_minutes.screens.lists import OrderedScreen
from tui_minutes.screens.prepare_panes import add_row
from tui_minutes.services import checklist, policies
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class ChecklistScreen(OrderedScreen):
    """The checklist of a meeting, one thing a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("checklist.tick", "space f9", mark("Tick off")),
        bind("checklist.add", "a insert f2", mark("Add")),
        bind("checklist.edit", "e f3", mark("Edit")),
        bind("checklist.remove", "d delete", mark("Remove")),
        bind("checklist.move_up", "K ctrl+up", mark("Move up"), show=False),
        bind("checklist.move_down", "J ctrl+down", mark("Move down"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """The list."""
        self._read()
        yield ListPane(id="checklist")

    def on_mount(self) -> None:
        """The keys act on the list."""
        self.list.focus()

    @property
    def list(self) -> ListPane:
        """What is to be ready."""
        return self.query_one("#checklist", ListPane)

    @property
    def today(self) -> date:
        """The day where the meeting is."""
        return self.record.meeting.local(self.host.now()).date()

    def _read(self) -> None:
        self.record: MeetingRecord = self.host.store.record(self.meeting_uid)
        self.policy = policies.chosen(self.host.settings)(self.record.meeting.policy)
        preparing = self.host.store.preparing(self.record)
        self.found = drawn_up(preparing, self.policy, self.host.calendar)

    def redraw(self) -> None:
        """Show the checklist as it stands."""
        self._read()
        self.list.border_title = Content(tr("Checklist"))
        self.list.border_subtitle = Content(sum_text(self.found, self.today))
        rows = preparation_rows(self.record.meeting, self.found, self.today)
        self.list.show_rows(rows or [add_row(tr("a  add what is to be ready"))])

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    def exports(self) -> Sequence[Exportable]:
        """The checklist as a file."""
        return of_meeting(self.host, self.record, (Paper.CHECKLIST,))

    @property
    def _chosen(self) -> Preparation | None:
        return next((one for one in self.found if one.key == self.list.cursor), None)

    def on_list_pane_chosen(self, _: ListPane.Chosen) -> None:
        """Enter changes it; where there is none, it adds the first."""
        if self.found:
            self.action_edit()
        else:
            self.action_add()

    def action_tick(self) -> None:
        """Tick it off, or take the tick back; what is done by itself needs no tick."""
        if (one := self._chosen) is None:
            return
        ticked, what = one.kept.done_at is not None, what_text(one)
        if one.by_itself and not ticked:
            self.report(tr("That is done by itself: the meeting shows it"))
            return
        said = tr("To be done again: {what}", what=what) if ticked else tr("Done: {what}", what=what)
        self.carry_out(
            lambda store, command: checklist.tick(store, command, self.meeting_uid, one.key, done=not ticked),
            lambda _: self.report(said, Report.DONE),
        )

    def action_add(self) -> None:
        """Something else is to be ready, too."""
        self._add({}, "")

    def _form(self, one: Preparation | None) -> ChecklistForm:
        return ChecklistForm(one, self.record, self.policy, self.today, self.host.calendar)

    def _add(self, typed: Values, said: str) -> None:
        form = self._form(None)

        def take(values: Values | None) -> None:
            if values is not None:
                self.carry_out(
                    lambda store, command: checklist.add(
                        store, command, self.meeting_uid, form.wanted(values), values["note"]
                    ),
                    lambda key: self._added(key, values["text"]),
                    again=lambda why: self._add(values, why),
                )

        self.app.push_screen(form.ask().filled(typed, said), take)

    def _added(self, key: str, text: str) -> None:
        self.list.cursor = key
        self.report(tr("“{title}” is on the list", title=text), Report.DONE)

    def action_edit(self) -> None:
        """Who sees to it, by when, what there is to remark."""
        if one := self._chosen:
            self._edit(one, {}, "")

    def _edit(self, one: Preparation, typed: Values, said: str) -> None:
        form = self._form(one)

        def take(values: Values | None) -> None:
            if values is not None:
                self.carry_out(
                    lambda store, command: checklist.change(
                        store, command, self.meeting_uid, one.key, form.wanted(values), values["note"]
                    ),
                    lambda _: self.report(tr("Changed: {name}", name=what_text(one)), Report.DONE),
                    again=lambda why: self._edit(one, values, why),
                )

        self.app.push_screen(form.ask().filled(typed, said), take)

    def action_remove(self) -> None:
        """This meeting does not need it."""
        if (one := self._chosen) and self.did(checklist.remove, self.meeting_uid, one.key):
            self.report(tr("“{title}” is off the list", title=what_text(one)), Report.DONE)

    def move(self, step: int) -> None:
        """Move it."""
        if one := self._chosen:
            self.did(checklist.move, self.meeting_uid, one.key, step)
