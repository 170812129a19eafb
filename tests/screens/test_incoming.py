"""Invitations and plans are looked at before they are stored: one, several, again, broken, confidential."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest
from textual.pilot import Pilot

from tests.screens.home_play import press, where
from tests.support import Clock, open_store, run_app, shown, type_in
from tui_minutes.domain.meeting import Phase
from tui_minutes.screens.incoming_files import files
from tui_minutes.store.store import Store

SAMPLES = Path(__file__).parents[1] / "cases" / "invitations"
BEFORE = datetime(2026, 11, 21, 6, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


async def bring(pilot: Pilot[None], *names: str | Path) -> None:
    """From Home to what the files hold."""
    await press(pilot, "i")
    await type_in(pilot, " ".join(str(SAMPLES / name) for name in names))
    await press(pilot, "enter")
    assert where(pilot) == "IncomingScreen"


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
async def test_an_invitation_is_shown_before_enter_stores_it(store: Store, size: tuple[int, int]) -> None:
    async with run_app(store, size=size, clock=Clock(BEFORE)) as pilot:
        await bring(pilot, "feishu.ics")
        text = shown(pilot.app)
        assert "2026-11-30 Mon 10:00–11:30 (Asia/Shanghai)" in text
        assert "周岚 (convener, chair)" in text
        assert "1. 发布日期 · 20 min · 周岚" in text
        assert store.meetings() == []
        await press(pilot, "enter")
        assert where(pilot) == "PrepareScreen"
        assert [one.title for one in store.meetings()] == ["新品发布跨部门协调会"]
        await press(pilot, "escape")
        assert where(pilot) == "HomeScreen"


async def test_escape_stores_nothing(store: Store) -> None:
    async with run_app(store, clock=Clock(BEFORE)) as pilot:
        await bring(pilot, "feishu.ics")
        await press(pilot, "escape")
        assert where(pilot) == "HomeScreen"
        assert store.meetings() == []


async def test_several_files_are_a_list_from_which_one_is_left_out(store: Store) -> None:
    async with run_app(store, language="zh", clock=Clock(BEFORE)) as pilot:
        await bring(pilot, "feishu.ics", "dingtalk.ics", "outlook_reply.ics")
        assert "这是对邀请的回复" in shown(pilot.app)
        assert "Enter 接收 2 场会议" in shown(pilot.app)
        await press(pilot, "space")
        assert "Enter 接收 1 场会议" in shown(pilot.app)
        await press(pilot, "r")
        assert "Enter 接收 1 场会议" in shown(pilot.app), "what is left out stays so"
        await press(pilot, "ctrl+s")
        assert where(pilot) == "PrepareScreen"
        assert [one.title for one in store.meetings()] == ["客户投诉专题会"]


async def test_an_update_tells_what_changes_and_the_same_again_opens_the_meeting(store: Store) -> None:
    async with run_app(store, clock=Clock(BEFORE)) as pilot:
        await bring(pilot, "outlook_teams.ics")
        await press(pilot, "enter", "escape")
        await bring(pilot, "outlook_update.ics")
        assert "14:00–15:00 (Asia/Shanghai) → 2026-11-27 Fri 16:00–17:00" in shown(pilot.app)
        assert "Newly invited: 方晴" in shown(pilot.app)
        await press(pilot, "enter")
        assert store.meetings()[0].planned_start == datetime(2026, 11, 27, 16)
        await press(pilot, "escape")
        await bring(pilot, "outlook_update.ics")
        assert "Nothing is to be taken over" in shown(pilot.app)
        await press(pilot, "enter")
        assert where(pilot) == "PrepareScreen"
        await press(pilot, "escape")
        await bring(pilot, "outlook_cancel.ics")
        await press(pilot, "enter")
        assert where(pilot) == "HomeScreen"
        assert "Taken over: 1 called off" in shown(pilot.app)
        assert [one.phase for one in store.meetings()] == [Phase.CANCELLED]


async def test_a_plan_used_before_asks_whether_another_meeting_is_meant(store: Store, tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# 复盘\n## 议程\n1. 得失（20 分钟）\n", encoding="utf-8")
    async with run_app(store, clock=Clock(BEFORE)) as pilot:
        await bring(pilot, plan)
        await press(pilot, "enter", "escape")
        await bring(pilot, plan)
        await press(pilot, "enter")
        assert "M-2026-001 was made of plan.md before." in shown(pilot.app)
        await press(pilot, "n")
        assert where(pilot) == "PrepareScreen"
        assert len(store.meetings()) == 1
        await press(pilot, "escape")
        await bring(pilot, plan)
        await press(pilot, "enter", "enter")
        assert len(store.meetings()) == 2


async def test_what_is_confidential_is_covered_until_it_is_revealed(store: Store) -> None:
    async with run_app(store, clock=Clock(BEFORE)) as pilot:
        await bring(pilot, "exported_gbk.ics")
        assert "年度预算" not in shown(pilot.app)
        assert "It says no time of day: 09:00 is a guess" in shown(pilot.app)
        await press(pilot, "ctrl+r")
        assert "年度预算审议会" in shown(pilot.app)
        assert "1. 上年决算 · 20 min · 郑凯" in shown(pilot.app)


async def test_a_broken_file_is_said_in_the_form_and_mended_there(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "invite.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", encoding="utf-8")
    async with run_app(store, clock=Clock(BEFORE)) as pilot:
        await press(pilot, "i")
        await type_in(pilot, str(path))
        await press(pilot, "enter")
        assert "invite.ics: the file: it is cut off" in shown(pilot.app)
        copy(SAMPLES / "feishu.ics", path)
        await press(pilot, "enter")
        assert where(pilot) == "IncomingScreen"
        path.write_text("", encoding="utf-8")
        await press(pilot, "r")
        assert "it does not begin with BEGIN:VCALENDAR" in shown(pilot.app)
        await press(pilot, "enter")
        assert "There is nothing to take over" in shown(pilot.app)
        assert store.meetings() == []


def test_files_are_meant_as_they_are_typed_and_dropped(tmp_path: Path) -> None:
    spaced = tmp_path / "my invite.ics"
    other = tmp_path / "plan.md"
    for path in (spaced, other, tmp_path / "picture.png"):
        path.touch()
    assert files(str(spaced)) == [spaced]
    assert files(f"'{spaced}' {other}") == [spaced, other]
    assert files(str(spaced).replace(" ", "\\ ")) == [spaced]
    assert files(f"{tmp_path}") == [spaced, other]
    assert files("it's not there.ics") == [Path("it's not there.ics")]
