"""The window for the room: what stands on the wall at each stage of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.screens.room_play import planned, wall
from tests.support import Clock, run_app
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.signatures import Verdict
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import attendance, quorums, readback, session, signing, standups


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting that is planned."""
    with planned(tmp_path) as one:
        yield one


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
        text = await now.look(meeting)
        assert "Here 1 / 4   韩磊" in text
        assert "quorum" not in text
        quorums.choose(meeting.store, meeting.command(), meeting.record.meeting.series or "", "1/2")
        assert "quorum not reached: 1 here, 2 needed" in await now.look(meeting)


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


async def test_a_quorum_that_is_lost_is_said_until_it_is_reached_again(meeting: Played) -> None:
    quorums.choose(meeting.store, meeting.command(), meeting.record.meeting.series or "", "3")
    meeting.begin()
    meeting.say("+ 展台设在南门")
    lost = "quorum not reached: 2 here, 3 needed"
    async with wall(meeting) as now:
        assert "quorum" not in await now.look(meeting)
        person = meeting.person("韩磊").uid
        attendance.leave(meeting.store, meeting.command(), person)
        text = await now.look(meeting)
        assert lost in text
        assert "Next: 物料清单" in text
        session.to_readback(meeting.store, meeting.command(), meeting.uid)
        assert lost in await now.look(meeting)
        attendance.come(meeting.store, meeting.command(), person)
        assert "quorum" not in await now.look(meeting)


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
