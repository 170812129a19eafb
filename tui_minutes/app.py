"""The program in the terminal: themes, keys, language, and an orderly end."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language, mark, set_language, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.host import Host
from tui_minutes.settings import Settings
from tui_minutes.store.file_systems import network_kind
from tui_minutes.store.unwritten import left
from tui_minutes.stylesheets import stylesheet
from tui_minutes.widgets.keys import bind

SETTLED = 2.0
"""Seconds after which somebody who has just come looks or types: the disk is theirs until then."""


FIRST_KEYS = 0.5
"""Seconds after the first frame in which keys come before work that can wait."""


class MinutesApp(Host):
    """The program. `first` is the uid of a meeting to show at once, "" for Home."""

    CSS_PATH: ClassVar = [stylesheet("app"), stylesheet("dialogs")]
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("app.help", "f1 ?", mark("Help"), show=False),
        bind("app.palette", "ctrl+p", mark("All commands"), show=False),
        bind("app.quit", "ctrl+q", mark("Quit"), show=False),
        bind("app.language", "ctrl+l", mark("English / 中文"), show=False),
        bind("app.theme", "ctrl+t", mark("Next theme"), show=False),
        bind("app.home", "ctrl+o", mark("Home"), show=False),
        bind("app.tracker", "ctrl+g", mark("Tracker"), show=False),
        bind("app.room", "ctrl+underscore", mark("Window for the room: how"), show=False),
    ]
    first = ""

    def on_mount(self) -> None:
        """Dress as the settings say, then show the first screen."""
        self.dress_as(self.settings)
        self.call_later(self._open_first)  # what is mounted before the program runs is drawn twice

    def beat(self) -> None:
        """Look also whether the terminal is still there."""
        self.look_at_terminal()
        super().beat()

    def _open_first(self) -> None:
        """What somebody came for; Home is made when they first go there."""
        if self.first:
            self.open_meeting(self.first)
        else:
            self.open_home()
        if not self.first and not self.settings.first_run_done and self.config_file is not None:
            self.open_welcome()
        self.call_after_refresh(self._look_around)
        self.set_timer(FIRST_KEYS, partial(self.run_worker, self._warm_up, thread=True))
        if not self.is_headless and not self.sample:
            self.set_timer(SETTLED, self._keep_up)

    def _look_around(self) -> None:
        """Warn of a store on a network, bring back what an earlier run could not save."""
        if kind := network_kind(self.store.path):
            self.notify(refusal_text(Refused("store_on_network", kind=kind)), severity="error")
        if left(self.store.path, self.folders):
            from tui_minutes.screens.taking_in import offer

            offer(self)

    def _warm_up(self) -> None:
        """Fetch the calendar once the first screen is drawn: its library is slow to import."""
        from tui_minutes.services.calendars import calendar

        year = self.now().year
        try:
            self.calendar = calendar(self.country, range(year - 1, year + 3))
        except Refused as refused:
            self.call_from_thread(self.notify, refusal_text(refused), severity="error")
        self.call_from_thread(self.tell_changed)
        if not self.is_headless:
            gc.freeze()  # what stays until the end is not gone through every dozen keys: 70 ms each time
            gc.enable()

    def _keep_up(self) -> None:
        from tui_minutes.screens.upkeep import UPKEEP, keep_up  # what it needs is not needed to start

        self.run_worker(partial(keep_up, self, self._end_damaged), group=UPKEEP, thread=True)

    def _end_damaged(self, damage: Refused) -> None:
        self.damage = damage
        self._end(1)

    def keep_all(self) -> None:
        """What waits for a lock or a disk, and what is half typed."""
        self.errands.keep()
        self.save_drafts()

    def save_drafts(self) -> None:
        """Write what is half typed on any screen."""
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen) and screen.line is not None:
                screen.line.save_draft()

    async def action_quit(self) -> None:
        """End at once: all is stored, or kept in a file, and what is half typed is too; else ask."""
        if self.errands.keep():
            self._end(0)
        else:
            from tui_minutes.screens.leaving import ask_to_lose

            ask_to_lose(self, lambda: self._end(0))

    def action_help_quit(self) -> None:
        """Say what Ctrl+C does not do."""
        self.notify(tr("Ctrl+Q ends the program; nothing is lost"))

    def action_help(self) -> None:
        """Show the keys of this screen and the capture line on one page."""
        from tui_minutes.screens.help import HelpScreen

        if isinstance(self.screen, BaseScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen.active_bindings))

    def action_palette(self) -> None:
        """Show every command of this screen in words."""
        from tui_minutes.palette import Palette

        if isinstance(self.screen, BaseScreen):
            Palette(self.screen).open()

    async def action_language(self) -> None:
        """Speak the other language: the screens are built anew, line, cursor and focus stay."""
        from tui_minutes.screens.rebuilding import rebuild  # rare, and start-up counts

        if isinstance(self.screen, ModalScreen):
            return
        if len(self.errands):  # a line built anew would not know which of its lines still wait
            self.notify(tr("The language changes once everything is saved"), severity="warning")
            return
        set_language("en" if current_language() == "zh" else "zh")
        self._keep(replace(self.settings, language=current_language()))
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                await rebuild(screen)

    def action_theme(self) -> None:
        """Take the next theme."""
        self.next_theme()
        self._keep(replace(self.settings, theme=self.theme))

    def action_room(self) -> None:
        """Show how the room gets a window of its own."""
        from tui_minutes.screens.room_how import show_how

        if isinstance(self.screen, BaseScreen):
            show_how(self, self.screen.meeting_uid)

    def action_home(self) -> None:
        """Go to Home; a running meeting runs on."""
        self.open_home()

    def action_tracker(self) -> None:
        """Go to the ledger."""
        self.open_tracker()

    def _keep(self, settings: Settings) -> None:
        try:
            self.keep_settings(settings)
        except Refused as refused:
            self.notify(refusal_text(refused), severity="error")
