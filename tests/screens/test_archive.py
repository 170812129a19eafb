"""The archive: found by words, opened where it was said, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.importing_play import take_over, workbook
from tests.meeting import PLAN, Played, played
from tests.support import Clock, run_app, shown, type_in
from tui_minutes.domain.meeting import Level
from tui_minutes.screens.host import Host
from tui_minutes.screens.tracker_search import PAUSE_SECONDS
from tui_minutes.services import deleting
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.log_pane import LogPane


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        one.say("韩磊：展台靠近南门更好")
        one.say("- 订南门展位[/] @韩磊 截止12/1")
        yield one


def later(meeting: Played) -> Clock:
    return Clock(meeting.now)


async def look_for(pilot: Pilot[None], words: str) -> None:
    """Type it on the archive, and wait for the pause after which it is looked for."""
    await type_in(pilot, words)
    await pilot.pause(PAUSE_SECONDS * 2)
    await pilot.press("enter")


def cursor_at(app: App[None], beginning: str) -> None:
    pane = app.screen.query_one("#found", ListPane)
    pane.cursor = next(key for key in pane.keys if key.startswith(beginning))


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_meetings_outcomes_and_lines_stand_under_their_headings(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    async with run_app(meeting.store, size=size, language=language, clock=later(meeting)) as pilot:
        await pilot.press("a")
        await look_for(pilot, "南门")
        text = shown(pilot.app)
        assert "展台靠近南门更好" in text
        assert "订南门展位[/]" in text
        assert ("Lines" if language == "en" else "记录行") in text
        assert ("2 found" if language == "en" else "找到 2 条") in text


async def test_a_chinese_word_typed_on_the_list_goes_to_the_search(meeting: Played) -> None:
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        await pilot.press("a")
        await look_for(pilot, "南门")
        await look_for(pilot, "展位")
        assert "展台靠近" not in shown(pilot.app)
        assert "订南门展位" in shown(pilot.app)


async def test_what_home_searches_for_is_looked_for_in_all_lines(meeting: Played) -> None:
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        await pilot.press("slash", *"靠近", "enter", "a")
        await pilot.pause(PAUSE_SECONDS * 2)
        assert "展台靠近南门更好" in shown(pilot.app)


async def test_a_line_leads_to_the_log_and_the_log_to_the_ledger_and_back(meeting: Played) -> None:
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        await pilot.press("a")
        await look_for(pilot, "南门")
        cursor_at(pilot.app, "line")
        await pilot.press("enter")
        await pilot.pause()
        said = next(entry for entry in meeting.record.entries if entry.speaker == "韩磊")
        assert pilot.app.screen.query_one(LogPane).cursor == said.uid
        await pilot.press("t")
        assert "made no decision" in shown(pilot.app)
        await pilot.press("down", "t")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "TrackerScreen"
        await pilot.press("l")
        await pilot.pause()
        made = next(entry for entry in meeting.record.entries if entry.outcome_uid)
        assert pilot.app.screen.query_one(LogPane).cursor == made.uid
        await pilot.press("escape", "escape", "escape")
        assert type(pilot.app.screen).__name__ == "ArchiveScreen"


async def test_of_what_came_from_a_spreadsheet_there_is_no_line(meeting: Played, tmp_path: Path) -> None:
    take_over(meeting.store, workbook(tmp_path / "theirs.xlsx"))
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        await pilot.press("a")
        await look_for(pilot, "印海报")
        await pilot.press("l")
        assert type(pilot.app.screen).__name__ == "ArchiveScreen"
        assert "was not taken down in a log" in shown(pilot.app)


@pytest.mark.parametrize("line", [0, 30, 59, None])
async def test_a_line_of_a_long_log_is_in_sight_among_those_around_it(
    meeting: Played, line: int | None
) -> None:
    said = [meeting.say(f"周岚：这是第 {nth} 点") for nth in range(60)]
    async with run_app(meeting.store, size=(80, 24), clock=later(meeting)) as pilot:
        assert isinstance(pilot.app, Host)
        pilot.app.open_log(meeting.uid, "" if line is None else said[line].uid)
        await pilot.pause()
        await pilot.pause()
        text = shown(pilot.app)
        around = range(max((line or 0) - 5, 0), min((line or 0) + 6, 60))
        assert all(f"第 {nth} 点" in text for nth in around)
        assert ("展台靠近" in text) is (line in (0, None))


async def test_what_is_secret_is_covered_until_ctrl_r(meeting: Played) -> None:
    meeting.plan(replace(PLAN, title="并购谈判", level=Level.SECRET)).begin()
    meeting.say("韩磊：底价三百万")
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        await pilot.press("a")
        await look_for(pilot, "底价 OR")
        assert "三百万" not in shown(pilot.app)
        await pilot.press("slash", "ctrl+a", "ctrl+k")
        await look_for(pilot, "底价")
        assert "三百万" not in shown(pilot.app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "底价三百万" in shown(pilot.app)


@pytest.mark.parametrize("from_prepare", [True, False])
async def test_a_meeting_that_has_not_begun_is_deleted_after_a_question(
    meeting: Played, from_prepare: bool
) -> None:
    meeting.plan(replace(PLAN, title="建错了的会"))
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        pane = pilot.app.screen.query_one("#meetings", ListPane)
        pane.cursor = meeting.uid
        await pilot.press(*(("enter", "X") if from_prepare else ("D",)))
        await pilot.pause()
        assert "Nothing of it is kept" in shown(pilot.app)
        await pilot.press("escape")
        assert len(meeting.store.meetings()) == 2
        await pilot.press("X" if from_prepare else "D", "y")
        await pilot.pause()
        assert [one.title for one in meeting.store.meetings()] == [PLAN.title]
        assert "建错了的会" not in shown(pilot.app)
        assert "M-2026-002 is deleted" in shown(pilot.app)


async def test_a_meeting_that_has_begun_is_not_asked_to_be_deleted(meeting: Played) -> None:
    async with run_app(meeting.store, clock=later(meeting)) as pilot:
        pilot.app.screen.query_one("#meetings", ListPane).cursor = meeting.uid
        await pilot.press("D")
        await pilot.pause()
        assert "Nothing of it is kept" not in shown(pilot.app)
        assert "M-2026-001 has begun already" in shown(pilot.app)


async def test_the_screen_of_a_meeting_that_is_deleted_meanwhile_is_left(meeting: Played) -> None:
    meeting.plan(replace(PLAN, title="建错了的会"))
    async with run_app(meeting.store, clock=later(meeting), first=meeting.uid) as pilot:
        deleting.delete(meeting.store, meeting.command(), meeting.uid)
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "HomeScreen"
        assert "This meeting was deleted" in shown(pilot.app)
