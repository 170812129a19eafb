"""Votes and the quorum in the minutes and in JSON; what is above a reader's level tells nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.services.test_votes import BOARD, by_name
from tui_minutes.documents import html, markdown, text
from tui_minutes.documents.sections import minutes_document
from tui_minutes.domain.concealment import conceal
from tui_minutes.domain.document import Document
from tui_minutes.domain.going_out import NOWHERE
from tui_minutes.domain.leaving_out import left_out
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem
from tui_minutes.services import attendance, minutes, outcomes, session


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Played]:
    agenda = (PlanItem("展位选择", 10), PlanItem("并购报价", 20, level=Level.SECRET))
    with played(tmp_path / "minutes.db") as meeting:
        yield meeting.plan(replace(BOARD, agenda=agenda)).begin()


def decide(board: Played) -> None:
    """One vote by name, one by count about something secret, one decision without a quorum."""
    board.say("+ 采用A展位 no action")
    by_name(board, "D-001", for_="周岚,韩磊,Nora Quinn", against="何平", recused="王五")
    session.next_item(board.store, board.command(), board.uid)
    board.say("* 报价加一成 4:1:0")
    board.say("+ 报价三亿 no action votes 4:1:0")
    session.back(board.store, board.command(), board.uid)
    for name in ("王五", "何平"):
        attendance.leave(board.store, board.command(), board.person(name).uid)
    board.say("+ 取消值班 no action")


@pytest.mark.parametrize("write", [text.render, markdown.render, html.render])
def test_the_minutes_say_how_each_voted_and_what_was_taken_without_a_quorum(
    board: Played, write: Callable[[Document], str]
) -> None:
    decide(board)
    written = "".join(write(minutes_document(board.record, board.now)).split())
    for words in (
        "通过（赞成3，反对1，弃权0）",
        "赞成：周岚、韩磊、NoraQuinn",
        "回避：王五",
        "作出时不足法定人数",
        "至少2/3（有表决权5人，需4人）、开会时到会5人、",
        "起不足（3人）",
    ):
        assert words in written


def test_scripts_get_votes_with_their_ballots_and_the_quorum(board: Played) -> None:
    decide(board)
    found = minutes.data(board.store, board.uid, board.now, reveal=True)
    assert found["quorum"] == {"rule": "2/3", "needed": 4, "seats": 5, "here": 3, "reached": False}
    first, motion, _ = found["votes"]
    assert (first["outcome"], first["seq"], first["result"]) == ("D-001", None, "carried")
    assert {"name": "王五", "choice": "recused"} in first["ballots"]
    assert (motion["outcome"], motion["seq"], motion["for"]) == (None, board.record.motions[0].seq, 4)


def test_a_vote_on_something_secret_is_covered_like_it(board: Played) -> None:
    decide(board)
    covered = minutes.data(board.store, board.uid, board.now)["votes"]
    assert [one["for"] for one in covered] == [3, None, None]
    assert covered[1]["ballots"] in (None, [])
    assert [one.count.for_ for one in conceal(board.record).votes] == [3]


def test_who_is_not_cleared_gets_no_vote_of_what_stays_out(board: Played) -> None:
    decide(board)
    shown, _, _ = left_out(board.record, NOWHERE, Level.INTERNAL)
    assert [one.count.for_ for one in shown.votes] == [3]
    assert "三亿" not in text.render(minutes_document(shown, board.now))


def test_a_decision_of_a_level_of_its_own_covers_its_vote(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    by_name(board, "D-001", for_="周岚")
    outcomes.update(board.store, board.command(), board.outcome("D-001").uid, {"level": Level.CONFIDENTIAL})
    assert conceal(board.record).votes == ()


def test_a_quorum_that_was_never_there_says_so(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(BOARD)
        session.start(meeting.store, meeting.command(), meeting.uid)
        written = text.render(minutes_document(meeting.record, meeting.now + timedelta(hours=1)))
        assert "开会时不足法定人数" in "".join(written.split())
