"""Votes and the quorum as the recorder sees them: by key, by line, at check-in, at readback, in Prepare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import Played, played
from tests.services.test_votes import BOARD
from tests.support import Clock, run_app, screen_text, shown, type_in
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.voting import Choice, Vote
from tui_minutes.services import attendance


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as meeting:
        yield meeting.plan(BOARD).begin()


async def enter(pilot: Pilot[None], line: str) -> None:
    await type_in(pilot, line)
    await pilot.press("enter")
    await pilot.pause()


def on(record: MeetingRecord, number: str) -> Vote:
    outcome = record.numbered(number)
    assert outcome is not None
    vote = record.vote_on(outcome)
    assert vote is not None
    return vote


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_vote_by_name_takes_one_key_a_person(board: Played, language: str) -> None:
    board.say("+ 采用A展位")
    async with run_app(board.store, language=language, clock=Clock(board.now), first=board.uid) as pilot:
        await pilot.press("ctrl+backslash")
        await pilot.pause()
        assert "采用A展位" in shown(pilot.app)
        assert "方晴" not in shown(pilot.app)
        await pilot.press("1", "2", "4", "5", "ctrl+s")
        await pilot.pause()
        said = screen_text(pilot.app)[-2]
        assert (
            "carried 3:1:0, recused: Nora Quinn" if language == "en" else "通过 3:1:0，回避：Nora Quinn"
        ) in said
    vote = on(board.record, "D-001")
    assert vote.names(Choice.FOR) == ("周岚", "何平", "王五")
    assert vote.names(Choice.AGAINST) == ("韩磊",)


async def test_a_click_goes_from_choice_to_choice_and_nobody_is_no_vote(board: Played) -> None:
    board.say("+ 采用A展位")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await pilot.press("ctrl+backslash")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Nobody has voted yet" in shown(pilot.app)
        for _ in range(2):
            await pilot.click("#voters", offset=(3, 0))
        assert "0:1:0" in shown(pilot.app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert on(board.record, "D-001").names(Choice.AGAINST) == ("周岚",)


async def test_a_vote_is_typed_in_one_line(board: Played) -> None:
    board.say("+ 采用A展位")
    board.say("* 增加一名志愿者")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await enter(pilot, "/vote D-001 反对 王五 回避 何平 其余赞成")
        await enter(pilot, "/表决 4:1:0")
        assert "passed" in shown(pilot.app)
    assert on(board.record, "D-001").count == Votes(3, 1, 0)
    assert board.record.motions[0].votes == Votes(4, 1, 0)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/vote D-001 赞成 路人", "Not in the room, or without a vote: 路人"),
        ("/vote D-001 5:1:0", "6 votes, and only 5 with a vote are here"),
        ("/vote D-009 3:1:0", "only motions and decisions are voted on"),
        ("/vote D-001 maybe", "“maybe”?"),
        ("/vote D-001 withdraw", "there is no vote to take back"),
    ],
)
async def test_what_cannot_be_is_said_and_the_line_comes_back(board: Played, line: str, why: str) -> None:
    board.say("+ 采用A展位")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await enter(pilot, line)
        assert why in shown(pilot.app)
        assert line in shown(pilot.app)
    assert board.record.votes == ()


async def test_without_a_quorum_the_meeting_says_so_until_somebody_comes_back(board: Played) -> None:
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        assert "quorum" not in shown(pilot.app)
        await enter(pilot, "/left 王五、何平")
        assert "quorum not reached: 3 here, 4 needed" in shown(pilot.app)
        await enter(pilot, "+ 取消值班 no action")
        assert "taken without a quorum" in screen_text(pilot.app)[-2]
        await enter(pilot, "/in 何平")
        assert "quorum not reached" not in shown(pilot.app)
        await pilot.press("f7")
        await pilot.pause()
        assert "quorum: 4 here, 4 needed" in shown(pilot.app)


async def test_at_check_in_the_quorum_is_counted_and_said_before_the_start(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(BOARD)
        attendance.open_check_in(meeting.store, meeting.command(), meeting.uid)
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
            assert "quorum not reached: 0 here, 4 needed" in shown(pilot.app)
            await pilot.press("space", "f9")
            await pilot.pause()
            assert "quorum not reached: 1 here, 4 needed" in shown(pilot.app)
            await pilot.press("escape", "A")
            await pilot.pause()
            assert "quorum: 5 here, 4 needed" in shown(pilot.app)


async def test_at_readback_the_decision_is_voted_on_again(board: Played) -> None:
    board.say("+ 采用A展位 no action votes 1:3:0")
    board.read_back()
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        assert "not carried by the vote" in shown(pilot.app)
        await pilot.press("v", "5", "ctrl+s")
        await pilot.pause()
        assert "not carried by the vote" not in shown(pilot.app)
        assert "carried 5:0:0" in shown(pilot.app)
        assert "unread" in shown(pilot.app)
    assert on(board.record, "D-001").by_name


async def test_the_rule_of_the_series_is_set_in_prepare(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(BOARD)
        async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
            assert "at least 2/3" in shown(pilot.app)
            await pilot.press(*["down"] * 10, "enter")
            await pilot.pause()
            await pilot.press("ctrl+a", "ctrl+k")
            await type_in(pilot, "most")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "“most” is no quorum" in shown(pilot.app)
            await pilot.press("ctrl+a", "ctrl+k")
            await type_in(pilot, "过半数")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "more than half" in shown(pilot.app)
        assert meeting.record.quorum == "1/2"


async def test_a_large_board_votes_on_a_small_terminal(tmp_path: Path) -> None:
    many = tuple(PlanPerson(f"董事{n}") for n in range(1, 31))
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(replace(BOARD, people=many)).begin()
        meeting.say("+ 采用A展位，并请行政部在下周五之前与展馆方面签订合同、付清定金")
        async with run_app(
            meeting.store, size=(80, 24), clock=Clock(meeting.now), first=meeting.uid
        ) as pilot:
            await pilot.press("ctrl+backslash")
            await pilot.pause()
            assert "Ctrl+S save" in shown(pilot.app)
            await pilot.press("end", "2", "5")
            await pilot.pause()
            assert "29:1:0" in shown(pilot.app)
            assert "1 for   2 against" in shown(pilot.app)


async def test_a_count_typed_at_readback_is_on_what_is_read(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    board.say("+ 取消值班 no action")
    board.read_back()
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await enter(pilot, "表决 3:1:0")
        await enter(pilot, "... 4:1:0")
        await enter(pilot, "/vote D-002 反对 王五 其余赞成")
    assert on(board.record, "D-001").count == Votes(4, 1, 0)
    assert board.outcome("D-001").text == "采用A展位"
    assert on(board.record, "D-002").names(Choice.AGAINST) == ("王五",)


async def test_the_menu_of_a_line_offers_a_vote_where_there_can_be_one(board: Played) -> None:
    board.say("* 增加一名志愿者")
    board.say("韩磊：先看预算")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await pilot.press("shift+tab", "v")
        await pilot.pause()
        assert "does not allow that" in shown(pilot.app)
        await pilot.press("up", "v")
        await pilot.pause()
        await pilot.press("5", "ctrl+s")
        await pilot.pause()
    assert board.record.motions[0].votes == Votes(5, 0, 0)
