"""What a vote comes to, and what there is to look at in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.meeting import START
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.voting import Ballot, Choice, Majority, Vote, counted, majority, names, total

BALLOTS = st.lists(st.builds(Ballot, st.text(max_size=3), st.sampled_from(Choice)), max_size=40)
COUNTS = st.builds(Votes, *[st.integers(0, 60)] * 3)

VOTE = Vote("v", "e", None, Votes(5, 1, 1), (Ballot("钱七", Choice.RECUSED),), 8, 6, START, "周岚", "小林")


@given(BALLOTS)
def test_every_ballot_is_counted_once_or_recused(ballots: list[Ballot]) -> None:
    recused = names(ballots, Choice.RECUSED)
    assert total(counted(ballots)) + len(recused) == len(ballots)
    assert counted(ballots).for_ == len(names(ballots, Choice.FOR))


@given(COUNTS)
def test_more_for_than_against_carries_whoever_abstains(count: Votes) -> None:
    mirrored = Votes(count.against, count.for_, count.abstain)
    assert (majority(count) is Majority.CARRIED) == (count.for_ > count.against)
    assert (majority(count) is Majority.CARRIED) == (majority(mirrored) is Majority.LOST)
    assert majority(count) is majority(Votes(count.for_, count.against, 0))


def test_a_vote_with_all_it_needs_has_nothing_to_look_at() -> None:
    assert VOTE.cautions == ()
    assert VOTE.majority is Majority.CARRIED
    assert not VOTE.by_name


def test_what_is_wrong_with_a_vote_has_its_code() -> None:
    assert replace(VOTE, present=5, needed=6, count=Votes(4, 0, 0)).cautions == ("no_quorum",)
    assert replace(VOTE, count=Votes(7, 1, 1)).cautions == ("votes_exceed",)
    assert replace(VOTE, count=Votes(2, 2, 1)).cautions == ("not_carried",)


def test_where_nobody_was_marked_as_present_counts_are_not_compared() -> None:
    assert replace(VOTE, present=0, needed=0).cautions == ()
