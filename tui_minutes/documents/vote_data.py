"""Votes and the quorum of a meeting as JSON."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.plain import instant, veiled
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.quorum import presence
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.voting import Vote


def quorum_object(record: MeetingRecord) -> dict[str, Any] | None:
    """The rule, and how it stands, or stood when the meeting ended; None without a rule."""
    if not record.quorum:
        return None
    there = presence(record.quorum, record.people)
    return {
        "rule": record.quorum,
        "needed": there.needed,
        "seats": there.seats,
        "here": there.here,
        "reached": there.is_reached,
    }


def whereabouts(vote: Vote, record: MeetingRecord) -> tuple[AgendaItem | None, Level | None]:
    """The agenda item that a vote belongs to, and the level of the decision: by them it is hidden."""
    outcome = record.outcome(vote.outcome_uid)
    entry = next((one for one in record.entries if one.uid == vote.entry_uid), None)
    about = outcome or entry
    return record.item(about.item_uid if about else None), outcome.level if outcome else None


def vote_object(vote: Vote, record: MeetingRecord, zone: ZoneInfo, *, hidden: bool) -> dict[str, Any]:
    """One vote, void ones too; of one that is `hidden` only when it was and how many were there."""
    outcome = record.outcome(vote.outcome_uid)
    ballots = [{"name": ballot.name, "choice": ballot.choice} for ballot in vote.ballots]
    counts = {"for": vote.count.for_, "against": vote.count.against, "abstain": vote.count.abstain}
    return {
        "uid": vote.uid,
        "outcome": outcome.number if outcome else None,
        "seq": next((one.seq for one in record.entries if one.uid == vote.entry_uid), None),
        **veiled({**counts, "result": vote.majority, "ballots": ballots}, hidden=hidden),
        "present": vote.present,
        "needed": vote.needed,
        "at": instant(vote.at, zone),
        "by": vote.by,
        "entered_by": vote.entered_by,
        "voided_at": instant(vote.voided_at, zone),
    }
