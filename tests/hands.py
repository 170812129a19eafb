"""Somebody at the keyboard: keys, lines and fields of a form, a few seconds apart."""

from __future__ import annotations

from dataclasses import dataclass

from textual.pilot import Pilot
from textual.widgets import Input

from tests.support import Clock, shown
from tui_minutes.widgets.capture_line import CaptureLine


@dataclass
class Hands:
    """Types and presses, a few seconds apart."""

    pilot: Pilot[None]
    clock: Clock

    async def press(self, *keys: str) -> None:
        """Press keys, and let the screen follow."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def line(self, text: str) -> None:
        """Type a line of the meeting and press Enter."""
        self.clock.forward(seconds=20)
        self.pilot.app.screen.query_one(CaptureLine).take(text[:-1])
        await self.press(text[-1] if text[-1] != " " else "space", "enter")

    async def fill(self, text: str) -> None:
        """Put `text` into the field that has the focus, in place of what stands there."""
        focused = self.pilot.app.screen.focused
        assert isinstance(focused, Input)
        focused.value = text
        await self.pilot.pause()

    async def field(self, text: str) -> None:
        """Fill the field that has the focus, and press Enter."""
        await self.fill(text)
        await self.press("enter")

    async def form(self, *fields: str) -> None:
        """Fill one field of a form after the other and save it; "" leaves one as it is, → is that key."""
        for nth, text in enumerate(fields):
            if nth:
                await self.press("tab")
            if text == "→":
                await self.press("right")
            elif text:
                await self.fill(text)
        await self.press("ctrl+s")

    @property
    def at(self) -> str:
        """The name of the screen."""
        return type(self.pilot.app.screen).__name__

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return shown(self.pilot.app)
