"""What screens may ask of the program that shows them."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.events import Event, InputEvent, Paste
from textual.signal import Signal

from tui_minutes import settings as config
from tui_minutes.domain.command import Command
from tui_minutes.domain.people import People
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.screens.clock_watch import ClockWatch
from tui_minutes.screens.errands import Errands
from tui_minutes.screens.judging import Judging
from tui_minutes.screens.key_order import KeyOrder
from tui_minutes.screens.typed_keys import as_typed
from tui_minutes.screens.ways import Ways
from tui_minutes.settings import Settings
from tui_minutes.store.beside import ON_SHOW, SideTexts, elsewhere
from tui_minutes.store.connection import TYPING_MS
from tui_minutes.store.directory import KnownPerson
from tui_minutes.store.drafts import Drafts
from tui_minutes.store.store import Store
from tui_minutes.widgets.status_line import Report

RETRY_SECONDS = 0.25
"""How often a call that found the store locked is tried again; a disk that failed is asked less often."""


class Host(Ways):
    """The store, the clock, the settings, who types; and the way from screen to screen.

    `changed` fires after each commit, ours or another process's. `revealed` says whether confidential rows
    are shown in lists. `config_file` is where settings are kept, None for a throw-away run. `sample` says
    that this is the sample meeting, `then` what is to be shown after the end: "sample", "own" or nothing.
    `steady` counts seconds whatever is done to the clock.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Callable[[], datetime],
        *,
        entered_by: str = "",
        country: str = "CN",
        zone: str = "UTC",
        config_file: Path | None = None,
        revealed: bool = False,
        sample: bool = False,
        steady: Callable[[], float] | None = None,
    ) -> None:
        self.store = store
        self.settings = settings
        self.now = clock
        self.clock_watch = ClockWatch(self, steady)
        self.entered_by = entered_by or settings.name
        self.country = country
        self.zone = ZoneInfo(zone)
        self.config_file = config_file
        self.revealed = revealed
        self.sample = sample
        self.then = ""
        store.wait_at_most(TYPING_MS)
        self.folders = elsewhere((config_file or config.config_path(os.environ)).parent)
        self.drafts = Drafts(store.path, self.folders)
        self.on_show = SideTexts(store.path, ON_SHOW, self.folders)
        self.calendar: Calendar = WEEKENDS
        self.judging = Judging(store)
        self.errands = Errands(store, self.folders, self._begin_retrying)
        super().__init__()
        self.changed: Signal[None] = Signal(self, "changed")
        self._key_order = KeyOrder(self, self._act)
        store.on_commit.append(self.tell_changed)

    def on_mount(self) -> None:
        """All that goes by the clock goes by one: each timer wakes the processor."""
        self._retrying = self.set_interval(RETRY_SECONDS, self._try_again, pause=True)
        self.set_interval(1.0, self.beat)

    def _begin_retrying(self) -> None:
        self._retrying.reset()

    def _try_again(self) -> None:
        self.errands.tick()
        if not len(self.errands):
            self._retrying.pause()

    async def on_event(self, event: Event) -> None:
        """What is typed or clicked acts in its order, whatever a slow line sends at once."""
        if isinstance(event, InputEvent | Paste) and not event.is_forwarded:
            await self._key_order.take(as_typed(event))
        else:
            await super().on_event(event)

    async def _act(self, event: Event) -> None:
        """What is done to a screen waits until it is there: one that has no widgets yet cannot answer."""
        if self.screen.is_attached:
            await self.screen._mounted_event.wait()
        await super().on_event(event)

    def read_out(self, meeting_uid: str, outcome_uid: str = "") -> None:
        """Tell the window for the room which outcome of a meeting is being read out, "" for none.

        A disk that takes it nowhere keeps it from the window only, which then goes by the store.
        """
        with suppress(OSError):
            self.on_show.write(meeting_uid, outcome_uid)

    def on_unmount(self) -> None:
        """Leave the store to whoever opened it."""
        self.store.on_commit.remove(self.tell_changed)

    def tell_changed(self) -> None:
        """Let every screen know that the store holds something new."""
        self.changed.publish(None)

    def beat(self) -> None:
        """Once a second: the time on the screen in front, and what other processes have committed."""
        from tui_minutes.screens.drawn import DrawnScreen

        if not self.screen_stack:  # the program is just ending
            return
        if isinstance(self.screen, DrawnScreen) and self.screen.is_seen:
            self.screen.beat()
        self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        self.clock_watch.look()
        self.store.checkpoints.tend()
        if self.store.changed_elsewhere():
            self.tell_changed()

    def command(self, by: str = "") -> Command:
        """A fresh command: the act of `by` (of who types, when nobody is named), entered now."""
        self.clock_watch.look()
        return Command.new(self.now(), by or self.entered_by, self.entered_by)

    @property
    def directory(self) -> list[KnownPerson]:
        """Everybody known."""
        return self.store.people()

    @property
    def people(self) -> People:
        """The directory, as the capture line wants it."""
        from tui_minutes.services.lines import directory_people  # with it comes the parser: start-up counts

        return directory_people(self.directory)

    def keep_settings(self, settings: Settings) -> None:
        """Use `settings` from now on and write them down; Refused when they cannot be written."""
        self.settings = settings
        if self.config_file is not None:
            config.save(settings, self.config_file)

    def action_reminders(self) -> None:
        """The key for it."""
        self.open_reminders()

    def notify(self, message: str, **options: object) -> None:
        """Say it in the status line: toasts spoil Chinese text under them."""
        from tui_minutes.screens.base import BaseScreen

        if isinstance(self.screen, BaseScreen):
            wrong = options.get("severity") == "error"
            self.screen.report(message, Report.REFUSED if wrong else Report.NOTE)
