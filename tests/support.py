"""The driver of the screen tests: a store, a clock that stands still, and what is on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tui_minutes.app import MinutesApp
from tui_minutes.i18n import set_language
from tui_minutes.screens.base import BaseScreen
from tui_minutes.settings import Settings
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine

START = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
"""14:00 in Shanghai, a Friday."""


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self, now: datetime = START) -> None:
        self.at = now

    def __call__(self) -> datetime:
        return self.at

    def forward(self, minutes: float = 0, seconds: float = 0) -> None:
        self.at += timedelta(minutes=minutes, seconds=seconds)


def open_store(folder: Path) -> Store:
    """A new store in `folder`, or the one that is there."""
    return Store.open(folder / "minutes.db")


@asynccontextmanager
async def run_app(
    store: Store,
    *,
    size: tuple[int, int] = (132, 34),
    language: str = "en",
    clock: Clock | None = None,
    settings: Settings | None = None,
    first: str = "",
) -> AsyncIterator[Pilot[None]]:
    """The program on `store` in a terminal of `size` (columns, rows); `first` is the meeting to open."""
    set_language(language)
    app = MinutesApp(
        store,
        settings or Settings(first_run_done=True, name="王敏"),
        clock or Clock(),
        zone="Asia/Shanghai",
    )
    app.first = first
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def type_at_once(app: App[None], text: str) -> None:
    """All keys of `text` before the program has seen the first, as an input method sends what was chosen."""
    for character in text:
        app.post_message(Key(_character_to_key(character), character))


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type `text` where the focus is, faster than the screen; a line is read by then."""
    type_at_once(pilot.app, text)
    await pilot.pause()
    while any(line._to_be_read for line in pilot.app.screen.query(CaptureLine)):
        await pilot.pause()


def in_front(app: App[None]) -> BaseScreen:
    """The screen of ours in front, no dialog over it."""
    assert isinstance(app.screen, BaseScreen)
    return app.screen


def screen_text(app: App[None]) -> list[str]:
    """What stands on the screen, line by line, as the compositor draws it."""
    return [
        "".join(segment.text for segment in strip).rstrip()
        for strip in app.screen._compositor.render_strips()
    ]


def shown(app: App[None]) -> str:
    """What stands on the screen, as one text."""
    return "\n".join(screen_text(app))


class OneScreen(MinutesApp):
    """The program with one screen of a test's own in place of Home."""

    def __init__(self, store: Store, screen: BaseScreen, clock: Clock | None = None) -> None:
        super().__init__(
            store, Settings(first_run_done=True, name="王敏"), clock or Clock(), zone="Asia/Shanghai"
        )
        self._own = screen

    def open_home(self) -> None:
        self.push_screen(self._own)


@asynccontextmanager
async def run_screen(
    store: Store,
    screen: BaseScreen,
    *,
    size: tuple[int, int] = (100, 30),
    language: str = "en",
    clock: Clock | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The program showing nothing but `screen`."""
    set_language(language)
    async with OneScreen(store, screen, clock).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


HOSTILE = (
    "[/]",
    "[@click=app.quit]x[/]",
    "[bold red]x",
    "\x1b]52;c;aGk=\x07",
    "\u202eabc",
    "e\u0301",
    "👩‍👩‍👧",
    "{n}",
)
"""What people may type or import that must change nothing but itself."""
