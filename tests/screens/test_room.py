"""The window for the room: what stands on the wall at each stage, and how it follows another connection."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, Played, played
from tests.screens.test_ticks import sent
from tests.support import Clock, run_app, shown
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.signatures import Verdict
from tui_minutes.domain.standup import Grouping
from tui_minutes.i18n import set_language
from tui_minutes.room_app import LOOK_SECONDS, RoomApp
from tui_minutes.services import attendance, readback, session, signing, standups
from tui_minutes.settings import Settings
from tui_minutes.store.beside import ON_SHOW, SideTexts

MOST = 450
"""Bytes of a second: figures that are three lines high, and the bar."""


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting that is planned, and lines to come."""
    with played(tmp_path / "minutes.db") as one:
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


async def test_before_the_meeting_its_goal_agenda_and_who_is_here(meeting: Played) -> None:
    async with wall(meeting, only=True) as now:
        text = await now.look(meeting)
        for words in (
            "2026-11-27 Fri 14:00–15:00",
            "三楼",
            "定下展位",
            "14:00  1  展位选择",
            "14:10  2  物料清单",
        ):
            assert words in text
        assert "Here" not in text
        attendance.open_check_in(meeting.store, meeting.command(), meeting.uid)
        attendance.mark(meeting.store, meeting.command(), meeting.person("韩磊").uid, Attendance.PRESENT)
        assert "Here 1 / 4   韩磊" in await now.look(meeting)


async def test_the_item_on_the_table_its_time_and_its_outcomes(meeting: Played) -> None:
    meeting.begin()
    meeting.say("周岚：嘴上说的话")
    async with wall(meeting) as now:
        meeting.say("- 量尺寸 @韩磊 截止12/4")
        text = await now.look(meeting)
        assert "Item 1 of 3" in text
        assert "展 位 选 择" in text
        assert "left of 10 min" in text
        assert "A-001  量尺寸" in text
        assert "韩磊  ·  12-04 Fri" in text
        assert "Next: 物料清单" in text
        assert "嘴上说的话" not in text
        assert "left: come to an end" in await now.look(minutes=6.5)
        assert "over the time of this item" in await now.look(minutes=3)
        session.next_item(meeting.store, meeting.command(), meeting.uid)
        text = await now.look(meeting)
        assert "物 料 清 单" in text
        assert "量尺寸" not in text


async def test_a_break_says_so(meeting: Played) -> None:
    meeting.begin()
    session.pause(meeting.store, meeting.command(), meeting.uid)
    async with wall(meeting) as now:
        text = await now.look(meeting)
        assert "Break" in text
        assert "since 14:" in text
        assert "After it: 展位选择" in text


async def test_near_its_end_the_room_is_told_to_sum_up(meeting: Played) -> None:
    meeting.begin()
    async with wall(meeting, size=(132, 34)) as now:
        assert "sum up" not in await now.look(meeting, minutes=40)
        assert "sum up: it ends at 15:00" in await now.look(minutes=8)
        assert "past the planned end" in await now.look(minutes=20)


async def test_what_the_recorder_reads_out_is_shown_large_with_what_is_missing(meeting: Played) -> None:
    meeting.begin()
    for line in ("+ 靠门的展位", "- 量尺寸 @韩磊", "? 谁值班"):
        meeting.say(line)
    session.to_readback(meeting.store, meeting.command(), meeting.uid)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as recorder:
        on_show = recorder.app.on_show  # type: ignore[attr-defined]
        assert on_show.read(meeting.uid) == meeting.outcome("D-001").uid
        await recorder.press("j")
        assert on_show.read(meeting.uid) == meeting.outcome("A-001").uid
        async with wall(meeting) as now:
            text = await now.look(meeting)
            assert "2 of 3  ·  Action A-001" in text
            assert "量 尺 寸" in text
            assert "missing" in text
            assert "Confirmed 0 / 3" in text
            await recorder.press("o", "escape", "j")
            assert "3 of 3  ·  Open Q-001" in await now.look(meeting)
    assert on_show.read(meeting.uid) == ""


async def test_what_a_killed_program_was_reading_ends_when_its_meeting_goes_on(meeting: Played) -> None:
    meeting.begin().say("+ 靠门的展位")
    async with wall(meeting) as now:
        left = SideTexts(meeting.store.path, ON_SHOW, [])
        left.write(meeting.uid, meeting.outcome("D-001").uid)
        assert "1 of 1  ·  Decision D-001" in await now.look(meeting)
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid):
            assert left.read(meeting.uid) == ""
        assert "Item 1 of 3" in await now.look(meeting)


async def test_while_people_sign_the_wall_shows_who_has(meeting: Played) -> None:
    meeting.begin().say("+ 靠门的展位")
    session.to_readback(meeting.store, meeting.command(), meeting.uid)
    readback.agree_rest(meeting.store, meeting.command(), meeting.uid)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as recorder:
        on_show = recorder.app.on_show  # type: ignore[attr-defined]
        await recorder.press("s", "end", "enter")
        await recorder.pause()
        assert on_show.read(meeting.uid) == ""
        await recorder.press("escape")
        await recorder.pause()
        assert on_show.read(meeting.uid) == meeting.outcome("D-001").uid
    async with wall(meeting) as now:
        first, second, *_ = meeting.record.people
        signing.sign(meeting.store, meeting.command(), meeting.uid, first.uid, Verdict.AGREED, "")
        signing.sign(meeting.store, meeting.command(), meeting.uid, second.uid, Verdict.OBJECTED, "太贵了")
        text = await now.look(meeting)
        assert "Signatures 2 / 3" in text
        assert f"{first.name}  agrees" in text
        assert f"{second.name}  objects" in text
        assert "太贵了" not in text
        meeting.seal()
        text = await now.look(meeting)
        assert "Signed and sealed" in text
        assert meeting.record.seals[0].digest[:4] in text


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


async def test_a_standup_goes_round(meeting: Played) -> None:
    meeting.begin().say("- 量尺寸 @韩磊")
    meeting.say("- 谁来做都行")
    meeting.read_back().seal()
    standups.begin(meeting.store, meeting.command(), Grouping.OWNER, "Asia/Shanghai")
    async with wall(meeting) as now:
        text = await now.look(meeting)
        assert "韩 磊" in text
        assert "Next: Item 2" in text
        assert "confidential" not in text


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
