"""Reading votes, and by which quorum a meeting goes: that of its series, once sealed that of the day (E5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peewee import JOIN, Expression

from tui_minutes.domain.meeting import SEALED
from tui_minutes.domain.sealing import SealKind
from tui_minutes.store.tables import EntryRow, MeetingRow, OutcomeRow, SealedRow, SealRow, VoteRow

if TYPE_CHECKING:  # most meetings have none: it is imported with the first
    from tui_minutes.domain.voting import Vote


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
    from tui_minutes.domain.reading import Votes
    from tui_minutes.domain.voting import Ballot, Choice, Vote

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


def rule_of(meeting: MeetingRow) -> str:
    """The code of its rule, "" for none; a later rule of the series does not reach back behind the seal."""
    sealed = _under_the_seal(meeting) if meeting.phase in SEALED else None
    if sealed is None:
        return meeting.series.quorum if meeting.series_id else ""
    return sealed


def _under_the_seal(meeting: MeetingRow) -> str | None:
    """As it stands beside the gaps under the room's seal; None while that is being made.

    An earlier version sealed none, and bytes that were changed tell nothing.
    """
    query = SealedRow.select().join(SealRow).where(SealRow.meeting == meeting)
    gaps = query.where((SealRow.kind == SealKind.ROOM) & SealedRow.name.startswith("gaps ")).first()
    if gaps is None:
        return None
    from tui_minutes.domain.verification import SealedRecord

    sealed = SealedRecord(0, gaps.name, gaps.salt or b"", gaps.body or b"", gaps.leaf)
    return str(sealed.content().get("fields", {}).get("quorum", "")) if sealed.intact else ""
