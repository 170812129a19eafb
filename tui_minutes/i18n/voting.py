"""The words for votes and quorums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import tr

if TYPE_CHECKING:  # who has words for one of these has it
    from tui_minutes.domain.quorum import Presence
    from tui_minutes.domain.reading import Votes
    from tui_minutes.domain.voting import Vote


def rule_text(rule: str) -> str:
    """A rule by its code: `more than half`, `at least 2/3`, `at least 5`."""
    if not rule:
        return tr("none")
    if rule == "1/2":
        return tr("more than half")
    return tr("at least {part}", part=rule)


def quorum_text(there: Presence) -> str:
    """Whether there is a quorum: `quorum: 5 here, 4 needed`, `quorum not reached: 3 here, 4 needed`."""
    counts = {"here": there.here, "needed": there.needed}
    if there.is_reached:
        return tr("quorum: {here} here, {needed} needed", **counts)
    return tr("quorum not reached: {here} here, {needed} needed", **counts)


def count_text(count: Votes) -> str:
    """`5:1:1`, for, against and abstaining."""
    return f"{count.for_}:{count.against}:{count.abstain}"


def vote_text(vote: Vote) -> str:
    """`carried 5:1:1`, with those recused."""
    said = tr("{result} {count}", result=label(vote.majority), count=count_text(vote.count))
    recused = tr(", ").join(name for name in _recused(vote))
    return tr("{vote}, recused: {names}", vote=said, names=recused) if recused else said


def _recused(vote: Vote) -> Iterator[str]:
    return (ballot.name for ballot in vote.ballots if ballot.choice == "recused")
