"""Ctrl+E leads to a file on every screen, and what the screen shows is in it (F4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.importing_play import workbook
from tests.meeting import Played, played
from tests.screens.export_play import export, settled
from tests.screens.test_keys import screens
from tests.support import Clock, run_app, shown
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.standup import Grouping
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.host import Host
from tui_minutes.services import attendance, session, standups

Play = Callable[[Played], object]


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one.plan()


def in_session(one: Played) -> None:
    one.begin()
    for line in ("韩磊：A馆[/]人流大 [?]", "+ 订A馆 p1", "- 付定金 @韩磊 截止11月20日 -> 回单 ++ 财务部"):
        one.say(line)


def in_readback(one: Played) -> None:
    in_session(one)
    session.to_readback(one.store, one.command(), one.uid)


def all_read(one: Played) -> None:
    in_session(one)
    one.read_back()


def signed(one: Played) -> None:
    all_read(one)
    one.seal()


def in_standup(one: Played) -> None:
    signed(one)
    one.uid = standups.begin(one.store, one.command(), Grouping.OWNER, "Asia/Shanghai")
    one.say("- 补寄样品 @韩磊 截止12月30日 -> 回执")


def after_standup(one: Played) -> None:
    in_standup(one)
    standups.end(one.store, one.command(), one.uid)


def checking_in(one: Played) -> None:
    attendance.open_check_in(one.store, one.command(), one.uid)
    attendance.mark(one.store, one.command(), one.record.people[0].uid, Attendance.PRESENT)


SIGN = ("s", "down", "down", "down", "enter")
"""All the same, whatever is missing."""

EVERYWHERE: dict[str, tuple[Play, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "HomeScreen": (
        signed,
        ("ctrl+o",),
        ("md",),
        ("M-2026-001", "春季展会", "付定金", "late by"),
    ),
    "PrepareScreen": (lambda _: None, (), ("preparation checklist", "md"), ("会前准备清单",)),
    "ChecklistScreen": (lambda _: None, ("c", "end", "space"), ("md",), ("会前准备清单", "☑", "签到表")),
    "CheckInScreen": (checking_in, (), ("draft of the minutes", "md"), ("周岚", "出席")),
    "MeetingScreen": (in_session, (), ("draft of the minutes", "md"), ("A馆", "订A馆", "付定金")),
    "PeopleScreen": (in_session, ("f7",), ("sign-in sheet", "md"), ("方晴", "数据组")),
    "ReadbackScreen": (in_readback, (), ("decisions and actions", "md"), ("D-001", "付定金")),
    "SignScreen": (all_read, SIGN, ("draft of the minutes", "md"), ("D-001", "付定金")),
    "MinutesScreen": (signed, (), ("the minutes", "json"), ('"M-2026-001"', "付定金")),
    "TidyScreen": (signed, ("t",), ("the minutes", "txt"), ("人流大", "付定金")),
    "DistributionScreen": (signed, ("d",), ("html",), ("<!DOCTYPE html>", "付定金")),
    "TrackerScreen": (signed, ("ctrl+g",), ("csv",), ("A-001", "付定金", "D-001")),
    "StandupScreen": (in_standup, (), ("md",), ("补寄样品",)),
    "StandupSummaryScreen": (after_standup, (), ("md",), ("补寄样品",)),
    "ReviewScreen": (signed, ("ctrl+g", "r"), ("md",), ("# Review of decisions",)),
    "RemindersScreen": (signed, ("ctrl+g", "R"), (), ("韩磊", "付定金")),
    "HelpScreen": (in_session, ("f1",), ("md",), ("Next item", "F5", "/readback")),
    "ImportingScreen": (signed, (), ("md",), ("XZ-01", "印海报", "new")),
}
"""Each screen: what was done before, the keys that lead there, what is chosen, what the file says."""


def test_every_screen_is_tried() -> None:
    found = {one.__name__ for one in screens() if issubclass(one, BaseScreen) and not one.__subclasses__()}
    assert found - {"WelcomeScreen"} == set(EVERYWHERE)


@pytest.mark.parametrize("name", EVERYWHERE)
async def test_ctrl_e_leads_to_a_file(meeting: Played, tmp_path: Path, name: str) -> None:
    play, keys, wanted, words = EVERYWHERE[name]
    play(meeting)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await pilot.press(*keys)
        if name == "ImportingScreen":
            assert isinstance(pilot.app, Host)
            pilot.app.open_import(str(workbook(tmp_path / "theirs.xlsx")))
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == name
        await export(pilot, tmp_path / "out", *wanted)
        text = (tmp_path / "out").read_text(encoding="utf-8")
        for word in words:
            assert word in text
        assert "Written, and its path copied" in shown(pilot.app)
        assert pilot.app.clipboard == str(tmp_path / "out")
        assert type(pilot.app.screen).__name__ == name
