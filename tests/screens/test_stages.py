"""A meeting whose stage is changed by another program is shown where it stands."""

from __future__ import annotations

from pathlib import Path

from tests.meeting import Played
from tests.support import in_front, open_store, run_app
from tui_minutes.screens.check_in import CheckInScreen
from tui_minutes.screens.meeting import MeetingScreen
from tui_minutes.screens.minutes import MinutesScreen
from tui_minutes.screens.readback import ReadbackScreen
from tui_minutes.services import attendance, session


async def test_each_stage_gives_way_to_the_next(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.pause()
        attendance.open_check_in(play.store, play.command(), play.uid)
        await pilot.pause()
        assert isinstance(in_front(pilot.app), CheckInScreen)
        session.start(play.store, play.command(), play.uid)
        await pilot.pause()
        assert isinstance(in_front(pilot.app), MeetingScreen)
        play.read_back()
        await pilot.pause()
        assert isinstance(in_front(pilot.app), ReadbackScreen)
        play.seal()
        await pilot.pause()
        assert isinstance(in_front(pilot.app), MinutesScreen)


async def test_a_dialog_is_answered_before_the_stage_changes(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan()
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.pause()
        await pilot.press("x")
        attendance.open_check_in(play.store, play.command(), play.uid)
        await pilot.pause()
        assert pilot.app.screen.is_modal
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), CheckInScreen)
    play.store.close()
