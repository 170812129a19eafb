"""Where a readback stands: what is missing, what is unread, who has signed (E1, E3, E5)."""

from __future__ import annotations

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.attendance import Participant, voters
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.discussion import Entry, EntryKind, MotionResult
from tui_minutes.domain.outcomes import Hearing, Outcome, OutcomeKind, Part
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.signatures import Confirmation


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing: a code, and the number of the outcome or line, or the title of the item."""

    code: str
    subject: str
    uid: str


def outcome_gaps(outcome: Outcome, has_action: bool) -> tuple[str, ...]:
    """The codes of what `outcome` lacks; `has_action` says whether an action hangs on it (D4, D5, D6)."""
    match outcome.kind:
        case OutcomeKind.DECISION:
            lacks = {
                "no_action": not (has_action or outcome.no_action),
                "no_decider": not outcome.names(Part.DECIDER),
            }
        case OutcomeKind.ACTION:
            lacks = {
                "no_owner": not outcome.owners,
                "no_due": not (outcome.due or outcome.due_next_meeting),
                "no_deliverable": not outcome.deliverable,
            }
        case OutcomeKind.QUESTION:
            lacks = {"no_owner": not outcome.owners}
    return tuple(code for code, missing in lacks.items() if missing)


def gaps_of(record: MeetingRecord, outcome: Outcome) -> tuple[str, ...]:
    """The codes of all that `outcome` lacks in its meeting."""
    return (*outcome_gaps(outcome, bool(record.children(outcome))), *vote_gaps(record, outcome))


def vote_gaps(record: MeetingRecord, about: Outcome | Entry) -> tuple[str, ...]:
    """The codes of what a decision or a motion lacks as a vote: no_quorum, votes_exceed, not_carried.

    A decision nobody voted on was taken when it was said: then, too, the quorum had to be there.
    """
    vote = record.vote_on(about)
    if isinstance(about, Entry):
        if vote is None or vote.outcome_uid:  # it is told of the decision that it became
            return ()
        claims = about.result is MotionResult.PASSED
        return tuple(code for code in vote.cautions if claims or code != "not_carried")
    if about.kind is not OutcomeKind.DECISION or not (vote or record.quorum):
        return ()
    if vote:
        return vote.cautions
    from tui_minutes.domain.quorum import presence  # few meetings have a rule

    said = next((entry.at for entry in record.entries if entry.uid == about.entry_uid), about.created_at)
    return () if presence(record.quorum, record.people, said).is_reached else ("no_quorum",)


def gaps(record: MeetingRecord) -> tuple[Gap, ...]:
    """All that is incomplete, in the order of the minutes (E1, E5)."""
    found = [
        Gap(code, outcome.number, outcome.uid) for outcome in record.live for code in gaps_of(record, outcome)
    ]
    found += [
        Gap(code, f"#{motion.seq}", motion.uid)
        for motion in record.motions
        for code in vote_gaps(record, motion)
    ]
    lines = [entry for entry in record.entries if not entry.withdrawn]
    found += [
        Gap("no_source", f"#{e.seq}", e.uid) for e in lines if e.kind is EntryKind.DATA and not e.source
    ]
    found += [
        Gap("never_opened", item.title, item.uid)
        for item in record.agenda
        if item.goes_on and item.state is not ItemState.DEFERRED
    ]
    found += [Gap("doubtful", f"#{entry.seq}", entry.uid) for entry in lines if entry.doubtful]
    return tuple(found)


def unread(record: MeetingRecord) -> tuple[Outcome, ...]:
    """The outcomes the room has not settled: while there are any, nobody can sign (E1)."""
    return tuple(o for o in record.live if o.hearing in (Hearing.UNREAD, Hearing.NOT_AGREED))


def signatures(record: MeetingRecord) -> dict[str, Confirmation]:
    """The signatures that hold, by participant uid."""
    return {c.participant_uid: c for c in record.confirmations if c.holds}


def unsigned(record: MeetingRecord) -> tuple[Participant, ...]:
    """Who came and has not signed: those who left early among them (E3)."""
    signed = signatures(record)
    return tuple(person for person in voters(record.people) if person.uid not in signed)
