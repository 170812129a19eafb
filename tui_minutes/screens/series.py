"""The page of a series: when its meetings are, what they always have, which are to come, which were (B8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.series import Recurring
from tui_minutes.i18n import dates, mark, ntr, tr
from tui_minutes.screens.dialogs.ask import Ask, Values
from tui_minutes.screens.lists import ListsScreen
from tui_minutes.screens.next_meeting import plan_next
from tui_minutes.screens.prepare_agenda import ItemForm
from tui_minutes.screens.prepare_panes import ADD
from tui_minutes.screens.quorum import QUORUM, ask_quorum
from tui_minutes.screens.series_form import SeriesForm
from tui_minutes.screens.series_panes import basics_rows, covered_title, dates_rows, past_rows, recurring_rows
from tui_minutes.services import next_dates, policies, series, templates
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from tui_minutes.screens.export import Exportable


class SeriesScreen(ListsScreen):
    """The keys act on the list that has the focus: the basics, the recurring items, the meetings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("series.edit", "e f2", mark("Edit")),
        bind("series.add", "a insert", mark("Let something recur")),
        bind("series.end", "d delete", mark("Let it recur no more")),
        bind("series.follow_up", "f f6", mark("Next meeting")),
        bind("series.move_up", "K ctrl+up", mark("Move up"), show=False),
        bind("series.move_down", "J ctrl+down", mark("Move down"), show=False),
        bind("series.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """What the meetings have in common at the left, which they are at the right."""
        self._read()
        with Horizontal(id="page"):
            with Vertical(id="left"):
                yield ListPane(id="basics")
                yield ListPane(id="recurring")
            with Vertical(id="right"):
                yield ListPane(id="dates")
                yield ListPane(id="meetings")

    def _read(self) -> None:
        store = self.host.store
        self.meeting = store.record(self.meeting_uid).meeting
        self.series = store.series(self.meeting.series or "")
        self.meetings = store.meetings_of_series(self.series.uid)
        covered = covered_title(self.series, self.meetings) and not self.host.revealed
        self.shown = replace(self.series, title=VEIL) if covered else self.series

    def bar(self, now: datetime) -> BarState:
        """The series, and the time."""
        clock = dates.clock(now.astimezone(self.host.zone))
        return BarState(self.shown.title, note=tr("series"), clock=clock)

    def redraw(self) -> None:
        """Show the series as it stands."""
        self._read()
        host, revealed = self.host, self.host.revealed
        rules, usual = policies.chosen(host.settings), templates.of_meeting(host.store, self.meeting).rhythm
        self.show_list("basics", tr("Series"), "", basics_rows(self.shown, rules, self.meeting, usual))
        many = ntr("{n} item", "{n} items", len(self.series.recurring))
        self.show_list(
            "recurring", tr("On every agenda"), many, recurring_rows(self.series, revealed=revealed)
        )
        coming = next_dates.next_five(host.store, self.meeting_uid, host.now(), host.calendar)
        planned = next_dates.planned_slots(host.store, self.meeting_uid)
        self.show_list("dates", tr("Dates to come"), "", dates_rows(coming, planned))
        count = ntr("{n} meeting", "{n} meetings", len(self.meetings))
        today = self.meeting.local(host.now()).date()
        self.show_list("meetings", tr("Meetings"), count, past_rows(self.meetings, today, revealed=revealed))

    def exports(self) -> Sequence[Exportable]:
        """The page as it is shown."""
        from tui_minutes.screens.list_export import of_lists

        levels = [one.level for one in self.meetings]
        levels += [one.level for one in self.series.recurring if one.level]
        stem = f"series-{self.meeting.number}"
        return of_lists(self.host, self.shown.title, stem, self.query(ListPane), levels)

    def choose(self, pane: str, key: str) -> None:
        """Edit the row `key` of the list `pane`, or open the meeting."""
        if pane == "meetings":
            self.host.open_meeting(key)
        elif pane == "recurring" and key != ADD:
            self._edit_recurring(key)
        elif key == ADD:
            self.action_add()
        elif key == QUORUM:
            ask_quorum(self, self.series.uid, self.series.quorum)
        else:
            self._edit_basics(key)

    def _hides(self, one: Recurring) -> bool:
        return one.level is not None and is_hidden(one.level) and not self.host.revealed

    def _say_covered(self) -> None:
        self.report(tr("Ctrl+R shows what is confidential: then it can be changed"), Report.REFUSED)

    def _edit_basics(self, begin: str) -> None:
        if self.shown is not self.series:
            self._say_covered()
            return
        today = self.meeting.local(self.host.now()).date()
        rules = policies.chosen(self.host.settings)
        form = SeriesForm(self.series, self.meeting, today, self.host.calendar, rules)

        def keep(values: Values | None) -> None:
            if values is not None:
                self.did(series.update, self.series.uid, *form.meant(values))

        self.app.push_screen(Ask(tr("The series"), form.shown(), check=form.check, begin=begin), keep)

    def action_add(self) -> None:
        """Ask for something that every meeting of the series has from now on."""
        form = self._form(Recurring(""))

        def add(values: Values | None) -> None:
            if values is not None:
                self.did(series.add_recurring, self.series.uid, _meant(form, values))

        self.app.push_screen(Ask(tr("On every agenda"), form.shown(), check=form.check), add)

    def _edit_recurring(self, uid: str) -> None:
        one = self._recurring(uid)
        if self._hides(one):
            self._say_covered()
            return
        form = self._form(one)

        def keep(values: Values | None) -> None:
            if values is not None:
                self.did(series.edit_recurring, uid, _meant(form, values))

        self.app.push_screen(Ask(tr("On every agenda"), form.shown(), check=form.check), keep)

    def _form(self, one: Recurring) -> ItemForm:
        """The form of agenda items; what else is on the agenda of a meeting does not matter here."""
        record = replace(self.host.store.record(self.meeting_uid), agenda=())
        item = AgendaItem(
            one.uid, 0, one.title, one.minutes, 0, one.facilitator, one.prepare, level=one.level
        )
        return ItemForm(record, item)

    def _recurring(self, uid: str) -> Recurring:
        return next(one for one in self.series.recurring if one.uid == uid)

    def action_end(self) -> None:
        """Let the item under the cursor recur no more; agendas that have it keep it."""
        pane, key = self.at()
        if pane != "recurring" or key == ADD:
            self.report(tr("Only what is on every agenda can be taken off: Tab goes there"))
            return
        one = self._recurring(key)
        title = VEIL if self._hides(one) else one.title
        if self.did(series.end_recurring, key):
            self.report(
                tr("“{title}” recurs no more; agendas that have it keep it", title=title), Report.DONE
            )

    def action_follow_up(self) -> None:
        """Plan the next meeting after the last one that is over, else after the last one."""
        plan_next(self, next_dates.last_over(self.host.store, self.meeting_uid))

    def move(self, step: int) -> None:
        """Move the recurring item under the cursor."""
        pane, key = self.at()
        if pane == "recurring" and key != ADD:
            self.did(series.move_recurring, key, step)


def _meant(form: ItemForm, values: Values) -> Recurring:
    item = form.item(values)
    return Recurring(item.title, item.minutes, item.facilitator, item.prepare, item.level)
