"""What the commands of the line have in common: a screen, its meeting, an answer in words."""

from __future__ import annotations

from collections.abc import Callable

from tui_minutes.domain.command import Command
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.screens.base import BaseScreen
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.status_line import Report

Typed = CaptureLine.Submitted


class Commands:
    """Commands for the meeting that `screen` shows. `typed` is the line that gave one, None for a key."""

    def __init__(self, screen: BaseScreen) -> None:
        self.screen = screen

    @property
    def uid(self) -> str:
        """The uid of the meeting."""
        return self.screen.meeting_uid or ""

    @property
    def record(self) -> MeetingRecord:
        """The meeting as it stands in the store."""
        return self.screen.host.store.record(self.uid)

    def do(
        self, work: Callable[[Store, Command], object], said: Callable[[], str], typed: Typed | None = None
    ) -> None:
        """Let a service do it, then say what has happened."""
        self.screen.carry_out(work, lambda _: self.done(said()), typed)

    def done(self, words: str) -> None:
        """Say what has happened."""
        self.screen.report(words, Report.DONE)

    def refuse(self, words: str, typed: Typed | None = None) -> None:
        """Say why not; what was typed comes back."""
        if typed:
            typed.refused()
        self.screen.report(words, Report.REFUSED)
