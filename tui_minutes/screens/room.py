"""The window for the room: one page in large words, drawn from the store and never from what is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui_minutes.domain.agenda import Tone
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.closed_early import ClosedEarly
from tui_minutes.screens.compositor import CellCompositor, draw_now
from tui_minutes.screens.room_clock import Face
from tui_minutes.screens.room_page import Page, title_of
from tui_minutes.screens.room_watch import Watch
from tui_minutes.stylesheets import stylesheet
from tui_minutes.widgets.figures import Figures
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.large import widely
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.timers import TONES, gauge
from tui_minutes.widgets.top_bar import BarState, TopBar, meeting_bar

_EVERYTHING, _LEAST = 2, 0
"""With fewer details the rows go first, then what comes next."""


class Words(ListPane, can_focus=False):
    """Rows that nobody chooses from."""


class RoomScreen(ClosedEarly[None]):
    """Draws what `watch` sees."""

    CSS_PATH: ClassVar = [stylesheet("room")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - as Textual declares them
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("room.more", "+ equals_sign", mark("More details"), show=False),
        bind("room.less", "minus", mark("Fewer details"), show=False),
        bind("room.keys", "? f1", mark("The keys of this window"), show=False),
    ]

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._compositor = CellCompositor()
        self._watch = watch
        self._page = Page("", "")
        self._face: Face | None = None
        self._used = Content()
        self._details = _EVERYTHING

    def compose(self) -> ComposeResult:
        """The bar; heading and clock; the rows; what comes next; the keys, for whoever asks."""
        yield TopBar()
        with Vertical(id="wall"):
            yield Static(id="above", markup=False)
            with Horizontal(id="top"):
                yield Static(id="heading", markup=False)
                with Vertical(id="clock"):
                    with Horizontal(id="figures"):
                        yield Figures()
                    yield Static(id="plain", markup=False)
                    yield Static(id="words", markup=False)
            yield Static(id="gauge", markup=False)
            yield Words(id="rows")
            yield Static(id="below", markup=False)
        yield Static(tr("q quit   t theme   + - details   ^L 中文   ? hides this"), id="keys", markup=False)

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.redraw()

    async def rebuild(self) -> None:
        """Compose it anew, in the language that is spoken now."""
        await self.recompose()
        self._face, self._used = None, Content()
        self.redraw()

    def on_resize(self) -> None:
        """A heading stands as wide as there is room."""
        self.call_after_refresh(self._show_page)
        self.call_after_refresh(self._show_gauge)

    def look(self) -> None:
        """Show what was committed, or is read out, since the last look; and the time."""
        if self.is_closed or not self.is_mounted:
            return
        if self._watch.has_changed():
            self.redraw()
        else:
            self._show_time()
            draw_now(self)

    def redraw(self) -> None:
        """Read the meeting anew and show where it stands."""
        self._watch.read()
        self._page = self._watch.page()
        self._show_time()
        self._show_page()
        self.call_after_refresh(self._show_page)  # a heading has the room that the clock leaves

    def _show_page(self) -> None:
        if self.is_closed:
            return
        page, heading = self._page, self.query_one("#heading", Static)
        heading.update(Content(widely(page.heading, heading.content_size.width)))
        self.query_one("#above", Static).update(Content(page.above))
        self.query_one("#below", Static).update(page.below)
        rows = self.query_one(Words)
        rows.show_rows(page.rows, follow=page.follows)
        rows.visible = self._details == _EVERYTHING
        self.query_one("#below").visible = self._details > _LEAST

    def _show_time(self) -> None:
        """Bring bar and clock up to date; only what is not the same is drawn."""
        self.query_one(TopBar).show(self._bar())
        before, shown = self._face, self._watch.face()
        if shown == before:
            return
        self._face = shown
        self.query_one("#clock").display = bool(shown.figures)
        for tone in Tone:
            self.query_one("#clock").set_class(tone is shown.tone, f"-{tone}")
        self._show_gauge()
        self.query_one(Figures).show(shown.figures)
        self.query_one("#plain", Static).update(shown.figures)
        if before is None or shown.words != before.words:
            self.query_one("#words", Static).update(Content(shown.words))

    def _show_gauge(self) -> None:
        """How much of the time is used, as wide as the wall."""
        line, shown = self.query_one("#gauge", Static), self._face or Face()
        line.set_class(shown.used is not None, "-limited")
        used = gauge(shown.used or 0, line.container_size.width, TONES[shown.tone])
        if used.spans != self._used.spans:
            self._used = used
            line.update(used)

    def _bar(self) -> BarState:
        record = self._watch.record
        if record is None:
            return BarState(title="tui-minutes", clock=self._watch.time)
        bar = meeting_bar(record, self._watch.now())
        return BarState(
            title_of(record.meeting), bar.number, phase=bar.phase, clock=bar.clock, spent=bar.spent,
            planned=bar.planned, paused=bar.paused,
        )  # fmt: skip

    def action_more(self) -> None:
        """Show more below the heading."""
        self._details = min(self._details + 1, _EVERYTHING)
        self._show_page()

    def action_less(self) -> None:
        """Show less: those at the back read the heading and the clock."""
        self._details = max(self._details - 1, _LEAST)
        self._show_page()

    def action_keys(self) -> None:
        """Name the keys at the bottom, or hide them again."""
        self.toggle_class("-keys")

    def on_click(self) -> None:
        """Whoever has but a mouse finds the keys."""
        self.action_keys()
