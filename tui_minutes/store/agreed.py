"""The outcomes of a meeting as the room agreed to them, read back from its seal (E5)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui_minutes.domain.outcomes import Outcome, OutcomePerson, Part, Priority, Status
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.sealing import SealKind
from tui_minutes.domain.verification import SealedRecord
from tui_minutes.store import meetings
from tui_minutes.store.tables import MeetingRow, OutcomeRow, SealedRow, SealRow

_DAYS = ("due", "original_due", "next_feedback", "done_on")
_TEXTS = ("text", "department", "deliverable", "resources", "result", "remark")


def agreed_record(meeting_uid: str) -> MeetingRecord:
    """A meeting as its minutes tell it: the ledger goes on, the minutes keep what was agreed that day."""
    record = meetings.record(meeting_uid)
    sealed = _sealed_outcomes(meeting_uid, SealKind.ROOM)
    approved = _sealed_outcomes(meeting_uid, SealKind.CHAIR)
    ended = record.meeting.ended_at if sealed else None
    agreed = (
        _as_sealed(one, sealed.get(one.uid), approved.get(one.uid))
        for one in record.outcomes
        if ended is None or one.created_at is None or one.created_at <= ended  # not what was split since
    )
    return replace(record, outcomes=tuple(agreed))


def _sealed_outcomes(meeting_uid: str, kind: SealKind) -> dict[str, dict[str, Any]]:
    """The fields of each outcome under the room's seal, by uid; bytes that were changed tell nothing."""
    query = (
        SealedRow.select(SealedRow.name, SealedRow.salt, SealedRow.body, SealedRow.leaf)
        .join(SealRow)
        .join(MeetingRow)
        .where((MeetingRow.uid == meeting_uid) & (SealRow.kind == kind))
    )
    stored = (SealedRecord(0, one.name, one.salt or b"", one.body or b"", one.leaf) for one in query)
    contents = [one.content() for one in stored if one.intact]
    return {one["uid"]: one["fields"] for one in contents if one.get("table") == "outcome"}


def _as_sealed(outcome: Outcome, fields: dict[str, Any] | None, approved: dict[str, Any] | None) -> Outcome:
    """`outcome` with the `fields` the room sealed; as it is when no seal has it.

    A doubt may be cleared up until the chair approves, so this field is as the chair sealed it.
    """
    if fields is None:
        return outcome
    days = {name: getattr(OutcomeRow, name).python_value(fields[name]) for name in _DAYS}
    return replace(
        outcome,
        **{name: fields[name] for name in _TEXTS},
        **days,
        due_next_meeting=bool(fields["due_next_meeting"]),
        no_action=bool(fields["no_action"]),
        doubtful=bool(approved["doubtful"]) if approved else outcome.doubtful,
        withdrawn=bool(fields["withdrawn"]),
        becomes=fields["becomes"],
        parent_uid=fields["parent"],
        priority=Priority(fields["priority"]) if fields["priority"] else None,
        status=Status(fields["status"]),
        people=tuple(
            OutcomePerson(Part(part), name, department, person)
            for part, name, department, person, *_ in fields["people"]
        ),
    )
