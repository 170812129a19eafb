"""The window for the room: which meeting it follows, what it costs, its keys, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played
from tests.screens.room_play import planned, wall
from tests.screens.test_ticks import sent
from tests.support import Clock, run_app, shown
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.refusal import Refused
from tui_minutes.room_app import LOOK_SECONDS
from tui_minutes.settings import Settings
from tui_minutes.store.beside import ON_SHOW, SideTexts

MOST = 450
"""Bytes of a second: figures that are three lines high, and the bar."""


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting that is planned."""
    with planned(tmp_path) as one:
        yield one


async def test_what_a_killed_program_was_reading_ends_when_its_meeting_goes_on(meeting: Played) -> None:
    meeting.begin().say("+ 靠门的展位")
    async with wall(meeting) as now:
        left = SideTexts(meeting.store.path, ON_SHOW, [])
        left.write(meeting.uid, meeting.outcome("D-001").uid)
        assert "1 of 1  ·  Decision D-001" in await now.look(meeting)
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid):
            assert left.read(meeting.uid) == ""
        assert "Item 1 of 3" in await now.look(meeting)


async def test_it_waits_then_follows_to_the_next_meeting_that_begins(meeting: Played) -> None:
    async with wall(meeting) as now:
        text = await now.look(meeting)
        assert "No meeting is in session" in text
        assert "14:00  春季展会筹备会" in text
        meeting.begin().say("+ 靠门的展位")
        assert "D-001" in await now.look(meeting)
        meeting.read_back().seal()
        assert "Signed and sealed" in await now.look(meeting)
        first = meeting.uid
        meeting.plan(replace(PLAN, title="第二场"))
        assert "Signed and sealed" in await now.look(meeting), "it has not begun yet"
        meeting.begin()
        assert "第二场" in await now.look(meeting)
        assert meeting.uid != first


async def test_of_a_meeting_asked_for_all_is_shown_up_to_its_own_level(meeting: Played) -> None:
    meeting.plan(replace(PLAN, title="朱雀", level=Level.SECRET)).begin()
    async with wall(meeting) as now:
        text = await now.look(meeting)
        assert "朱雀" not in text
        assert "M-2026-002" in text
    async with wall(meeting, only=True) as now:
        assert "朱雀" in await now.look(meeting)
    async with wall(meeting, only=True, level=Level.INTERNAL) as now:
        assert "朱雀" not in await now.look(meeting)


async def test_fewer_details_for_the_back_row_and_the_keys_for_who_asks(meeting: Played) -> None:
    meeting.begin().say("+ 靠门的展位")
    async with wall(meeting) as now:
        assert "q quit" not in shown(now.app)
        await now.pilot.press("minus")
        text = await now.look(meeting)
        assert "靠门的展位" not in text
        assert "Next: 物料清单" in text
        await now.pilot.press("minus", "?")
        text = await now.look(meeting)
        assert "Next" not in text
        assert "展 位 选 择" in text
        assert "q quit" in text
        await now.pilot.press("plus", "plus", "?")
        text = await now.look(meeting)
        assert "靠门的展位" in text
        assert "q quit" not in text


async def test_theme_and_language_are_those_of_this_wall(meeting: Played) -> None:
    meeting.begin()
    async with wall(meeting) as now:
        before = now.app.theme
        await now.pilot.press("t")
        assert now.app.theme != before
        assert "Meeting" in shown(now.app).splitlines()[0]
        await now.pilot.press("ctrl+l")
        text = await now.look(meeting)
        assert "会议" in text.splitlines()[0]
        assert "第 1 项，共 3 项" in text
        assert "剩余，共 10 分钟" in text


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q", "ctrl+c"])
async def test_every_usual_key_ends_it(meeting: Played, key: str) -> None:
    async with wall(meeting) as now:
        await now.pilot.press(key)
        assert now.app.return_code == 0


async def test_without_marks_the_figures_are_plain(meeting: Played) -> None:
    meeting.begin()
    async with wall(meeting, settings=Settings(ascii=True)) as now:
        lines = (await now.look(meeting)).splitlines()[1:]
        assert any("10:00" in line for line in lines)
        assert not [line for line in lines if "━" in line or "┃" in line]


async def test_a_meeting_that_is_deleted_leaves_the_window_waiting(
    meeting: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with wall(meeting, only=True) as now:
        assert "展位选择" in await now.look(meeting)

        def gone(_: str) -> None:
            raise Refused("not_found", number="")

        monkeypatch.setattr(meeting.store, "record", gone)
        assert "No meeting is in session" in await now.look(meeting)


async def test_a_store_that_is_replaced_ends_it_with_words(meeting: Played, tmp_path: Path) -> None:
    async with wall(meeting) as now:
        meeting.store.path.rename(tmp_path / "moved.db")
        now.app.look()
        assert now.app.return_code == 1
        assert now.app.damage is not None
        assert now.app.damage.code == "store_failed"
        (tmp_path / "moved.db").rename(meeting.store.path)


async def test_a_second_sends_the_figures_that_it_changes(meeting: Played) -> None:
    meeting.begin()
    async with wall(meeting) as now:
        await now.look(meeting, seconds=5)
        meeting.store.changed_elsewhere = lambda: False  # type: ignore[method-assign]
        for _ in range(3):
            with sent(now.app) as updates:
                await now.look(seconds=1)
            assert 0 < len("".join(updates).encode()) <= MOST
        with sent(now.app) as updates:
            await now.look()
        assert updates == [], "nothing has changed"


async def test_what_is_committed_is_seen_at_the_next_look(meeting: Played) -> None:
    assert timedelta(seconds=2 * LOOK_SECONDS) <= timedelta(seconds=1)
    meeting.begin()
    async with wall(meeting) as now:
        for number in range(1, 4):
            meeting.say(f"+ 第{number}条")
            assert f"D-00{number}" in await now.look(meeting)
