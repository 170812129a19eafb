"""The record of the meeting that was read last: as long as it only grows, only what is new is read."""

from __future__ import annotations

from typing import Any

from peewee import fn

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store import log_reading, meetings, outcome_reading, rows
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, OutcomeRow
from tui_minutes.store.written import Moment, Written

_GROWING = ("entry", "outcome", "outcome_person")
"""A line that is taken down is added to these, and changes nothing else of the record."""

_OTHERS = (
    "meeting", "series", "person", "participant", "attendance", "agenda_item", "span", "revision",
    "confirmation", "objection", "amendment", "seal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Kept:
    """A record as it was at a moment, with the last keys of its tables and the uids of its items by key."""

    record: MeetingRecord
    at: Moment
    meeting: int
    items: dict[int | None, str]
    entry: int
    outcome: int


class KeptRecord:
    """Keeps one record. Read within a snapshot; not where something is written that may be taken back."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._kept: _Kept | None = None

    def read(self, meeting_uid: str) -> MeetingRecord:
        """The whole of one meeting; the same object where nothing has changed. Refused("not_found")."""
        kept, now = self._kept, self._written.now(_OTHERS, _GROWING)
        if kept is None or kept.record.meeting.uid != meeting_uid or not now.has_only_grown(kept.at):
            kept = _whole(meeting_uid, now)
        elif now.added != kept.at.added:
            kept = _grown(kept, now) or _whole(meeting_uid, now)
        self._kept = kept
        return kept.record


def _whole(meeting_uid: str, now: Moment) -> _Kept:
    record, row = meetings.record(meeting_uid), rows.row(MeetingRow, meeting_uid)
    return _Kept(record, now, row.id, rows.uids(AgendaRow, row), _last(EntryRow), _last(OutcomeRow))


def _grown(kept: _Kept, now: Moment) -> _Kept | None:
    """With what was added; None when it says something new of what was there before."""
    added = [after - before for after, before in zip(now.added, kept.at.added, strict=True)]
    said, made = EntryRow.meeting == kept.meeting, OutcomeRow.meeting == kept.meeting
    entries = log_reading.entries(said & (EntryRow.id > kept.entry), kept.items) if added[0] else ()
    outcomes = tuple(outcome_reading.those(made & (OutcomeRow.id > kept.outcome))) if any(added[1:]) else ()
    if not {outcome.entry_uid for outcome in outcomes} <= {entry.uid for entry in entries}:
        return None
    record = kept.record.grown(entries, outcomes)
    return _Kept(record, now, kept.meeting, kept.items, _last(EntryRow), _last(OutcomeRow))


def _last(table: Any) -> int:
    return int(table.select(fn.MAX(table.id)).scalar() or 0)
