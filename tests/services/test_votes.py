"""A decision meeting: quorum, votes by name and by count, sealed and verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import PLAN, START, Played, played
from tui_minutes.domain.capture import parse
from tui_minutes.domain.discussion import MotionResult
from tui_minutes.domain.outcomes import Hearing
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.readback import gaps, gaps_of
from tui_minutes.domain.reading import Reading, Votes
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.verification import Finding
from tui_minutes.domain.voting import Ballot, Choice, Majority
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import attendance, discussion, lines, outcomes, quorums, signing, votes
from tui_minutes.services.verification import verify
from tui_minutes.store.tables import VoteRow

BOARD = replace(
    PLAN,
    people=(*PLAN.people, PlanPerson("何平", "财务部"), PlanPerson("王五", "市场部")),
    quorum="2/3",
)
"""Five with a vote (方晴 observes), of whom four are needed."""


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as meeting:
        yield meeting.plan(BOARD).begin()


def by_name(meeting: Played, number: str, **choices: str) -> None:
    ballots = [
        Ballot(name, Choice(choice.rstrip("_")))
        for choice, listed in choices.items()
        for name in listed.split(",")
    ]
    votes.by_name(meeting.store, meeting.command(), meeting.outcome(number).uid, ballots)


def parse_motion(meeting: Played, line: str) -> Reading:
    return parse(line, lines.context(meeting.record, meeting.store.people(), START.date(), WEEKENDS))


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda why: why.code == code)


def test_a_vote_by_name_is_counted_and_names_who_was_recused(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    by_name(board, "D-001", for_="周岚,韩磊,Nora Quinn", against="何平", recused="王五")
    vote = board.record.vote_on(board.outcome("D-001"))
    assert vote is not None
    assert vote.count == Votes(3, 1, 0)
    assert vote.names(Choice.RECUSED) == ("王五",)
    assert (vote.present, vote.needed, vote.majority) == (5, 4, Majority.CARRIED)
    assert gaps_of(board.record, board.outcome("D-001")) == ()


def test_only_who_is_there_with_a_vote_votes_and_once(board: Played) -> None:
    board.say("+ 采用A展位")
    attendance.leave(board.store, board.command(), board.person("王五").uid)
    for name in ("方晴", "王五", "路人"):
        with refused("has_no_vote"):
            by_name(board, "D-001", for_=name)
    with refused("voted_twice"):
        by_name(board, "D-001", for_="周岚", against="周岚")
    with refused("nobody_voted"):
        by_name(board, "D-001", recused="周岚")
    assert board.record.votes == ()


def test_counts_of_more_than_are_there_are_refused(board: Played) -> None:
    board.say("+ 采用A展位")
    uid = board.outcome("D-001").uid
    with refused("too_many_votes"):
        votes.by_count(board.store, board.command(), uid, Votes(4, 1, 0), ["何平"])
    votes.by_count(board.store, board.command(), uid, Votes(4, 0, 0), ["何平"])
    assert len(board.record.votes) == 1


def test_actions_and_points_are_not_voted_on(board: Played) -> None:
    board.say("- 打印海报 @韩磊 by fri")
    point = board.say("韩磊：先看预算")
    for uid in (board.outcome("A-001").uid, point.uid):
        with refused("no_vote_on"):
            votes.by_count(board.store, board.command(), uid, Votes(1, 0, 0))


def test_a_later_vote_takes_the_place_of_the_former_which_stays_on_record(board: Played) -> None:
    board.say("+ 采用A展位 表决 3:2:0")
    by_name(board, "D-001", for_="周岚", against="何平,王五")
    vote = board.record.vote_on(board.outcome("D-001"))
    assert vote is not None
    assert vote.by_name
    assert [one.holds for one in board.record.votes] == [False, True]
    votes.withdraw(board.store, board.command(), board.outcome("D-001").uid)
    assert board.record.vote_on(board.outcome("D-001")) is None
    assert len(board.record.votes) == 2
    notes = [step.note for step in board.store.history(board.outcome("D-001").uid)]
    assert notes == ["", "表决 1:2:0", "撤销表决"]


def test_a_line_that_goes_on_brings_a_vote_and_takes_it_away_again(board: Played) -> None:
    board.say("+ 采用A展位 votes 4:1:0")
    more = board.say("……2:3:0")
    assert _count(board, "D-001") == Votes(2, 3, 0)
    discussion.withdraw(board.store, board.command(), more.uid)
    assert _count(board, "D-001") == Votes(4, 1, 0)
    discussion.restore(board.store, board.command(), more.uid)
    assert _count(board, "D-001") == Votes(2, 3, 0)
    board.say("D-001 表决 5:0:0")
    assert _count(board, "D-001") == Votes(5, 0, 0)


def test_a_ratio_in_a_decision_is_text(board: Played) -> None:
    board.say("+ 配比改为 3:1:2")
    board.say("……其余按 2:1:1")
    assert board.outcome("D-001").text.endswith("2:1:1")
    assert board.record.votes == ()


def test_with_a_withdrawn_decision_goes_its_vote_and_comes_back_with_it(board: Played) -> None:
    line = board.say("+ 采用A展位 votes 4:1:0")
    discussion.withdraw(board.store, board.command(), line.uid)
    assert not board.record.votes[0].holds
    discussion.restore(board.store, board.command(), line.uid)
    assert board.record.votes[0].holds


def test_a_vote_on_a_motion_says_what_came_of_it_and_goes_on_to_its_decision(board: Played) -> None:
    motion = board.say("* 增加一名志愿者")
    votes.by_count(board.store, board.command(), motion.uid, Votes(4, 1, 0))
    said = board.store.entry(motion.uid)
    assert (said.votes, said.result) == (Votes(4, 1, 0), MotionResult.PASSED)
    discussion.pass_motion(board.store, board.command(), motion.uid, board.reading(f"+ {motion.text}"))
    assert _count(board, "D-001") == Votes(4, 1, 0)
    by_name(board, "D-001", for_="周岚", against="何平,王五")
    said = board.store.entry(motion.uid)
    assert (said.votes, said.result) == (Votes(1, 2, 0), MotionResult.REJECTED)
    assert gaps_of(board.record, board.outcome("D-001")) == ("no_action", "not_carried")


def test_a_motion_voted_on_keeps_its_vote_when_its_words_are_mended(board: Played) -> None:
    motion = board.say("* 增加一名志愿者")
    votes.by_count(board.store, board.command(), motion.uid, Votes(4, 1, 0))
    before, now = (parse_motion(board, text) for text in ("* 增加一名志愿者", "* 增加两名志愿者"))
    discussion.edit(board.store, board.command(), motion.uid, now, before)
    assert board.store.entry(motion.uid).votes == Votes(4, 1, 0)
    voted = parse_motion(board, "* 增加两名志愿者 2:2:1")
    discussion.edit(board.store, board.command(), motion.uid, voted, now)
    vote = board.record.vote_on(board.store.entry(motion.uid))
    assert vote is not None
    assert vote.count == Votes(2, 2, 1)


def test_the_quorum_is_lost_when_someone_leaves_and_what_is_decided_then_says_so(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    for name in ("王五", "何平"):
        attendance.leave(board.store, board.command(), board.person(name).uid)
    assert "会议不足法定人数：到会有表决权 3 人，需 4 人" in [one.text for one in board.record.entries]
    board.say("+ 取消值班 no action")
    board.say("+ 预算不变 no action 表决 3:0:0")
    assert gaps_of(board.record, board.outcome("D-001")) == ()
    for number in ("D-002", "D-003"):
        assert gaps_of(board.record, board.outcome(number)) == ("no_quorum",)
    attendance.come(board.store, board.command(), board.person("何平").uid)
    assert board.record.entries[-1].text == "已恢复法定人数：到会有表决权 4 人，需 4 人"
    assert gaps_of(board.record, board.outcome("D-002")) == ("no_quorum",)


def test_a_vote_after_the_readback_is_read_again_and_signatures_are_void(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    board.read_back()
    signing.sign_all(board.store, board.command(), board.uid)
    by_name(board, "D-001", for_="周岚,韩磊", against="何平")
    assert board.outcome("D-001").hearing is Hearing.UNREAD
    assert {one.voided_by for one in board.record.confirmations} == {"D-001"}


def test_a_vote_is_under_the_seal_and_one_changed_ballot_is_found(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    by_name(board, "D-001", for_="周岚,韩磊", against="何平", recused="王五")
    board.read_back().seal()
    assert verify(board.store).ok
    vote = VoteRow.get()
    vote.ballots = [[name, "for" if name == "何平" else choice] for name, choice in vote.ballots]
    vote.save()
    found = verify(board.store).findings
    assert [(one.code, one.record, one.field) for one in found] == [("row_changed", "vote D-001", "ballots")]


def test_a_vote_on_a_motion_is_found_by_the_number_of_its_line(board: Played) -> None:
    motion = board.say("* 增加一名志愿者 4:1:0")
    board.read_back().seal()
    VoteRow.update(in_favour=5).execute()
    assert verify(board.store).findings == (
        Finding("row_changed", 1, f"vote #{motion.seq}", "in_favour", 4, 5),
    )


def test_after_the_seal_nobody_votes(board: Played) -> None:
    board.say("+ 采用A展位 no action")
    board.read_back().seal()
    with refused("sealed"):
        by_name(board, "D-001", for_="周岚")
    with refused("sealed"):
        outcomes.update(board.store, board.command(), board.outcome("D-001").uid, {"votes": None})


def test_a_later_quorum_of_the_series_does_not_reach_what_is_sealed(board: Played) -> None:
    for name in ("王五", "何平"):
        attendance.leave(board.store, board.command(), board.person(name).uid)
    board.say("+ 采用A展位 no action")
    board.read_back().seal()
    series = board.record.meeting.series
    assert series is not None
    quorums.choose(board.store, board.command(), series, "无")
    assert board.record.quorum == "2/3"
    assert [gap.code for gap in gaps(board.record) if gap.subject == "D-001"] == ["no_quorum"]


def test_a_rule_nobody_can_read_is_refused(board: Played) -> None:
    series = board.record.meeting.series
    assert series is not None
    with refused("no_quorum_rule"):
        quorums.choose(board.store, board.command(), series, "plenty")
    assert board.record.quorum == "2/3"


def _count(meeting: Played, number: str) -> Votes | None:
    vote = meeting.record.vote_on(meeting.outcome(number))
    return vote.count if vote else None


def test_a_plan_with_a_quorum_nobody_can_read_is_refused(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting, refused("no_quorum_rule"):
        meeting.plan(replace(BOARD, quorum="a few"))


def test_a_vote_is_not_taken_back_as_a_step_of_the_ledger(board: Played) -> None:
    board.say("+ 采用A展位")
    by_name(board, "D-001", for_="周岚")
    with refused("cannot_undo"):
        board.say("D-001 undo")
    assert _count(board, "D-001") == Votes(1, 0, 0)


def test_without_a_vote_there_is_none_to_take_back(board: Played) -> None:
    board.say("+ 采用A展位")
    with refused("no_vote"):
        votes.withdraw(board.store, board.command(), board.outcome("D-001").uid)
