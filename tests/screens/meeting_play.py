"""A meeting in session on the screen, for the tests of the Meeting screen, its forms and its pastes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tests.meeting import PLAN, Played
from tests.support import Clock, in_front, open_store, run_app, shown
from tui_minutes.app import MinutesApp
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.status_line import StatusLine

PATIENCE = 30.0
"""Seconds after which what a test waits for will not come any more."""


@dataclass
class Session:
    """The meeting on the screen, the hands that type, and the clock."""

    play: Played
    clock: Clock
    pilot: Pilot[None]

    @property
    def record(self) -> MeetingRecord:
        """What the store holds."""
        return self.play.record

    @property
    def app(self) -> MinutesApp:
        """The program."""
        assert isinstance(self.pilot.app, MinutesApp)
        return self.pilot.app

    @property
    def screen(self) -> BaseScreen:
        """The screen in front, no dialog over it."""
        return in_front(self.pilot.app)

    @property
    def focus(self) -> str | None:
        """The id of what takes the keys."""
        focused = self.pilot.app.focused
        return focused.id if focused else None

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return shown(self.pilot.app)

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.pilot.app.screen.query_one(StatusLine).text

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.pilot.app.screen.query_one(LineInput).value

    async def type(self, text: str) -> None:
        """Type `text` where the line is."""
        self.screen.query_one(CaptureLine).take(text)
        await self.pilot.pause()

    async def enter(self, text: str) -> None:
        """Type a line and press Enter, some seconds later than the one before."""
        self.clock.forward(seconds=7)
        await self.type(text)
        await self.press("enter")

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for what a timer of the program brings about."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await self.pilot.pause(0.02)

    async def paste(self, block: str) -> None:
        """Paste `block` into the line."""
        self.pilot.app.screen.query_one(LineInput).post_message(events.Paste(block))
        await self.pilot.pause()
        await self.pilot.pause()


@asynccontextmanager
async def in_session(
    folder: Path,
    lines: Sequence[str] = (),
    *,
    language: str = "en",
    size: tuple[int, int] = (132, 34),
    plan: Plan = PLAN,
) -> AsyncIterator[Session]:
    """Everyone is there, the first item is open, `lines` are taken down; the screen shows it."""
    play = Played(open_store(folder)).plan(plan).begin()
    for line in lines:
        play.say(line)
    clock = Clock(play.now)
    async with run_app(play.store, size=size, language=language, clock=clock, first=play.uid) as pilot:
        await pilot.pause()
        yield Session(play, clock, pilot)
    play.store.close()
