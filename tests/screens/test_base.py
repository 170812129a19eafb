"""The frame every screen stands in: services, changes, keys, language, theme, the end."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.containers import Vertical

from tests.support import Clock, open_store, run_screen, shown
from tests.widgets.lines import LineScreen
from tui_minutes.domain.command import Command
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.host import Host
from tui_minutes.screens.rebuilding import rebuild
from tui_minutes.services import meetings
from tui_minutes.settings import Settings, load
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.line_draft import Entered, LineDraft


class Counting(BaseScreen):
    """Shows how many meetings there are."""

    def body(self) -> Iterator[Vertical]:
        yield Vertical()

    def redraw(self) -> None:
        self.seen = len(self.host.store.meetings())


class Locked:
    """A service that finds the store locked a number of times; the ids it was called with."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.ids: list[str] = []

    def __call__(self, store: Store, command: Command, word: str) -> str:
        with store.transaction():
            self.ids.append(command.id)
            if len(self.ids) <= self.times:
                raise Refused("store_busy")
        return word.upper()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def make_meeting(store: Store, title: str = "Standup") -> str:
    command = Command.new(Clock()(), "王敏", "王敏")
    return meetings.start_now(store, command, title, "Asia/Shanghai", "en")


async def test_a_screen_redraws_after_a_commit(store: Store) -> None:
    screen = Counting()
    async with run_screen(store, screen) as pilot:
        assert screen.seen == 0
        make_meeting(store)
        await pilot.pause()
        assert screen.seen == 1


async def test_what_another_program_commits_is_shown_within_two_seconds(store: Store, tmp_path: Path) -> None:
    screen = Counting()
    async with run_screen(store, screen) as pilot:
        code = "import sys;from tests.screens.test_base import *;make_meeting(Store.open(Path(sys.argv[1])))"
        other = await asyncio.create_subprocess_exec(sys.executable, "-c", code, str(store.path))
        assert await other.wait() == 0
        for _ in range(20):
            await pilot.pause(0.1)
            if screen.seen:
                break
        assert screen.seen == 1


async def test_a_refusal_is_said_in_words(store: Store) -> None:
    screen = Counting()

    def refuse(store: Store, command: Command) -> None:
        raise Refused("not_found")

    async with run_screen(store, screen) as pilot:
        assert screen.run(refuse) is None
        assert not screen.did(refuse)
        await pilot.pause()
        assert "✗" in shown(pilot.app)


async def test_a_locked_store_is_tried_again_with_the_same_command_in_order(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        service, later = Locked(times=1000), Locked(times=0)
        await pilot.press("h", "i", "enter")
        (typed,) = screen.said
        assert isinstance(typed, CaptureLine.Submitted)
        assert screen.take(typed, service, "one") is None
        assert screen.run(later, "two") is None
        await pilot.pause()
        assert "saved in a moment" in shown(pilot.app)
        assert later.ids == []
        host = pilot.app
        assert isinstance(host, Host)
        service.times = 0
        host.errands.try_again()
        assert len(service.ids) > 2
        assert len(set(service.ids)) == 1
        assert len(later.ids) == 1


async def test_the_line_that_waits_is_kept_in_the_draft(store: Store) -> None:
    screen = LineScreen()
    screen.settles = False
    async with run_screen(store, screen) as pilot:
        await pilot.press("h", "i", "enter")
        assert LineDraft.decode(screen.capture.draft).unsaved == (Entered("hi"),)
        (typed,) = screen.said
        assert isinstance(typed, CaptureLine.Submitted)
        screen.take(typed, Locked(times=0), "x")
        assert screen.capture.draft == ""


async def test_keys_are_remapped_by_the_settings(store: Store) -> None:
    async with run_screen(store, Counting()) as pilot:
        pilot.app.set_keymap({"app.palette": "f4"})
        await pilot.press("f4")
        assert "All commands" in shown(pilot.app)


async def test_language_and_theme_are_switched_and_kept(store: Store, tmp_path: Path) -> None:
    async with run_screen(store, Counting()) as pilot:
        host = pilot.app
        assert isinstance(host, Host)
        host.config_file = tmp_path / "config.toml"
        await pilot.press("ctrl+l", "ctrl+t")
        assert current_language() == "zh"
        assert "更多" in shown(host)
        assert host.theme == "light"
        assert load(host.config_file) == replace(
            Settings(), language="zh", theme="light", first_run_done=True, name="王敏"
        )


async def test_the_clock_may_tick_while_the_language_changes(store: Store) -> None:
    screen = Counting()
    async with run_screen(store, screen) as pilot:
        host = pilot.app
        assert isinstance(host, Host)
        changing = asyncio.create_task(rebuild(screen))
        while not changing.done():
            screen.show_time()
            host.tell_changed()
            await asyncio.sleep(0)
        await changing
        await pilot.pause()
        assert "14:00" in shown(host)


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
async def test_every_theme_has_every_colour(store: Store, theme: str) -> None:
    async with run_screen(store, LineScreen()) as pilot:
        pilot.app.theme = theme
        await pilot.pause()
        for name in ("bar", "said", "figure", "faint", "rule", "block-cursor-background"):
            assert pilot.app.theme_variables[name]


async def test_quitting_asks_nothing_and_keeps_the_half_typed_line(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await pilot.press("h", "a", "l", "f", "ctrl+q")
        assert LineDraft.decode(screen.drafts[-1]).text == "half"
        assert pilot.app.return_code == 0


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_closed_terminal_ends_in_order(store: Store, number: signal.Signals) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await pilot.press("h", "a", "l", "f")
        os.kill(os.getpid(), number)
        async with asyncio.timeout(5):
            while pilot.app.return_code is None:  # noqa: ASYNC110 - the app has no event for it
                await asyncio.sleep(0.01)
        assert LineDraft.decode(screen.drafts[-1]).text == "half"
        assert pilot.app.return_code == 128 + number


async def test_a_message_of_textual_comes_to_the_status_line(store: Store) -> None:
    async with run_screen(store, Counting()) as pilot:
        await pilot.press("ctrl+c")
        assert "Ctrl+Q ends the program" in shown(pilot.app)
