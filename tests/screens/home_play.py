"""What the tests of Home, Prepare and the first start share: a filled store, typing, and where one is."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.support import Clock, open_store
from tui_minutes.domain.command import Command
from tui_minutes.services.demo import fill
from tui_minutes.store.store import Store

ZONE = "Asia/Shanghai"


def filled(folder: Path, language: str = "zh") -> tuple[Store, str]:
    """A store with a past meeting and a planned one (its uid)."""
    store = open_store(folder)
    return store, fill(store, Clock()(), language, ZONE, "王敏")


def command() -> Command:
    """A command of the recorder, now."""
    return Command.new(Clock()(), "王敏", "王敏")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, the screen settling after each."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def where(pilot: Pilot[None]) -> str:
    """The name of the screen that is shown."""
    return type(pilot.app.screen).__name__
