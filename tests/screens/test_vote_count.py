"""A vote by count is asked in a form; who is recused stays on record when a vote is taken anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.screens.test_voting import enter, on
from tests.services.test_votes import BOARD
from tests.support import Clock, run_app, shown, type_in
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.voting import Choice


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as meeting:
        yield meeting.plan(BOARD).begin()


async def test_a_vote_by_count_is_asked_in_a_form_and_taken_back_by_a_key(board: Played) -> None:
    board.say("+ 采用A展位")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await pilot.press("ctrl+backslash", "c")
        await pilot.pause()
        await type_in(pilot, "9")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "9 votes, and only 5 with a vote are here" in shown(pilot.app)
        await pilot.press("backspace", "4", "tab", "1", "tab", "tab")
        await type_in(pilot, "王五")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "6 votes, and only 5 with a vote are here" in shown(pilot.app)
        await pilot.press("backspace", "3", "tab", "tab", "tab")
        await pilot.press("ctrl+a", "ctrl+k")
        await type_in(pilot, "王五")
        await pilot.press("ctrl+s")
        await pilot.pause()
        vote = on(board.record, "D-001")
        assert (vote.count, vote.names(Choice.RECUSED)) == (Votes(3, 1, 0), ("王五",))
        await pilot.press("ctrl+backslash", "x")
        await pilot.pause()
    assert not board.record.votes[0].holds


async def test_a_count_taken_again_takes_the_place_of_the_numbers_before(board: Played) -> None:
    board.say("+ 采用A展位")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await enter(pilot, "/vote 2:1:0")
        await pilot.press("ctrl+backslash", "c")
        await pilot.pause()
        await pilot.press("3", "tab", "2", "tab", "tab")
        await type_in(pilot, "路人")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Not in the room, or without a vote: 路人" in shown(pilot.app)
        await pilot.press("ctrl+u", "ctrl+s")
        await pilot.pause()
        assert on(board.record, "D-001").count == Votes(3, 2, 0)


async def test_who_left_the_room_stays_recused_when_the_others_vote_anew(board: Played) -> None:
    board.say("+ 采用A展位")
    async with run_app(board.store, clock=Clock(board.now), first=board.uid) as pilot:
        await enter(pilot, "/left 王五")
        await enter(pilot, "/vote 4:0:0 recused 王五")
        await pilot.press("ctrl+backslash")
        await pilot.pause()
        await pilot.press("2", "5", "ctrl+s")
        await pilot.pause()
    vote = on(board.record, "D-001")
    assert (vote.count, vote.names(Choice.RECUSED)) == (Votes(3, 1, 0), ("王五",))
