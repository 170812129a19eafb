"""How a screen is drawn: bars, the status line, the signal of change, the clock, keys in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.widget import Widget

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import dates, tr, tr_late
from tui_minutes.screens.closed_early import ClosedEarly
from tui_minutes.screens.compositor import CellCompositor, draw_now
from tui_minutes.screens.guidance import guidance
from tui_minutes.stylesheets import stylesheet_of
from tui_minutes.widgets.footer import KeyFooter
from tui_minutes.widgets.status_line import Report, StatusLine
from tui_minutes.widgets.top_bar import BarState, TopBar

if TYPE_CHECKING:
    from tui_minutes.screens.host import Host


class DrawnScreen(ClosedEarly[None]):
    """A screen draws itself from the store in `redraw`, when it appears and after each change.

    A subclass gives `body` (its widgets), `redraw`, `bar` (the top bar) and, where something runs, `tick`.
    Its stylesheet is the file of the same stem in `styles/`. Textual mounts a class before the one it
    inherits from: an `on_mount` of a subclass comes before the first `redraw`, and never calls this one's.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares them
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012

    is_rebuilt = False
    """It is just being composed anew: there is nothing to draw into."""
    _stale = False
    _hour: datetime | None = None

    def __init__(self) -> None:
        super().__init__()
        self._compositor = CellCompositor()

    def __init_subclass__(cls) -> None:
        """Find the stylesheet of the screen."""
        cls.CSS_PATH = list(stylesheet_of(cls.__module__))
        super().__init_subclass__()

    @property
    def host(self) -> Host:
        """The program, with what screens may ask of it."""
        return cast("Host", self.app)

    def compose(self) -> ComposeResult:
        """Bar, body, status line and footer, from top to bottom."""
        self._fit_to_size()
        yield TopBar()
        yield from self.body()
        yield StatusLine()
        yield KeyFooter()

    def _fit_to_size(self) -> None:
        """Take the classes of the breakpoints: Textual does it after the first frame, and draws another."""
        for cells, breakpoints in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            reached = [name for least, name in sorted(breakpoints or ()) if cells >= least]
            self.add_class(*reached[-1:], update=False)

    def body(self) -> Iterable[Widget]:
        """The widgets between the bars."""
        return ()

    def redraw(self) -> None:
        """Show what the store holds now. Called when the screen appears and after each change."""

    def tick(self, now: datetime) -> None:
        """Show what a second has changed: no layout, and nothing read from the store."""

    def bar(self, now: datetime) -> BarState:
        """What the top bar shows at the instant `now`."""
        return BarState(title="tui-minutes", clock=dates.clock(now.astimezone(self.host.zone)))

    def on_mount(self) -> None:
        """Listen for changes; draw for the first time."""
        self.host.changed.subscribe(self, self._changed, immediate=True)
        self.redraw()
        self.show_time()
        if self.host.sample:
            self.report(guidance(self))

    def on_screen_resume(self) -> None:
        """Catch up with what was changed while another screen was on top."""
        if self.is_seen:
            self.show_time()
        self.redraw_if_stale()

    def show_time(self) -> None:
        """Bring the clock and the timers up to date, with each hour also what a day or its end changes.

        Called every second while the screen is in front.
        """
        if self.is_rebuilt:
            return
        now = self.host.now()
        hour = now.astimezone(self.host.zone).replace(minute=0, second=0, microsecond=0)
        if self._hour not in (None, hour):
            self._changed(None)
        self._hour = hour
        self.query_one(TopBar).show(self.bar(now), len(self.host.errands))
        self.tick(now)

    def beat(self) -> None:
        """Show what a second has changed, at once."""
        self.show_time()
        draw_now(self)

    @property
    def is_seen(self) -> bool:
        """Whether it has something to draw into, and nothing but dialogs stands before it."""
        in_front = self.app.screen is self or self.app.screen.is_modal
        return in_front and self.is_mounted and not self.is_rebuilt and not self.is_closed

    def _changed(self, _: None) -> None:
        self._stale = True
        self.call_next(self.redraw_if_stale)

    def redraw_if_stale(self) -> None:
        """Draw again when something was committed since, and the screen can be seen."""
        if self._stale and self.is_seen:
            self._stale = False
            try:
                self.redraw()
                self.show_time()
            except Refused as why:
                self._leave_what_is_gone(why)

    def _leave_what_is_gone(self, why: Refused) -> None:
        """Its meeting was deleted, here or by another program: there is nothing to show any more."""
        if why.code != "not_found" or why.params["number"] != getattr(self, "meeting_uid", None):
            raise why
        self.host.open_home()
        self.host.notify(tr("This meeting was deleted"))

    def report(self, text: str, tone: Report = Report.NOTE) -> None:
        """Say `text` in the status line; it stays until something else is said."""
        if not self.is_mounted:  # it has just been pushed: there is no line yet
            self.call_after_refresh(self.report, text, tone)
        for status in self.query(StatusLine):
            status.say(text, tone)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the spoken language."""
        return {
            key: active._replace(
                binding=replace(active.binding, description=tr_late(active.binding.description))
            )
            if active.binding.id and active.binding.description
            else active
            for key, active in super().active_bindings.items()
        }
