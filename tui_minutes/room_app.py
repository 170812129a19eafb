"""The program behind `tui-minutes room`: it shows one screen, calls no service, and writes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from tui_minutes.domain.meeting import Level
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language, mark, set_language
from tui_minutes.screens.room import RoomScreen
from tui_minutes.screens.room_watch import Wanted, Watch
from tui_minutes.screens.terminal_app import TerminalApp
from tui_minutes.settings import Settings, config_path
from tui_minutes.store.beside import ON_SHOW, SideTexts, elsewhere
from tui_minutes.store.store import Store
from tui_minutes.stylesheets import stylesheet
from tui_minutes.widgets.keys import bind

LOOK_SECONDS = 0.5
"""How often it looks whether something was committed: what the recorder enters is seen within a second."""


class RoomApp(TerminalApp):
    """The window on a `store` that other programs write to.

    It shows the meeting with the uid `only`, "" for whichever runs, up to `level` (`room_watch.Wanted`).
    """

    CSS_PATH: ClassVar = [stylesheet("app")]
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("app.quit", "q escape ctrl+q ctrl+c", mark("Quit"), show=False),
        bind("app.theme", "t ctrl+t", mark("Next theme"), show=False),
        bind("app.language", "ctrl+l", mark("English / 中文"), show=False),
    ]

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Callable[[], datetime],
        *,
        only: str = "",
        level: Level | None = None,
        zone: str = "UTC",
    ) -> None:
        super().__init__()
        self.store = store
        self._settings = settings
        on_show = SideTexts(store.path, ON_SHOW, elsewhere(config_path(os.environ).parent))
        self._room = RoomScreen(Watch(store, on_show, Wanted(only, level), clock, ZoneInfo(zone)))

    def on_mount(self) -> None:
        """Dress as the settings say, then look again and again."""
        self.dress_as(self._settings)
        self.push_screen(self._room)
        self.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Show what is new; end when the terminal is gone, or the store."""
        self.look_at_terminal()
        try:
            self._room.look()
        except Refused as refused:
            self.damage = refused
            self._end(1)

    async def action_quit(self) -> None:
        """End at once: there is nothing to keep."""
        self._end(0)

    def action_theme(self) -> None:
        """Take the next theme, for this wall only."""
        self.next_theme()

    async def action_language(self) -> None:
        """Speak the other language, here only."""
        set_language("en" if current_language() == "zh" else "zh")
        await self._room.rebuild()
