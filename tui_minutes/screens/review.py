"""The review of a period: figures in pictures, what waits, measures, and the meeting about it (T10)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.papers import READ, Form
from tui_minutes.domain.period import Period, month_of, parse_period
from tui_minutes.domain.review import Findings
from tui_minutes.i18n import current_language, dates, mark, ntr, tr
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.exports import house_style
from tui_minutes.screens.host import Host
from tui_minutes.screens.ledger_screen import LedgerScreen
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.screens.review_line import ReviewLine, read_measure
from tui_minutes.services import papers, review_meetings, reviews
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.review_list import review_rows
from tui_minutes.widgets.review_page import ReviewPage
from tui_minutes.widgets.top_bar import BarState

DRAFT = "review"


class ReviewScreen(LedgerScreen):
    """One period at a time; the last month that is over, to begin with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("review.earlier", "h [ left", mark("Earlier")),
        bind("review.later", "l ] right", mark("Later")),
        bind("review.period", "y", mark("Period")),
        bind("review.list", "o", mark("Still open")),
        bind("review.agenda", "a", mark("Agenda")),
        bind("review.export", "ctrl+e", mark("Export")),
        bind("review.line", "ctrl+k", mark("To the line"), show=False),
        bind("review.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self.typing = ReviewLine(self)
        self._findings: Findings | None = None
        self._selected = ""

    def body(self) -> Iterable[Widget]:
        """The pictures, what waits beside them, the line."""
        with Horizontal():
            yield ReviewPage(id="page")
            yield ListPane(id="waiting")
        hint = tr("A measure: what is to be done @name fri")
        yield CaptureLine(self.typing.context, self._save_draft, hint=hint, reader=read_measure)

    def on_mount(self) -> None:
        """Begin in the pictures: the keys scroll them."""
        self.bring_back(DRAFT)
        self.focus_page()

    def _save_draft(self, text: str) -> None:
        self.keep_draft(DRAFT, text)

    @property
    def period(self) -> Period:
        """What is reviewed: the month before this one until another is chosen."""
        return self._period or month_of(self.today).moved(-1)

    def redraw(self) -> None:
        """Read the period; it is drawn when it is read."""
        host, period = self.host, self.period
        page = self.query_one(ReviewPage)
        page.border_title = Content(dates.period_text(period))
        page.border_subtitle = Content(tr("Reading …"))
        self.query_one(CaptureLine).context = self.typing.context
        read = partial(reviews.read, host.store, period, host.now(), host.zone, reveal=host.revealed)
        read_aside(self, read, self._show)

    def _show(self, found: Findings) -> None:
        self._findings, period = found, found.review.period
        page, waiting = self.query_one(ReviewPage), self.query_one("#waiting", ListPane)
        page.border_subtitle = Content(
            tr("as known on {day}", day=dates.day_long(self.today)) if period.last >= self.today else ""
        )
        page.show(found.review)
        waiting.border_title = Content(tr("Late or still open"))
        waiting.border_subtitle = Content(ntr("{n} outcome", "{n} outcomes", found.waiting))
        waiting.show_rows(review_rows(found, self.showing))
        self.select(self._selected)

    def bar(self, now: datetime) -> BarState:
        """The review has no stages; the bar says which day it is."""
        local = now.astimezone(self.host.zone)
        clock = f"{dates.day_long(local.date())}  {dates.clock(local)}"
        return BarState(title=tr("Review of decisions"), clock=clock)

    def focus_page(self) -> None:
        """Let the keys scroll the pictures."""
        self.remove_class("-list")
        self.query_one(ReviewPage).focus()

    def seen(self, number: str) -> Outcome | None:
        """The outcome with `number` as it stands on the screen, else as it stands in the ledger."""
        found = self._findings
        rows = (*found.rows, *found.measures) if found else ()
        shown = (row.outcome for row in rows if row.outcome.number == number.upper())
        return next(shown, None) or self.host.store.outcome_by_number(number)

    def select(self, uid: str) -> None:
        """Put the cursor of the list on an outcome, now or when it has been read."""
        waiting = self.query_one("#waiting", ListPane)
        there = uid in waiting.keys
        self._selected = "" if there else uid
        if there:
            waiting.cursor = uid

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """A line is a measure, or moves an outcome."""
        self.typing.enter(event)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Enter shows the outcome in full, with its history."""
        self.show_in_full(self.host.store.row(event.key))

    def action_earlier(self) -> None:
        """The period before."""
        self._go(self.period.moved(-1))

    def action_later(self) -> None:
        """The period after."""
        self._go(self.period.moved(1))

    def _go(self, period: Period) -> None:
        self._period = period
        self.redraw()
        self.query_one(ReviewPage).scroll_to(y=0, animate=False)

    def action_period(self) -> None:
        """Ask for any period."""
        today = self.today

        def meant(typed: str) -> str:
            found = parse_period(typed, today)
            return dates.period_text(found) if found else ""

        def wrong(values: Values) -> tuple[str, str] | None:
            if parse_period(values["period"], today):
                return None
            said = tr("“{typed}” is no period: try 2026-10, 2026-Q3 or last month", typed=values["period"])
            return "period", said

        def answered(values: Values | None) -> None:
            found = parse_period(values["period"], today) if values else None
            if found:
                self._go(found)

        hint = "2026-10 · 2026-Q3 · 2026-09-01..2026-10-15"
        asked = Field("period", tr("Period"), self.period.code, required=True, hint=hint, note=meant)
        self.app.push_screen(Ask(tr("Which period?"), [asked], check=wrong), answered)

    def action_list(self) -> None:
        """To what waits, or back to the pictures; on a narrow screen one takes the place of the other."""
        waiting = self.query_one("#waiting", ListPane)
        if waiting.has_focus:
            self.focus_page()
        else:
            self.add_class("-list")
            waiting.focus()

    def action_agenda(self) -> None:
        """Plan the meeting that reviews this period, or open it."""
        period, zone = self.period, self.host.zone.key
        self.carry_out(
            lambda store, command: review_meetings.plan(store, command, period, zone), self.host.open_meeting
        )

    def exports(self) -> Sequence[Exportable]:
        """The review of the period that is shown."""
        period, revealed = self.period, self.host.revealed
        make = partial(_made, self.host, period, current_language(), revealed)
        return [Exportable(tr("Export the review"), f"review-{period.code}", (*READ, Form.JSON), make)]

    def action_line(self) -> None:
        """Type in the line."""
        self.query_one(CaptureLine).focus_field()

    def action_back(self) -> None:
        """From the line or the list to the pictures; from them to where one was."""
        if self.query_one(ReviewPage).has_focus:
            super().action_back()
        else:
            self.focus_page()


def _made(host: Host, period: Period, language: str, revealed: bool, form: Form) -> bytes:
    with host.store.reading():
        found = reviews.read(host.store, period, host.now(), host.zone, reveal=revealed)
    if form is Form.JSON:
        return reviews.json_text(found, host.now(), host.zone, reveal=revealed).encode()
    return papers.rendered(reviews.document(found, language, reveal=revealed), form, house_style(host, form))
