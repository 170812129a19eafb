"""A start that goes straight into a meeting: Home is made when somebody first goes there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played
from tests.support import in_front, open_store, run_app
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import Plan
from tui_minutes.screens.home import HomeScreen
from tui_minutes.screens.meeting import MeetingScreen

SECRET = replace(PLAN, level=Level.SECRET)


@pytest.fixture(params=[PLAN])
def meeting(tmp_path: Path, request: pytest.FixtureRequest) -> Played:
    plan: Plan = request.param
    return Played(open_store(tmp_path)).plan(plan)


async def test_home_is_a_key_away_and_leads_back(meeting: Played) -> None:
    meeting.begin()
    async with run_app(meeting.store, first=meeting.uid) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), HomeScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), MeetingScreen)


async def test_what_is_left_without_a_screen_below_leads_home(meeting: Played) -> None:
    meeting.begin().read_back().seal()
    async with run_app(meeting.store, first=meeting.uid) as pilot:
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), HomeScreen)
        assert len(pilot.app.screen_stack) == 2


@pytest.mark.parametrize("meeting", [SECRET], indirect=True)
@pytest.mark.parametrize(("key", "shown"), [("escape", HomeScreen), ("y", MeetingScreen)])
async def test_what_is_confidential_is_asked_for_over_home(meeting: Played, key: str, shown: type) -> None:
    meeting.begin()
    async with run_app(meeting.store, first=meeting.uid) as pilot:
        await pilot.pause()
        assert pilot.app.screen.is_modal
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(in_front(pilot.app), shown)
        assert isinstance(pilot.app.screen_stack[1], HomeScreen)
