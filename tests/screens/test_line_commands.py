"""The commands of the line, what is refused in words, and a store that is busy."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.screens.meeting_play import in_session
from tui_minutes.domain.agenda import ItemState


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/item 9", "There is no item"),
        ("/extend soon", "How many minutes?"),
        ("/at 25:00 late", "When, and what?"),
        ("/at 11:00 too early", "not within this meeting"),
        ("/undo 99", "There is no line"),
        ("/left Bob", "not on the list"),
        ("A-777 @韩磊", "A-777"),
        ("/objection 韩磊 no", "no meaning here"),
    ],
)
async def test_bad_input_is_said_in_words_and_stays_in_the_line(tmp_path: Path, line: str, said: str) -> None:
    async with in_session(tmp_path) as now:
        await now.enter(line)
        assert said in now.said
        assert now.typed == line


async def test_commands(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        now.clock.forward(minutes=9)
        await now.enter("/item 3")
        assert now.play.item.title == "值班安排"
        await now.enter("/back")
        assert now.play.item.title == "展位选择"
        await now.enter("/+5")
        assert now.play.item.extra == 5
        await now.enter("/defer 2")
        assert now.record.agenda[1].state is ItemState.DEFERRED
        await now.enter("议题：保险")
        assert now.play.item.title == "保险"
        await now.enter("/offline")
        assert next(item for item in now.record.agenda if item.title == "保险").state is ItemState.OFFLINE
        await now.enter("/离席 hanlei")
        assert "韩磊: gone" in now.said
        assert now.play.person("韩磊").has_left
        await now.enter("/in 韩磊, 何平/财务部")
        assert now.play.person("韩磊").here
        assert now.play.person("何平").department == "财务部"
        await now.enter("/at 14:05 韩磊：迟到了")
        late = now.record.entries[-1]
        assert (late.speaker, now.record.meeting.local(late.at).strftime("%H:%M")) == ("韩磊", "14:05")
        await now.enter(f"/undo {late.seq}")
        assert now.record.entries[-1].withdrawn


async def test_a_busy_store_keeps_the_line_and_saves_it_once(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        other = sqlite3.connect(now.play.store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await now.enter("韩磊：等一下")
        assert "saved in a moment" in now.said
        other.rollback()
        other.close()
        await now.until(lambda: "等一下" in [entry.text for entry in now.record.entries])
        assert [entry.text for entry in now.record.entries].count("等一下") == 1
        assert "saved" in now.said
