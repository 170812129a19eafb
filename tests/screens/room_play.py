"""The window for the room on the store of a meeting under test, for the tests of what stands there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, Played, played
from tests.support import Clock, shown
from tui_minutes.domain.meeting import Level
from tui_minutes.i18n import set_language
from tui_minutes.room_app import RoomApp
from tui_minutes.settings import Settings


@contextmanager
def planned(folder: Path) -> Iterator[Played]:
    """A meeting that is planned, and lines to come."""
    with played(folder / "minutes.db") as one:
        one.plan(replace(PLAN, goal="定下展位", place="三楼"))
        yield one


class Wall:
    """The window, and whose clock it goes by."""

    def __init__(self, pilot: Pilot[None], clock: Clock) -> None:
        self.pilot = pilot
        self.clock = clock

    @property
    def app(self) -> RoomApp:
        """The program."""
        assert isinstance(self.pilot.app, RoomApp)
        return self.pilot.app

    async def look(self, meeting: Played | None = None, **later: float) -> str:
        """What stands there after one look, at the time of `meeting`, or so much later."""
        if meeting:
            self.clock.at = meeting.now
        self.clock.forward(**later)
        self.app.look()
        await self.pilot.pause()
        await self.pilot.pause()
        return shown(self.app)


@asynccontextmanager
async def wall(
    meeting: Played,
    *,
    only: bool = False,
    level: Level | None = None,
    language: str = "en",
    size: tuple[int, int] = (80, 24),
    settings: Settings | None = None,
) -> AsyncIterator[Wall]:
    """The window on the store of `meeting`; it looks when it is told to."""
    set_language(language)
    clock = Clock(meeting.now)
    app = RoomApp(
        meeting.store, settings or Settings(), clock, only=meeting.uid if only else "", level=level,
        zone="Asia/Shanghai",
    )  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RoomApp, "set_interval", lambda *_, **__: None)
        meeting.store.changed_elsewhere = lambda: True  # type: ignore[method-assign]
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Wall(pilot, clock)
