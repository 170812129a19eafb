"""The archive finds meetings, outcomes and lines by words, people and days, and nothing that is covered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.domain.archive import Findings
from tui_minutes.domain.directory import Details
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.plan import PlanItem, PlanPerson
from tui_minutes.services import directory, discussion
from tui_minutes.services.lines import directory_people

PEOPLE = People([Person("韩磊", "市场部"), Person("周岚", "行政部")])


def find(meeting: Played, text: str, *, most: int = 50, revealed: bool = False) -> Findings:
    local = meeting.now + timedelta(hours=8)
    wanted = parse_filter(text, local.date(), people=PEOPLE)
    return meeting.store.find(wanted, meeting.now, most, revealed=revealed)


def texts(found: Findings) -> tuple[list[str], list[str], list[str]]:
    return (
        [one.title for one in found.meetings],
        [row.outcome.text for row in found.outcomes],
        [one.text for one in found.lines],
    )


@pytest.fixture
def talked(meeting: Played) -> Played:
    meeting.plan().begin()
    meeting.say("韩磊：展台靠近南门更好")
    meeting.say("周岚：预算够")
    meeting.say("数据：南门人流=3200 <- 门禁")
    meeting.say("决议：展台设在南门")
    meeting.say("- 订南门展位 @韩磊 截止12/1")
    return meeting


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("南门", ([], ["展台设在南门", "订南门展位"], ["南门人流", "展台靠近南门更好"])),
        ("春季展会", ([PLAN.title], ["展台设在南门", "订南门展位"], [])),
        ("物料清单", ([PLAN.title], [], [])),
        ("南门 -人流", ([], ["展台设在南门", "订南门展位"], ["展台靠近南门更好"])),
        ("who:韩磊", ([PLAN.title], ["订南门展位"], ["展台靠近南门更好"])),
        ("人：周岚 预算", ([], [], ["预算够"])),
        ("is:open 南门", ([], ["展台设在南门", "订南门展位"], [])),
        ("date:2026-11-27 预算", ([], [], ["预算够"])),
        ("日期：2026-10 南门", ([], [], [])),
        ("meeting:M-2026-001 预算", ([], [], ["预算够"])),
        ("3200", ([], [], ["南门人流"])),
        ("没有的词", ([], [], [])),
        ("", ([], [], [])),
    ],
)
def test_words_people_and_days_find(
    talked: Played, asked: str, expected: tuple[list[str], list[str], list[str]]
) -> None:
    found = texts(find(talked, asked))
    assert [sorted(part) for part in found] == [sorted(part) for part in expected]


def test_a_withdrawn_line_is_not_found(talked: Played) -> None:
    line = next(entry for entry in talked.record.entries if entry.text == "预算够")
    discussion.withdraw(talked.store, talked.command(), line.uid)
    assert find(talked, "预算").total == 0


def test_the_newest_come_first_and_more_are_said(talked: Played) -> None:
    for nth in range(4):
        talked.say(f"周岚：第 {nth} 点")
    found = find(talked, "点", most=3)
    assert [one.text for one in found.lines] == ["第 3 点", "第 2 点", "第 1 点"]
    assert found.more == {"lines"}


@pytest.mark.parametrize("whole", [True, False], ids=["meeting", "item"])
def test_words_of_what_is_secret_are_found_only_when_revealed(meeting: Played, whole: bool) -> None:
    item = PlanItem("定价", 10, level=None if whole else Level.SECRET)
    meeting.plan(replace(PLAN, level=Level.SECRET if whole else Level.INTERNAL, agenda=(item,))).begin()
    meeting.say("韩磊：底价三百万")
    meeting.say("决议：底价三百万")
    assert find(meeting, "底价").total == find(meeting, "定价").total == 0
    assert len(find(meeting, "定价", revealed=True).meetings) == 1
    assert texts(find(meeting, "底价", revealed=True)) == ([], ["底价三百万"], ["底价三百万"])


def who_is(meeting: Played, name: str) -> str:
    return next(one.uid for one in meeting.store.listed_people() if one.details.name == name)


def now_find(meeting: Played, text: str) -> tuple[list[str], list[str], list[str]]:
    """The same with the directory as it is now."""
    people = directory_people(meeting.store.people())
    wanted = parse_filter(text, meeting.now.date(), people=people)
    return texts(meeting.store.find(wanted, meeting.now, 50, revealed=False))


@pytest.mark.parametrize("asked", ["who:韩磊", "who:大韩"])
def test_who_was_merged_is_found_with_what_either_said_and_where_either_was(
    talked: Played, asked: str
) -> None:
    guests = (PlanPerson("大韩", "市场部"), PlanPerson("周岚", "行政部"))
    talked.plan(replace(PLAN, title="周会", people=guests)).begin()
    talked.say("大韩：南门还要电源")
    directory.merge(talked.store, talked.command(), who_is(talked, "大韩"), who_is(talked, "韩磊"))
    lines = ["南门还要电源", "展台靠近南门更好"]
    assert now_find(talked, asked) == (["周会", PLAN.title], ["订南门展位"], lines)


def test_what_was_said_under_a_name_stays_with_who_had_it_then(talked: Played) -> None:
    directory.change(talked.store, talked.command(), who_is(talked, "韩磊"), Details("韩大磊", "市场部"))
    directory.add(talked.store, talked.command(), Details("韩磊", "财务部"))
    assert now_find(talked, "who:韩大磊 更好") == ([], [], ["展台靠近南门更好"])
    assert now_find(talked, "who:韩磊 更好") == ([], [], [])


def test_who_was_in_a_secret_meeting_is_told_only_when_revealed(meeting: Played) -> None:
    meeting.plan(replace(PLAN, level=Level.SECRET)).begin()
    assert texts(find(meeting, "who:韩磊")) == ([], [], [])
    assert texts(find(meeting, "who:韩磊", revealed=True)) == ([PLAN.title], [], [])
