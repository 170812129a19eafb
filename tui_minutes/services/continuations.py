"""Lines that go on with the one before, and outcomes that go on as another kind."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.capture import Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import OUTCOME_KINDS, EntryKind, MotionResult, join_text
from tui_minutes.domain.outcomes import OutcomeKind, Status
from tui_minutes.domain.voting import Poll
from tui_minutes.services import outcome_changes, vote_taking
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store import revisions, rows
from tui_minutes.store.tables import EntryRow, OutcomeRow

NOT_CONTINUED = (EntryKind.EVENT, EntryKind.UPDATE)
"""Lines that nobody goes on with."""


def carry_on(command: Command, entry: EntryRow, reading: Reading) -> None:
    """Save a continuation: more words of the same speaker, or more text and fields for an outcome or motion.

    With nothing before it, it is a note.
    """
    head = rows.last_said(entry.meeting, NOT_CONTINUED)
    while head is not None and head.continues_id is not None:
        head = head.continues
    entry.continues = head
    if head is None:
        entry.kind = EntryKind.NOTE
    else:
        entry.speaker = head.speaker
    entry.save(force_insert=True)
    if head is not None:
        _add_to(command, head, entry, reading)


def _add_to(command: Command, head: EntryRow, entry: EntryRow, reading: Reading) -> None:
    row = rows.outcome_of(head) if head.kind in OUTCOME_KINDS else None
    if row is not None:
        changes = outcome_changes.changes_of(reading)
        changes.pop("department", None)  # a helper's: the first owner's stays
        if reading.text:
            changes["text"] = join_text(row.text, reading.text)
        if reading.owners:
            loaded = outcome_store.find(row.uid)
            changes["owners"] = (*(loaded.owners if loaded else ()), *reading.owners)
        if changes:
            outcome_changes.change(
                command, row, changes, cause=reading.cause or "", remedy=reading.remedy or ""
            )
        return
    fields = _fields_for(head, reading)
    if fields:
        revisions.revise(command, head, "continue", fields, remember={"line": entry.uid})
    if "votes" in fields and reading.votes:
        vote_taking.take(command, Poll(reading.votes), entry=head)


def _fields_for(head: EntryRow, reading: Reading) -> dict[str, Any]:
    """What a continuation adds to a motion or to data; a point's further words stay in their own line."""
    votes = reading.votes
    wanted: dict[str, Any] = {}
    if head.kind == EntryKind.MOTION:
        wanted = {
            "proposer": reading.proposer,
            "result": MotionResult(reading.result) if reading.result else None,
            "votes": [votes.for_, votes.against, votes.abstain] if votes else None,
        }
    elif head.kind == EntryKind.DATA:
        wanted = {"value": reading.value, "source": reading.source}
    return {name: value for name, value in wanted.items() if value}


def inherit(command: Command, old: OutcomeRow, new: OutcomeRow) -> None:
    """`new` has taken the place of `old`: it keeps the fields and people that its own line did not name."""
    kept = {
        name: getattr(old, name)
        for name in (
            "department",
            "due",
            "due_next_meeting",
            "resources",
            "priority",
            "next_feedback",
            "deliverable",
        )
        if getattr(old, name) and not getattr(new, name) and _fits(name, new)
    }
    before, after = outcome_store.find(old.uid), outcome_store.find(new.uid)
    had = {person.part for person in after.people} if after else set()
    people = (after.people if after else ()) + tuple(
        person for person in (before.people if before else ()) if person.part not in had
    )
    outcome_store.write(command, new, kept, people)
    outcome_store.write(command, old, {"becomes": new, "status": Status.SUPERSEDED})
    vote_taking.leave(command, outcome=old)


def _fits(name: str, row: OutcomeRow) -> bool:
    return outcome_changes.ONLY.get(name, OutcomeKind(row.kind)) is OutcomeKind(row.kind)


def retire(command: Command, old: OutcomeRow) -> None:
    """A line that is no outcome any more: its outcome is withdrawn, the number is not used again."""
    outcome_store.write(command, old, {"withdrawn": True, "status": Status.CANCELLED})
    vote_taking.leave(command, outcome=old)
    outcome_changes.void_signatures(command, old)
