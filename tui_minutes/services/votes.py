"""Voting on a motion or a decision: by name, by count; taking a vote back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui_minutes.domain.attendance import Participant
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.quorum import members, taken_up, voting
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.voting import Ballot, Choice, Poll, counted, names, total
from tui_minutes.i18n import tr
from tui_minutes.services import outcome_changes, vote_taking
from tui_minutes.services.commanded import commanded
from tui_minutes.services.phases import unsealed
from tui_minutes.store import meetings, rows
from tui_minutes.store import votes as records
from tui_minutes.store.store import Store
from tui_minutes.store.tables import EntryRow, OutcomeRow


@commanded
def by_name(store: Store, command: Command, about_uid: str, ballots: Sequence[Ballot]) -> None:
    """Those present vote by name on a motion (uid of its line) or a decision; who is not named did not vote.

    Refused: no_vote_on, no_longer_stands, nobody_voted, has_no_vote (an observer, or who is not there: but
    who is recused may have left the room), voted_twice.
    """
    about = _subject(about_uid)
    people = meetings.record_people(about.meeting)
    present = {person.name for person in voting(people)}
    _have_votes(people, names(ballots, Choice.RECUSED))
    if strangers := [
        one.name for one in ballots if one.choice is not Choice.RECUSED and one.name not in present
    ]:
        raise Refused("has_no_vote", names=tr(", ").join(strangers))
    if twice := [name for name, times in Counter(one.name for one in ballots).items() if times > 1]:
        raise Refused("voted_twice", names=tr(", ").join(twice))
    _take(command, about, Poll(counted(ballots), tuple(ballots)))


@commanded
def by_count(
    store: Store, command: Command, about_uid: str, count: Votes, recused: Sequence[str] = ()
) -> None:
    """So many were for, against and abstaining; those `recused` are named.

    Refused: no_vote_on, no_longer_stands, nobody_voted, has_no_vote (recused without one), too_many_votes
    (more than are there with a vote; not where nobody was marked as present).
    """
    about = _subject(about_uid)
    people = meetings.record_people(about.meeting)
    _have_votes(people, recused)
    here = len(voting(people))
    if 0 < here < (cast := taken_up(people, count, recused)):
        raise Refused("too_many_votes", cast=cast, present=here)
    _take(command, about, Poll(count, tuple(Ballot(name, Choice.RECUSED) for name in recused)))


@commanded
def withdraw(store: Store, command: Command, about_uid: str) -> None:
    """No vote on it stands any more; that there was one stays on record. Refused: no_vote, as above."""
    about = _subject(about_uid)
    entry, outcome = (None, about) if isinstance(about, OutcomeRow) else (about, None)
    if all(vote.voided_at for vote in records.about(entry, outcome)):
        raise Refused("no_vote", number=_number(about))
    _write(command, about, None)


def _subject(uid: str) -> EntryRow | OutcomeRow:
    """The motion or the decision to vote on, in a meeting that is not sealed."""
    row = rows.find(OutcomeRow, uid)
    about = row or rows.row(EntryRow, uid)
    unsealed(about.meeting.uid)
    kinds = (OutcomeKind.DECISION, EntryKind.MOTION)
    if about.kind not in kinds:
        raise Refused("no_vote_on", number=_number(about))
    if about.withdrawn or (row is not None and row.becomes_id):
        raise Refused("no_longer_stands", number=_number(about))
    return about


def _have_votes(people: Sequence[Participant], recused: Iterable[str]) -> None:
    """Refuse to note of somebody that they were recused who has no vote."""
    with_vote = members(people)
    if strangers := [name for name in recused if name not in with_vote]:
        raise Refused("has_no_vote", names=tr(", ").join(strangers))


def _number(about: EntryRow | OutcomeRow) -> str:
    return about.number if isinstance(about, OutcomeRow) else f"#{about.seq}"


def _take(command: Command, about: EntryRow | OutcomeRow, poll: Poll) -> None:
    if not total(poll.count):
        raise Refused("nobody_voted")
    _write(command, about, poll)


def _write(command: Command, about: EntryRow | OutcomeRow, poll: Poll | None) -> None:
    """A decision changes, as by any other change; a motion says what came of it."""
    if isinstance(about, OutcomeRow):
        outcome_changes.change(command, about, {"votes": poll})
        return
    vote_taking.take(command, poll, entry=about)
    vote_taking.tell_motion(command, about, poll)
    outcome_changes.void_all(command, about.meeting, f"#{about.seq}")
