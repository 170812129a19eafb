"""What a second costs while nobody types: one timer, and the figures that it changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

from tests.meeting import PLAN, played
from tests.screens.meeting_play import Session, in_session
from tests.support import Clock, run_app, shown
from tui_minutes.widgets.line_input import LineInput

MOST = 200
"""Bytes of a tick."""

TERMINAL = Console(force_terminal=True, color_system="truecolor")


@pytest.fixture(autouse=True)
def no_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is fetched, which may be at any moment, everything is drawn again."""
    monkeypatch.setattr("tui_minutes.app.MinutesApp._warm_up", lambda _: None)


@contextmanager
def sent(app: App[None]) -> Iterator[list[str]]:
    """What goes to the terminal meanwhile."""
    updates: list[str] = []
    with pytest.MonkeyPatch.context() as patch:

        def display(_screen: object, update: CompositorUpdate | None) -> None:
            if update is not None:
                updates.append(update.render_segments(TERMINAL))

        patch.setattr(app, "_display", display)
        yield updates


async def second(now: Session, seconds: float = 1) -> str:
    """What goes to the terminal when so much time has gone by, and the program looks at its clock."""
    now.clock.forward(seconds=seconds)
    with sent(now.app) as updates:
        now.app.beat()
        await now.pilot.pause()
        await now.pilot.pause()
    return "".join(updates)


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_second_of_a_meeting_sends_a_few_figures(tmp_path: Path, language: str) -> None:
    async with in_session(tmp_path, language=language) as now:
        await second(now, 5)
        for _ in range(3):
            assert 0 < len((await second(now)).encode()) <= MOST


async def test_every_second_is_shown(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        before = now.play.item.spent(now.clock()).total_seconds()
        for more in range(1, 12):
            await second(now)
            minutes, seconds = divmod(int(before) + more, 60)
            assert f" {minutes}:{seconds:02}/60:00" in now.text.splitlines()[0]


async def test_what_a_key_has_changed_is_not_forgotten_over_the_second(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        field = now.screen.query_one(LineInput)
        field.refresh()
        field._repaint_required = False  # it has asked for the next frame, which a second comes before
        now.screen._dirty_widgets.add(field)
        with sent(now.app) as updates:
            now.clock.forward(seconds=1)
            now.app.beat()
        assert "/next" in "".join(updates), "the hint in the line"


async def test_where_nothing_visible_changes_nothing_is_sent(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as play:
        play.plan(PLAN).begin()
        clock = Clock(play.now)
        async with run_app(play.store, clock=clock) as pilot:
            now = Session(play, clock, pilot)
            await pilot.pause()
            assert "Meetings" in shown(pilot.app)
            assert await second(now) == ""
            assert await second(now, 60) != ""


async def test_the_screen_below_stands_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with in_session(tmp_path) as now:
        await now.press("ctrl+o")
        home = now.screen
        await now.press("enter")
        assert home is not now.screen
        monkeypatch.setattr(home, "show_time", lambda: pytest.fail("nobody sees it"))
        await second(now, 60)
        monkeypatch.undo()
        await now.press("ctrl+o")
        assert home is now.screen
        local = now.play.record.meeting.local(now.clock())
        assert now.text.splitlines()[0].rstrip().endswith(f"{local:%H:%M}")


async def test_one_timer_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running: list[float] = []
    real = MessagePump.set_interval

    def set_interval(
        pump: MessagePump, interval: float, *args: Any, pause: bool = False, **options: Any
    ) -> Timer:
        if not pause:
            running.append(interval)
        return real(pump, interval, *args, pause=pause, **options)

    monkeypatch.setattr(MessagePump, "set_interval", set_interval)
    async with in_session(tmp_path) as now:
        await now.press("ctrl+g", "escape")
        assert running == [1.0]
