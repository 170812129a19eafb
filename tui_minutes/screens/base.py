"""What all screens share: bars, the status line, the signal of change, calls of services, stray keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widget import Widget

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.errands import Errand
from tui_minutes.screens.guidance import guidance
from tui_minutes.stylesheets import stylesheet_of
from tui_minutes.widgets.footer import KeyFooter
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.status_line import Report, StatusLine
from tui_minutes.widgets.top_bar import BarState, TopBar

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui_minutes.domain.command import Command
    from tui_minutes.screens.host import Host
    from tui_minutes.store.store import Store
    from tui_minutes.widgets.capture_line import CaptureLine

P = ParamSpec("P")
T = TypeVar("T")


class BaseScreen(Screen[None]):
    """A screen draws itself from the store in `redraw` and lets services do the rest.

    A subclass gives `body` (its widgets), `redraw`, `bar` (the top bar) and, where something runs, `tick`.
    Its stylesheet is the file of the same stem in `styles/`. `meeting_uid` is that of the meeting it shows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("screen.back", "escape", mark("Back"), show=False)]

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares them
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012

    meeting_uid: str | None = None
    is_rebuilt = False
    """It is just being composed anew: there is nothing to draw into."""
    _stale = False

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
        yield TopBar()
        yield from self.body()
        yield StatusLine()
        yield KeyFooter()

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
        """Listen for changes and for the clock; draw for the first time."""
        self.host.changed.subscribe(self, self._changed, immediate=True)
        self.set_interval(1.0, self.show_time)
        self.redraw()
        self.show_time()
        if self.host.sample:
            self.report(guidance(self))

    def on_screen_resume(self) -> None:
        """Catch up with what was changed while another screen was on top."""
        self.redraw_if_stale()

    def show_time(self) -> None:
        """Bring the clock and the timers up to date."""
        if self.is_rebuilt:
            return
        now = self.host.now()
        self.query_one(TopBar).show(self.bar(now))
        self.tick(now)

    def _changed(self, _: None) -> None:
        self._stale = True
        self.call_next(self.redraw_if_stale)

    def redraw_if_stale(self) -> None:
        """Draw again when something was committed since, and the screen can be seen."""
        seen = self.app.screen is self or self.app.screen.is_modal
        if self._stale and seen and self.is_mounted and not self.is_rebuilt:
            self._stale = False
            self.redraw()
            self.show_time()

    def show_stage(self) -> None:
        """Show the meeting where it stands now; under a dialog, once this screen is in front again."""
        if self.app.screen is not self:
            self._stale = True
        elif self.meeting_uid:
            self.host.open_meeting(self.meeting_uid)

    def report(self, text: str, tone: Report = Report.NOTE) -> None:
        """Say `text` in the status line; it stays until something else is said."""
        for status in self.query(StatusLine):
            status.say(text, tone)

    def run(
        self, service: Callable[Concatenate[Store, Command, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Call a service: its result; None when it was refused (said in the status line) or has to wait."""
        results: list[T] = []
        self._call(
            partial(service, self.host.store, self.host.command(self.by), *args, **kwargs), results.append
        )
        return results[0] if results else None

    def did(
        self, service: Callable[Concatenate[Store, Command, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """Like `run`, for a service without a result: whether it was done."""
        results: list[object] = []
        self._call(
            partial(service, self.host.store, self.host.command(self.by), *args, **kwargs), results.append
        )
        return bool(results)

    def take(
        self,
        typed: CaptureLine.Submitted,
        service: Callable[Concatenate[Store, Command, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """Like `run`, for a typed line: a refusal gives the text back, waiting keeps it in the draft."""
        results: list[T] = []
        call = partial(service, self.host.store, self.host.command(self.by), *args, **kwargs)
        self._call(call, results.append, typed)
        return results[0] if results else None

    def carry_out(
        self,
        work: Callable[[Store, Command], T],
        then: Callable[[T], None],
        typed: CaptureLine.Submitted | None = None,
        again: Callable[[str], None] | None = None,
        by: str | None = None,
    ) -> None:
        """Let `work` call a service; `then` gets the result once it is on disk, which may be in a moment.

        `again` is told in words why it was refused, so that a form comes back with what was typed. `by` is
        whose act it is, where it is not that of the screen.
        """
        command = self.host.command(self.by if by is None else by)
        self._call(partial(work, self.host.store, command), then, typed, again)

    def keep_draft(self, key: str, draft: str) -> None:
        """Keep what is half typed under `key`; when the disk refuses, say so and go on."""
        try:
            self.host.drafts.write(key, draft)
        except Refused as refused:
            self.report(refusal_text(refused), Report.REFUSED)

    @property
    def by(self) -> str:
        """Whose act a command of this screen is; "" for the one who types."""
        return ""

    def _call(
        self,
        call: Callable[[], T],
        then: Callable[[T], object],
        typed: CaptureLine.Submitted | None = None,
        again: Callable[[str], None] | None = None,
    ) -> None:
        def done(result: T) -> None:
            if typed:
                typed.saved()
            self.redraw_if_stale()
            then(result)

        def refused(why: Refused) -> None:
            if typed:
                typed.refused()
            self.report(refusal_text(why), Report.REFUSED)
            if again:
                again(refusal_text(why))

        def waiting() -> None:
            self.report(tr("Another program is writing: this will be saved in a moment"), Report.WARNING)

        self.host.errands.do(Errand(call, done, refused, waiting))

    @property
    def line(self) -> CaptureLine | None:
        """The capture line, on the screens that have one."""
        found = self.query("CaptureLine")  # by name: its parser is imported by the screens that have it
        return cast("CaptureLine", found.first()) if found else None

    def on_key(self, event: events.Key) -> None:
        """A character that is no shortcut goes to the line: an input method may be on.

        So do those typed right after it, which came before the line had the focus.
        """
        line = self.line
        if line is None or not event.is_printable or event.character is None:
            return
        if line.is_typing or event.key not in super().active_bindings:
            event.stop()
            line.take(event.character)

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

    def action_back(self) -> None:
        """Go back to the screen below."""
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
