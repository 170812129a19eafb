"""The log: taking down lines, and correcting, moving, converting or withdrawing any of them (D3, D8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from tui_minutes.domain.capture import Kind, Reading
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import OUTCOME_KINDS, Entry, EntryKind, MotionResult, split_speaker
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.voting import Poll
from tui_minutes.services import continuations, outcome_changes, outcome_making, vote_taking
from tui_minutes.services.attendance import let_in
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import current_item
from tui_minutes.services.phases import unsealed
from tui_minutes.services.taking_down import spoken, take_down
from tui_minutes.services.withdrawal import restore_entry, withdraw_entry
from tui_minutes.store import meetings, revisions, rows
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, EntryRow


@commanded
def record_line(
    store: Store,
    command: Command,
    meeting_uid: str,
    reading: Reading,
    at: datetime | None = None,
    item_uid: str | None = None,
) -> Entry:
    """Take down a line, said at `at` (now when None), of the item on the table or of `item_uid`.

    Refused("no_such_outcome") for an update of an unknown number.
    """
    meeting = unsealed(meeting_uid)
    item = rows.row(AgendaRow, item_uid) if item_uid else current_item(meeting)
    return meetings.entry(take_down(command, meeting, reading, at or command.at, item).uid)


@commanded
def record_lines(
    store: Store, command: Command, meeting_uid: str, readings: Sequence[Reading]
) -> list[Entry]:
    """Take down the lines of a paste, all of them or none."""
    meeting = unsealed(meeting_uid)
    item = current_item(meeting)
    made = [
        take_down(command.part(nth), meeting, reading, command.at, item)
        for nth, reading in enumerate(readings, start=1)
    ]
    return [meetings.entry(entry.uid) for entry in made]


@commanded
def say_anew(store: Store, command: Command, entry_uid: str, reading: Reading) -> Entry:
    """Take back an update or a continuation with what it did, and take down `reading` in its place."""
    entry = _entry(entry_uid)
    withdraw_entry(command, entry)
    return meetings.entry(take_down(command.part(1), entry.meeting, reading, command.at, entry.item).uid)


@commanded
def edit(
    store: Store, command: Command, entry_uid: str, reading: Reading, before: Reading | None = None
) -> None:
    """Correct a line: `reading` is the line retyped, `before` the reading of what it said.

    Only what differs between the two changes the line's outcome: what was mended elsewhere stays.
    A line retyped as another kind is converted.
    """
    entry = _entry(entry_uid)
    if reading.kind not in (entry.kind, Kind.CONTINUATION):
        _convert(command, entry, reading)
        return
    if not reading.text.strip():
        raise Refused("empty_text")
    fields = spoken(reading)
    if before is not None and entry.kind == EntryKind.MOTION:  # what was voted meanwhile stays
        for name in ("votes", "result"):
            if getattr(before, name) == getattr(reading, name):
                del fields[name]
    voted = "votes" in fields and fields["votes"] != entry.votes
    revisions.revise(command, entry, "edit", {**fields, "typed": clean(reading.raw)})
    if voted:
        vote_taking.take(command, Poll(reading.votes) if reading.votes else None, entry=entry)
    row = rows.outcome_of(entry)
    if row is not None and entry.kind in OUTCOME_KINDS:
        old = outcome_changes.changes_of(before) if before else {}
        new = outcome_changes.changes_of(reading)
        differing = {name: new.get(name) for name in old | new if old.get(name) != new.get(name)}
        outcome_changes.change(
            command, row, {name: _emptied(name, value) for name, value in differing.items()}
        )


_EMPTY: dict[str, Any] = {
    "owners": (),
    "cc": (),
    "no_action": False,
    "doubtful": False,
    "due_next_meeting": False,
}
_NULLABLE = ("due", "next_feedback", "priority", "parent", "votes")


def _emptied(name: str, value: Any) -> Any:  # noqa: ANN401 - a column's value
    """What a field becomes when the retyped line no longer names it."""
    if value is not None or name in _NULLABLE:
        return value
    return _EMPTY.get(name, "")


@commanded
def convert(store: Store, command: Command, entry_uid: str, reading: Reading) -> None:
    """Make a line another kind (`reading`: the line read as that); an old number leads to the new."""
    _convert(command, _entry(entry_uid), reading)


def _convert(command: Command, entry: EntryRow, reading: Reading) -> None:
    if reading.kind in (Kind.CONTINUATION, Kind.UPDATE, Kind.COMMAND) or entry.kind == EntryKind.UPDATE:
        raise Refused("cannot_convert")
    old = rows.outcome_of(entry) if entry.kind in OUTCOME_KINDS else None
    if not reading.text.strip():
        raise Refused("empty_text")
    kind = EntryKind(reading.kind)
    if kind in OUTCOME_KINDS:
        unsealed(entry.meeting.uid)
    fields = {name: value for name, value in spoken(reading).items() if value or name == "text"}
    revisions.revise(command, entry, "convert", {**fields, "kind": kind, "continues": None})
    if kind in OUTCOME_KINDS:
        new = outcome_making.make(command, entry, OutcomeKind(kind), reading)
        if old is not None:
            continuations.inherit(command, old, new)
    elif old is not None:
        continuations.retire(command, old)


@commanded
def move(store: Store, command: Command, entry_uid: str, item_uid: str) -> None:
    """Move a line, and the outcome it made, to another agenda item."""
    entry, item = _entry(entry_uid), rows.row(AgendaRow, item_uid)
    revisions.revise(command, entry, "move", {"item": item})
    row = rows.outcome_of(entry)
    if row is not None:
        outcome_store.write(command, row, {"item": item})


@commanded
def withdraw(store: Store, command: Command, entry_uid: str) -> None:
    """Take a line back; what it changed is changed back, and all of it stays on record."""
    withdraw_entry(command, _entry(entry_uid))


@commanded
def restore(store: Store, command: Command, entry_uid: str) -> None:
    """Bring a withdrawn line back."""
    restore_entry(command, _entry(entry_uid))


@commanded
def set_doubtful(store: Store, command: Command, entry_uid: str, doubtful: bool) -> None:
    """Mark a line as to be cleared up, or as cleared up: an outcome's too, until the chair approves (D8)."""
    entry = _tidy(entry_uid)
    revisions.revise(command, entry, "doubt" if doubtful else "clear", {"doubtful": doubtful})
    row = rows.outcome_of(entry)
    if row is not None:
        outcome_changes.change(command, row, {"doubtful": doubtful})


@commanded
def pass_motion(store: Store, command: Command, entry_uid: str, reading: Reading) -> Outcome:
    """A motion has passed: it becomes a decision of its item, its words read as one, and says so (D2)."""
    motion = _entry(entry_uid)
    unsealed(motion.meeting.uid)
    if motion.kind != EntryKind.MOTION:
        raise Refused("no_motion")
    if motion.result != MotionResult.PASSED:
        revisions.revise(command, motion, "edit", {"result": MotionResult.PASSED})
    decided = replace(reading, raw=motion.typed)
    entry = take_down(command, motion.meeting, decided, command.at, motion.item)
    made = rows.outcome_of(entry)
    if made is not None:
        vote_taking.hand_on(motion, made)
    found = outcome_store.find(made.uid) if made else None
    if found is None:
        raise Refused("not_found", number=motion.text)
    return found


@commanded
def walk_in_point(store: Store, command: Command, entry_uid: str) -> None:
    """A note such as `何平：…` becomes a point by 何平, who is let in when not yet there (rule 4)."""
    entry = _entry(entry_uid)
    name, text = split_speaker(entry.text)
    if not (name and text):
        raise Refused("no_speaker")
    if all(person.name != name for person in rows.people(entry.meeting)):
        let_in(command, unsealed(entry.meeting.uid), name)
    revisions.revise(command, entry, "convert", {"kind": EntryKind.POINT, "speaker": name, "text": text})


def _entry(entry_uid: str) -> EntryRow:
    """A line that may still be changed: an outcome's only until the room's seal, others as `_tidy` says."""
    entry = _tidy(entry_uid)
    changed = entry.continues or entry
    if changed.kind in (*OUTCOME_KINDS, EntryKind.UPDATE):
        unsealed(entry.meeting.uid)
    return entry


def _tidy(entry_uid: str) -> EntryRow:
    """A line that may still be tidied: until the chair approves."""
    entry = rows.row(EntryRow, entry_uid)
    if entry.meeting.phase in (Phase.APPROVED, Phase.CANCELLED):
        raise Refused("sealed", number=entry.meeting.number)
    return entry
