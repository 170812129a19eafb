"""Reading votes: rows into records of the domain."""

from __future__ import annotations

from peewee import JOIN, Expression

from tui_minutes.domain.reading import Votes
from tui_minutes.domain.voting import Ballot, Choice, Vote
from tui_minutes.store.tables import EntryRow, OutcomeRow, VoteRow


def of_meeting(meeting_id: int) -> tuple[Vote, ...]:
    """All votes of a meeting, void ones too, oldest first."""
    query = (
        VoteRow.select(VoteRow, EntryRow.uid.alias("entry_uid"), OutcomeRow.uid.alias("outcome_uid"))
        .join(EntryRow, JOIN.LEFT_OUTER)
        .join_from(VoteRow, OutcomeRow, JOIN.LEFT_OUTER)
        .where(VoteRow.meeting == meeting_id)
        .order_by(VoteRow.id)
    )
    return tuple(_vote(row) for row in query.objects())


def about(entry: EntryRow | None, outcome: OutcomeRow | None) -> list[VoteRow]:
    """The votes on a motion or a decision, void ones too, oldest first."""
    asked: list[Expression] = []
    if entry is not None:
        asked.append(VoteRow.entry == entry)
    if outcome is not None:
        asked.append(VoteRow.outcome == outcome)
    condition = asked[0] if len(asked) == 1 else asked[0] | asked[1]
    return list(VoteRow.select().where(condition).order_by(VoteRow.id))


def _vote(row: VoteRow) -> Vote:
    return Vote(
        uid=row.uid,
        entry_uid=row.entry_uid,
        outcome_uid=row.outcome_uid,
        count=Votes(row.in_favour, row.against, row.abstaining),
        ballots=tuple(Ballot(name, Choice(choice)) for name, choice in row.ballots),
        present=row.present,
        needed=row.needed,
        at=row.at,
        by=row.by,
        entered_by=row.entered_by,
        voided_at=row.voided_at,
    )
