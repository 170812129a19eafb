"""A key in the capture line of a running meeting: the line and its reading are drawn, and that is all."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widget import Widget

from tests.screens.meeting_play import Session, in_session
from tests.statements import statements
from tests.support import open_store, run_app
from tui_minutes.app import MinutesApp
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.line_draft import DRAFT_SECONDS
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.reading import ReadingView

LINES = ("周岚：先定展位", "+ 采用靠门的展位", "- 量尺寸 @韩磊 截止周五 -> 尺寸表", "? 谁值班")
TYPED = "- 海报@Nora by fri -> draft p1"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The kinds of widgets that were drawn, or laid out, since it was last emptied."""
    found: set[str] = set()
    refresh = Widget.refresh

    def watch(self: Widget, *regions: object, **how: object) -> Widget:
        found.add(type(self).__name__ + (" laid out" if how.get("layout") else ""))
        return refresh(self, *regions, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Widget, "refresh", watch)
    return found


@pytest.fixture
def timers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, Callable[[], None]]]:
    """The timers that capture lines have asked for; none of them runs by itself."""
    asked: list[tuple[float, Callable[[], None]]] = []

    class Never:
        def stop(self) -> None:
            """There is nothing to stop."""

    def set_timer(self: CaptureLine, delay: float, callback: Callable[[], None]) -> Never:
        asked.append((delay, callback))
        return Never()

    monkeypatch.setattr(CaptureLine, "set_timer", set_timer)
    return asked


@contextmanager
def asked_in(session: Session) -> Iterator[list[str]]:
    """What the store is asked meanwhile, and told; no clock runs."""
    for pump in (session.pilot.app, session.pilot.app.screen):
        for timer in list(pump._timers):
            timer.pause()
    with statements(session.play.store) as asked:
        yield asked


def files(folder: Path) -> dict[str, bytes]:
    """What lies in the folder of the store."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


async def type_slowly(session: Session, text: str) -> None:
    """Key by key, each of them worked off before the next."""
    for key in text:
        await session.pilot.press(key)
    await session.pilot.pause()


async def test_a_key_neither_reads_nor_writes_the_store(tmp_path: Path) -> None:
    async with in_session(tmp_path, LINES) as session:
        with asked_in(session) as asked:
            await type_slowly(session, TYPED)
            await session.press(
                "left", "backspace", "tab", "tab", "ctrl+z", "ctrl+b", "home", "end", "delete"
            )
        assert asked == []
        with asked_in(session) as asked:
            await session.press("enter")
        assert any(one.startswith("INSERT") for one in asked), "the watch sees nothing"


async def test_a_key_draws_the_line_and_its_reading_and_nothing_else(tmp_path: Path, drawn: set[str]) -> None:
    async with in_session(tmp_path, LINES) as session:
        with asked_in(session):
            await type_slowly(session, "- a")
            drawn.clear()
            await type_slowly(session, TYPED)
            assert drawn == {LineInput.__name__, ReadingView.__name__}
            await session.press("enter")
            assert drawn > {LineInput.__name__, ReadingView.__name__}, "the watch sees nothing"


async def test_the_draft_is_written_once_a_second_at_most_and_to_its_own_file(
    tmp_path: Path, timers: list[tuple[float, Callable[[], None]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with in_session(tmp_path, LINES) as session:
        timers.clear()
        before = files(tmp_path)
        await type_slowly(session, TYPED)
        assert [delay for delay, _ in timers] == [DRAFT_SECONDS]
        assert files(tmp_path) == before
        timers[0][1]()
        changed = dict(files(tmp_path).items() - before.items())
        assert list(changed) == ["minutes.db.drafts"]
        await type_slowly(session, " more")
        assert len(timers) == 2


async def test_what_a_program_holds_from_its_start_is_not_gone_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    async with run_app(open_store(tmp_path)) as pilot:
        app = pilot.app
        assert isinstance(app, MinutesApp)
        await asyncio.to_thread(app._warm_up)
        assert not frozen, "tests make many programs in one process"
        monkeypatch.setattr(MinutesApp, "is_headless", False)
        await asyncio.to_thread(app._warm_up)
        monkeypatch.undo()
    assert frozen
