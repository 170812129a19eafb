"""Home: meetings in progress, planned and past; what needs attention today; the way to everything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from tui_minutes.domain.attending import needs
from tui_minutes.domain.attention import Around, Needy, attention, of_outcomes
from tui_minutes.domain.filters import Filter, Key, Term
from tui_minutes.domain.heads import headed_by
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.i18n import dates, mark, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.home_attention import CHECKLIST, OUTCOME, attention_rows, uid_of
from tui_minutes.screens.home_making import HomeMaking
from tui_minutes.screens.home_meetings import PAST, Listing, meeting_rows
from tui_minutes.services import policies
from tui_minutes.store.paging import Page
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from tui_minutes.domain.checklist import Preparing
    from tui_minutes.screens.export import Exportable

_MOST = 50
"""So many outcomes at most; the tracker has them all."""


class HomeScreen(HomeMaking, BaseScreen):
    """The first screen. `Enter` on a meeting in progress resumes it where it stopped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("home.new", "n f2", mark("New")),
        bind("home.start_now", "N f3", mark("Start now")),
        bind("home.follow_up", "f f6", mark("Next meeting")),
        bind("app.tracker", "t ctrl+g", mark("Tracker")),
        bind("home.from_file", "i f7", mark("From file")),
        bind("home.series", "o f12", mark("The series"), show=False),
        bind("home.search", "/ ctrl+f", mark("Search")),
        bind("app.directory", "P ctrl+d", mark("Directory of people"), show=False),
        bind("app.reminders", "R f5", mark("Reminder texts"), show=False),
        bind("home.standup", "u f9", mark("Standup"), show=False),
        bind("home.open", "ctrl+j", mark("Open the meeting"), show=False),
        bind("home.cancel", "d delete", mark("Call off a planned meeting"), show=False),
        bind("home.delete", "D", mark("Delete a meeting that has not begun"), show=False),
        bind("home.archive", "a ctrl+a", mark("Archive: find in all meetings"), show=False),
        bind("home.reveal", "ctrl+r", mark("Show or hide what is confidential"), show=False),
        bind("home.sample", "s f8", mark("Play a sample meeting"), show=False),
        bind("home.end_sample", "s f8", mark("End the sample meeting"), show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The meetings, and beside them (below them where it is narrow) what needs attention."""
        search = Input(placeholder=tr("Title, number or name"), id="search", select_on_focus=False)
        search.cursor_blink = False
        search.display = False
        with Horizontal(id="home"):
            with Vertical(id="left"):
                yield search
                yield ListPane(id="meetings")
            yield ListPane(id="attention")

    def on_mount(self) -> None:
        """The list has the focus: Enter resumes the first meeting in progress."""
        self.meetings.focus()

    @property
    def meetings(self) -> ListPane:
        """The list of meetings."""
        return self.query_one("#meetings", ListPane)

    @property
    def searching(self) -> Input:
        """The search field."""
        return self.query_one("#search", Input)

    def bar(self, now: datetime) -> BarState:
        """The day and the time; whether this is the sample."""
        local = now.astimezone(self.host.zone)
        note = tr("sample, kept nowhere") if self.host.sample else ""
        return BarState(
            "tui-minutes", note=note, clock=f"{dates.day_long(local.date())} {dates.clock(local)}"
        )

    def redraw(self) -> None:
        """Show the meetings, and what needs attention."""
        store, now = self.host.store, self.host.now()
        today = now.astimezone(self.host.zone).date()
        everything = store.meetings(PAST)
        left = store.open_of_meetings((one.uid for one in everything), now)
        self._listing = Listing(everything, store.on_the_table(), today, self.host.revealed, left)
        self._show_meetings()
        self._show_attention(everything, now, today)

    def _show_attention(self, everything: list[Meeting], now: datetime, today: date) -> None:
        """Show what needs attention, to a head of department first what is theirs to track (T1)."""
        departments = headed_by(self.host.entered_by, self.host.directory)
        term = Term(Key.DEPARTMENT, departments, names=departments)
        own = self._page(Filter((term,)), now).rows if departments else ()
        page = self._page(Filter(), now)
        shown = {row.outcome.uid for row in own}
        signed = self.host.store.with_signatures([one for one in everything if one.phase is Phase.SIGNED])
        approved = self.host.store.approved_of_late(now)
        others = (row for row in page.rows if row.outcome.uid not in shown)
        around = Around(today, policies.chosen(self.host.settings), self.host.calendar)
        rest = attention(others, everything, signed, approved, now, around, self._to_come(everything, now))
        more = bool(page.more and needs(page.rows[-1], now))
        self._needy = Needy(of_outcomes(own, now), departments, rest, more)
        rows = attention_rows(self._needy, revealed=self.host.revealed)
        pane = self.query_one("#attention", ListPane)
        pane.border_title = Content(tr("Needs attention today"))
        pane.border_subtitle = Content(self.host.judging.words())
        pane.show_rows(rows or [Row((Content.styled(tr("Nothing is late, due or waiting."), "$faint"),))])
        pane.set_class(not rows, "-quiet")
        pane.can_focus = bool(rows)

    def _to_come(self, everything: list[Meeting], now: datetime) -> list[Preparing]:
        """The meetings that are being prepared: nothing is imported for them where there are none."""
        planned = any(one.phase is Phase.PLANNED for one in everything)
        return self.host.store.preparing_to_come(now) if planned else []

    def _page(self, wanted: Filter, now: datetime) -> Page:
        return self.host.store.page(wanted, "attention", now, limit=_MOST)

    def _show_meetings(self) -> None:
        """Show the meetings read last, or those of all there are that are searched for."""
        pane, wanted, listing = self.meetings, self.searching.value.strip(), self._listing
        if wanted:
            found = self.host.store.meetings_like(wanted, PAST, revealed=listing.revealed)
            listing = replace(listing, meetings=found)
        self._shown = listing
        rows = meeting_rows(listing)
        pane.border_title = Content(tr("Meetings"))
        pane.border_subtitle = Content(tr("Enter open · / search") if rows else "")
        pane.show_rows(rows or (self.nothing_found() if wanted else self.first_steps()))

    def exports(self) -> Sequence[Exportable]:
        """What needs attention, and the meetings; those found, while one searches."""
        from tui_minutes.screens.home_export import overview_of

        return [overview_of(self.host, self._needy, self._shown)]

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Open what was chosen: a meeting where it stands, the ledger, or one of the first steps."""
        uid = uid_of(event.key)
        if uid.startswith(OUTCOME):
            self.host.open_tracker(uid.removeprefix(OUTCOME))
        elif uid.startswith(CHECKLIST):
            self.host.open_checklist(uid.removeprefix(CHECKLIST))
        elif not self.take_first_step(uid):
            self.host.open_meeting(uid)

    def action_open(self) -> None:
        """Open the meeting under the cursor."""
        self.meetings.action_choose()

    def action_standup(self) -> None:
        """Go on with the standup that runs, or begin one."""
        self.host.open_standup()

    def action_search(self, begun: str = "") -> None:
        """Search the meetings; the list follows each key."""
        self.searching.display = True
        self.set_focus(self.searching)  # at once: the next letter may be on its way already
        self.searching.insert_text_at_cursor(begun)

    def on_key(self, event: events.Key) -> None:
        """A character that is no shortcut begins a search: an input method may be on."""
        typing = isinstance(self.focused, Input)
        if typing and event.key == "down":
            self.meetings.focus()
        elif event.is_printable and event.character and (typing or event.key not in self.active_bindings):
            event.stop()  # while typing: it came before the field had the focus
            self.action_search(event.character)

    def on_input_changed(self) -> None:
        """Show the meetings that are searched for."""
        self._show_meetings()

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self.meetings.focus()

    def action_archive(self) -> None:
        """Look in all meetings for what is searched for here: lines and decisions, too."""
        self.host.open_archive(self.searching.value.strip())

    def action_back(self) -> None:
        """Leave the search."""
        self.searching.value = ""
        self.searching.display = False
        self.meetings.focus()
