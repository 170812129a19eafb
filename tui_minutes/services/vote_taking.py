"""Writing votes within the caller's transaction: taken, void, and back again with what brought them."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import MotionResult
from tui_minutes.domain.quorum import presence
from tui_minutes.domain.voting import Choice, Majority, Poll, majority, names
from tui_minutes.i18n import speaking, tr
from tui_minutes.store import meetings, revisions, rows, votes
from tui_minutes.store.tables import EntryRow, MeetingRow, OutcomeRow, VoteRow


def take(
    command: Command, poll: Poll | None, *, entry: EntryRow | None = None, outcome: OutcomeRow | None = None
) -> None:
    """A vote on a motion or a decision takes the place of the one before; None: none stands any more.

    A vote on a motion that became a decision is one on both.
    """
    former = void(command, entry, outcome)
    if entry is None and former and former.entry:
        entry = former.entry
        tell_motion(command, entry, poll)
    meeting = outcome.meeting if outcome else entry.meeting if entry else None
    if poll is not None and meeting is not None:
        there = presence(votes.rule_of(meeting), meetings.record_people(meeting))
        rows.add(
            VoteRow, command, meeting=meeting, entry=entry, outcome=outcome or (former and former.outcome),
            in_favour=poll.count.for_, against=poll.count.against, abstaining=poll.count.abstain,
            ballots=[[one.name, one.choice] for one in poll.ballots], present=there.here,
            needed=there.needed, at=command.at, by=command.by, entered_by=command.entered_by,
        )  # fmt: skip


def told(meeting: MeetingRow, poll: Poll | None) -> str:
    """A vote as history tells it, in the language of the minutes."""
    with speaking(meeting.language):
        if poll is None:
            return tr("the vote is withdrawn")
        count = poll.count
        said = tr("vote {count}", count=f"{count.for_}:{count.against}:{count.abstain}")
        recused = tr(", ").join(names(poll.ballots, Choice.RECUSED))
        return tr("{vote}, recused: {names}", vote=said, names=recused) if recused else said


def tell_motion(command: Command, motion: EntryRow, poll: Poll | None) -> None:
    """A motion says how the vote on it went: it has passed with more for than against."""
    carried = poll and majority(poll.count) is Majority.CARRIED
    result = (MotionResult.PASSED if carried else MotionResult.REJECTED) if poll else None
    count = poll and [poll.count.for_, poll.count.against, poll.count.abstain]
    revisions.revise(command, motion, "vote", {"votes": count, "result": result})


def void(command: Command, entry: EntryRow | None, outcome: OutcomeRow | None) -> VoteRow | None:
    """No vote on it stands any more; the one that stood."""
    standing = [one for one in votes.about(entry, outcome) if one.voided_at is None]
    for vote in standing:
        vote.voided_at = command.at
        vote.save()
    return standing[-1] if standing else None


def leave(command: Command, *, entry: EntryRow | None = None, outcome: OutcomeRow | None = None) -> None:
    """A line or an outcome is withdrawn, and the vote on it alone; a motion's is its decision's, too."""
    for vote in votes.about(entry, outcome):
        if vote.voided_at is None and not (vote.entry_id and vote.outcome_id):
            vote.voided_at = command.at
            vote.save()


def bring_back(entry: EntryRow | None, outcome: OutcomeRow | None, voided_at: datetime) -> None:
    """The vote that became void when its line was withdrawn stands again with it."""
    for vote in votes.about(entry, outcome)[::-1]:
        if vote.voided_at == voided_at:
            vote.voided_at = None
            vote.save()
            return


def step_back(
    command: Command, entry: EntryRow | None, outcome: OutcomeRow | None, taken_at: datetime, back: bool
) -> bool:
    """Take back the vote that a line brought along at `taken_at`, so that the one before stands; or redo it.

    Whether there was one.
    """
    on_it = votes.about(entry, outcome)
    taken = next((one for one in reversed(on_it) if one.at == taken_at), None)
    if taken is None or (taken.voided_at is None) is not back:
        return False
    if back:
        bring_back(entry, outcome, taken_at)
    else:
        void(command, entry, outcome)
    taken.voided_at = command.at if back else None
    taken.save()
    return True


def hand_on(motion: EntryRow, decision: OutcomeRow) -> None:
    """The vote on a motion is that on the decision it becomes."""
    for vote in votes.about(motion, None):
        vote.outcome = decision
        vote.save()
