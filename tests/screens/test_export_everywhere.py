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
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.domain.standup import Grouping
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.host import Host
from tui_minutes.services import attendance, proposals, session, standups

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


def worded_ahead(one: Played) -> None:
    proposals.add(one.store, one.command(), one.record.agenda[0].uid, ProposalKind.DECISION, "租二号厅")


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
    "ArchiveScreen": (signed, ("ctrl+o", "a", *"m-2026", "enter"), ("md",), ("M-2026-001", "付定金")),
    "LogScreen": (signed, ("L",), ("the minutes", "txt"), ("人流大", "付定金")),
    "DirectoryScreen": (signed, ("ctrl+o", "P"), ("md",), ("韩磊", "市场部", "1 open")),
    "ProposalsScreen": (worded_ahead, ("p",), ("notice of the meeting", "md"), ("租二号厅",)),
    "SeriesScreen": (signed, ("ctrl+o", "o"), ("md",), ("Quorum", "M-2026-001", "春季展会")),
    "ImportingScreen": (signed, (), ("md",), ("XZ-01", "印海报", "new")),
    "DirectoryImportScreen": (signed, (), ("md",), ("1 new", "李四", "技术部")),
    "IncomingScreen": (signed, (), ("md",), ("周三例会", "2026-12-02")),
}
"""Each screen: what was done before, the keys that lead there, what is chosen, what the file says."""


def team(folder: Path) -> str:
    path = folder / "team.csv"
    path.write_text("姓名,部门\n李四,技术部\n", encoding="utf-8")
    return str(path)


def plan(folder: Path) -> str:
    path = folder / "plan.md"
    path.write_text("# 周三例会\n\n时间：2026-12-02 10:00\n\n## 议程\n1. 预算\n", encoding="utf-8")
    return str(path)


FROM_FILES: dict[str, Callable[[Host, Path], None]] = {
    "ImportingScreen": lambda host, folder: host.open_import(str(workbook(folder / "theirs.xlsx"))),
    "DirectoryImportScreen": lambda host, folder: host.open_people_import(team(folder)),
    "IncomingScreen": lambda host, folder: host.open_incoming([plan(folder)]),
}
"""The screens that show what is in files."""


def test_every_screen_is_tried() -> None:
    found = {one.__name__ for one in screens() if issubclass(one, BaseScreen) and not one.__subclasses__()}
    assert found - {"WelcomeScreen"} == set(EVERYWHERE)


@pytest.mark.parametrize("name", EVERYWHERE)
async def test_ctrl_e_leads_to_a_file(meeting: Played, tmp_path: Path, name: str) -> None:
    play, keys, wanted, words = EVERYWHERE[name]
    play(meeting)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await pilot.press(*keys)
        if name in FROM_FILES:
            assert isinstance(pilot.app, Host)
            FROM_FILES[name](pilot.app, tmp_path)
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == name
        await export(pilot, tmp_path / "out", *wanted)
        text = (tmp_path / "out").read_text(encoding="utf-8")
        for word in words:
            assert word in text
        assert "Written, and its path copied" in shown(pilot.app)
        assert pilot.app.clipboard == str(tmp_path / "out")
        assert type(pilot.app.screen).__name__ == name
