"""How a line of the log is put back into the capture line."""

from __future__ import annotations

from tui_minutes.domain.capture import Context, Kind, Reading, parse
from tui_minutes.domain.capture.compose import compose
from tui_minutes.domain.discussion import OUTCOME_KINDS, Entry
from tui_minutes.domain.outcomes import Outcome, Part
from tui_minutes.domain.record import MeetingRecord


def as_typed(record: MeetingRecord, entry: Entry, context: Context) -> str:
    """The raw line; for one that has become another kind since, a line that says what it is now."""
    if parse(entry.raw, context).kind.value == entry.kind.value:
        return entry.raw
    outcome = record.outcome(entry.outcome_uid)
    if outcome and entry.kind in OUTCOME_KINDS:
        return compose(_of_outcome(record, outcome))
    return compose(_of_entry(entry))


def _of_entry(entry: Entry) -> Reading:
    return Reading(
        entry.raw, Kind(entry.kind), entry.text, speaker=entry.speaker or None, value=entry.value or None,
        source=entry.source or None, proposer=entry.proposer or None, result=entry.result, votes=entry.votes,
        doubtful=entry.doubtful,
    )  # fmt: skip


def _of_outcome(record: MeetingRecord, outcome: Outcome) -> Reading:
    parent = record.parent(outcome)
    return Reading(
        "", Kind(outcome.kind), outcome.text, owners=outcome.owners, department=outcome.department or None,
        due=outcome.due, due_next_meeting=outcome.due_next_meeting, deliverable=outcome.deliverable or None,
        resources=outcome.resources or None, cc=outcome.names(Part.COPIED), priority=outcome.priority,
        parent=parent.number if parent else None, next=outcome.next_feedback, doubtful=outcome.doubtful,
        no_action=outcome.no_action,
    )  # fmt: skip
