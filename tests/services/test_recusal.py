"""Who is recused takes no part, stays or leaves the room, and is one of those who have a vote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.services.test_votes import BOARD, by_name, refused
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.voting import Choice
from tui_minutes.services import attendance, votes


@pytest.fixture
def left(tmp_path: Path) -> Iterator[Played]:
    """A meeting of five with a vote, a decision on the table, 王五 out of the room."""
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(BOARD).begin().say("+ 采用A展位")
        attendance.leave(meeting.store, meeting.command(), meeting.person("王五").uid)
        yield meeting


def by_count(meeting: Played, in_favour: int, *recused: str) -> None:
    decision = meeting.outcome("D-001").uid
    votes.by_count(meeting.store, meeting.command(), decision, Votes(in_favour, 0, 0), recused)


def on_record(meeting: Played) -> tuple[Votes, tuple[str, ...], tuple[str, ...]]:
    vote = meeting.record.vote_on(meeting.outcome("D-001"))
    assert vote is not None
    return vote.count, vote.names(Choice.RECUSED), vote.cautions


def test_who_left_the_room_is_recused_by_name(left: Played) -> None:
    by_name(left, "D-001", for_="周岚,韩磊,Nora Quinn,何平", recused="王五")
    assert on_record(left) == (Votes(4, 0, 0), ("王五",), ())


def test_who_left_the_room_takes_no_vote_from_those_counted(left: Played) -> None:
    by_count(left, 4, "王五")
    assert on_record(left) == (Votes(4, 0, 0), ("王五",), ())
    with refused("too_many_votes"):
        by_count(left, 4, "何平")


@pytest.mark.parametrize("stranger", ["路人", "方晴"])
def test_nobody_is_recused_who_has_no_vote(left: Played, stranger: str) -> None:
    with refused("has_no_vote"):
        by_count(left, 3, stranger)
    with refused("has_no_vote"):
        by_name(left, "D-001", for_="周岚", recused=stranger)
    assert left.record.votes == ()
