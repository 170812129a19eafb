"""Votes on a motion or a decision: by count or by name, with those who were recused (回避)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.reading import Votes


class Choice(StrEnum):
    """赞成, 反对, 弃权, 回避: who is recused is there and takes no part in this vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    RECUSED = "recused"


class Majority(StrEnum):
    """What a vote came to: carried with more for than against, whoever abstained."""

    CARRIED = "carried"
    LOST = "lost"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class Ballot:
    """How one person voted."""

    name: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Poll:
    """A vote as it is taken: how many, and by name either everyone or those only who were recused."""

    count: Votes
    ballots: tuple[Ballot, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote on record, on the motion `entry_uid`, the decision `outcome_uid`, or on what became both.

    `present` had a vote in the room, `needed` of them the quorum asked for (0: no rule). `voided_at` is when
    a later vote or a withdrawal took its place.
    """

    uid: str
    entry_uid: str | None
    outcome_uid: str | None
    count: Votes
    ballots: tuple[Ballot, ...]
    present: int
    needed: int
    at: datetime
    by: str
    entered_by: str
    voided_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing has taken its place."""
        return self.voided_at is None

    @property
    def by_name(self) -> bool:
        """Whether it is known who voted how."""
        return any(ballot.choice is not Choice.RECUSED for ballot in self.ballots)

    @property
    def majority(self) -> Majority:
        """What it came to."""
        return majority(self.count)

    def names(self, choice: Choice) -> tuple[str, ...]:
        """Those on record with this choice."""
        return names(self.ballots, choice)

    @property
    def cautions(self) -> tuple[str, ...]:
        """The codes of what there is to look at: no_quorum, votes_exceed, not_carried."""
        found = {
            "no_quorum": self.present < self.needed,
            "votes_exceed": 0 < self.present < total(self.count),
            "not_carried": self.majority is not Majority.CARRIED,
        }
        return tuple(code for code, holds in found.items() if holds)


def total(count: Votes) -> int:
    """How many voted, those abstaining among them."""
    return count.for_ + count.against + count.abstain


def majority(count: Votes) -> Majority:
    """More for than against carries; those abstaining are not weighed."""
    if count.for_ == count.against:
        return Majority.TIED
    return Majority.CARRIED if count.for_ > count.against else Majority.LOST


def counted(ballots: Iterable[Ballot]) -> Votes:
    """How many of `ballots` are for, against and abstaining."""
    many = Counter(ballot.choice for ballot in ballots)
    return Votes(many[Choice.FOR], many[Choice.AGAINST], many[Choice.ABSTAIN])


def names(ballots: Iterable[Ballot], choice: Choice) -> tuple[str, ...]:
    """Those who chose `choice`, in order."""
    return tuple(ballot.name for ballot in ballots if ballot.choice is choice)
