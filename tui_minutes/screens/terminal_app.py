"""What every program of ours is in a terminal: its themes, the gate before the terminal, an orderly end."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter

from tui_minutes.screens.terminal_signals import TerminalSignals, leave_at_last
from tui_minutes.settings import Settings
from tui_minutes.themes import DARK, THEMES, theme_name
from tui_minutes.widgets.glyphs import use_plain_glyphs
from tui_minutes.widgets.harmless import Harmless

if TYPE_CHECKING:
    from tui_minutes.domain.refusal import Refused
    from tui_minutes.store.store import Store


class TerminalApp(App[None]):
    """A program that shows a `store`.

    `damage` is what ended it, where that was the store, `fault` where it was a mistake of ours.
    """

    TITLE = "tui-minutes"
    ENABLE_COMMAND_PALETTE = False
    store: Store
    damage: Refused | None = None
    fault: BaseException | None = None
    _signals: TerminalSignals | None = None
    _gate = Harmless()  # one and the same: a line that went through it is remembered

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that only our themes have: stylesheets are read before a theme is chosen."""
        return DARK.variables

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's own, and the last gate before the terminal."""
        return [*super().get_line_filters(), self._gate]

    def get_driver_class(self) -> type[Driver]:
        """Textual's for this platform, or one that lets the processor sleep."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from tui_minutes.screens.patient_driver import PatientDriver  # not on Windows

        return PatientDriver

    def on_load(self) -> None:
        """From before the terminal is changed, its loss and a polite kill end in order."""
        self._dress()
        if os.name != "nt":
            self._signals = TerminalSignals(self._end)

    def _dress(self) -> None:
        """Put the dark theme on before a stylesheet is parsed: changing it has all of them parsed anew."""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def dress_as(self, settings: Settings) -> None:
        """Take theme, marks and keys as the settings say."""
        self.theme = theme_name(settings.theme)
        use_plain_glyphs(settings.ascii)
        self.set_class(settings.ascii, "-ascii")
        self.set_keymap(settings.keymap)
        if self._signals and not self.is_headless:
            self._signals.follow_stops()

    def next_theme(self) -> None:
        """Take the theme after this one."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def look_at_terminal(self) -> None:
        """End where the terminal is gone."""
        if self._signals and not self.is_headless:
            self._signals.look()

    def keep_all(self) -> None:
        """Keep what is not saved yet; called before every end."""

    def _end(self, code: int) -> None:
        try:
            self.keep_all()
        finally:  # whoever told the program to end does not tell it twice
            self.exit(return_code=code)
            if code and not self.is_headless:
                leave_at_last(code)

    def _fatal_error(self) -> None:
        """End after a fault: it may be that of a damaged store, else it is one of ours."""
        from tui_minutes.store.blaming import blame

        self.fault = sys.exc_info()[1] or self._exception
        try:
            self.damage = blame(self.store)
            self.keep_all()
        finally:
            self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 - they may quote what was typed
        """End after a fault that could show itself."""
        self._fatal_error()
