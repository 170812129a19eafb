"""A line becomes a line of the log, with all that follows from it, within the caller's transaction (D3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tui_minutes.domain.capture import Kind, Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import OUTCOME_KINDS, EntryKind, MotionResult
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.voting import Poll
from tui_minutes.services import continuations, outcome_making, vote_taking
from tui_minutes.services.moving import apply_reading
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store import rows
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, OutcomeRow


def take_down(
    command: Command, meeting: MeetingRow, reading: Reading, at: datetime, item: AgendaRow | None
) -> EntryRow:
    """Save a line said at `at` about `item`, with the outcome it makes or the change it asks for.

    Refused: empty_text, no_such_outcome (an update of an unknown number).
    """
    if not (reading.text.strip() or reading.kind in (Kind.CONTINUATION, Kind.UPDATE)):
        raise Refused("empty_text")
    entry = EntryRow(
        uid=rows.fresh_uid(command), meeting=meeting, seq=rows.next_seq(meeting), at=at,
        kind=EntryKind(reading.kind), typed=clean(reading.raw), item=item,
        entered_by=command.entered_by, command=command.id, **spoken(reading),
    )  # fmt: skip
    match reading.kind:
        case Kind.CONTINUATION:
            continuations.carry_on(command, entry, reading)
        case Kind.UPDATE:
            _update(command, entry, reading)
        case _:
            entry.save(force_insert=True)
            if reading.votes and entry.kind == EntryKind.MOTION:
                vote_taking.take(command, Poll(reading.votes), entry=entry)
    if entry.kind in OUTCOME_KINDS:
        outcome_making.make(command, entry, OutcomeKind(entry.kind), reading)
    return entry


def spoken(reading: Reading) -> dict[str, Any]:
    """The columns of a line from its reading."""
    votes = reading.votes
    return {
        "text": reading.text,
        "speaker": reading.speaker or "",
        "value": reading.value or "",
        "source": reading.source or "",
        "proposer": reading.proposer or "",
        "result": MotionResult(reading.result) if reading.result else None,
        "votes": [votes.for_, votes.against, votes.abstain] if votes else None,
        "doubtful": reading.doubtful,
    }


def _update(command: Command, entry: EntryRow, reading: Reading) -> None:
    found = outcome_store.by_number(reading.number or "")
    if found is None:
        raise Refused("no_such_outcome", number=reading.number)
    entry.text = entry.typed.strip()
    entry.save(force_insert=True)
    apply_reading(command, rows.row(OutcomeRow, found.uid), reading)
