"""The record of the meeting that was read last: as long as it only grows, only what is new is read."""

from __future__ import annotations

from peewee import fn

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store import log_reading, meetings, outcome_reading, rows
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import MeetingRow, OutcomeRow
from tui_minutes.store.written import Moment, Written

_GROWING = ("entry", "outcome", "outcome_person")
"""A line that is taken down is added to these, and changes nothing else of the record."""

_OTHERS = (
    "meeting", "series", "person", "participant", "attendance", "agenda_item", "span", "revision",
    "confirmation", "objection", "amendment", "seal", "sealed_record", "vote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Kept:
    """A record as it was at a moment, the key of its meeting, and that of its last outcome."""

    record: MeetingRecord
    at: Moment
    meeting: int
    outcome: int


class KeptRecord:
    """Keeps one record. Read within a snapshot; not where something is written that may be taken back."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._kept: _Kept | None = None

    def read(self, meeting_uid: str) -> MeetingRecord:
        """The whole of one meeting; the same object where nothing has changed. Refused("not_found")."""
        kept, now = self._kept, self._written.moment(_OTHERS, _GROWING)
        if kept is None or kept.record.meeting.uid != meeting_uid or not now.has_only_grown(kept.at):
            kept = _whole(meeting_uid, now)
        elif now.added != kept.at.added:
            kept = _grown(kept, now) or _whole(meeting_uid, now)
        self._kept = kept
        return kept.record


def _whole(meeting_uid: str, now: Moment) -> _Kept:
    meeting = rows.row(MeetingRow, meeting_uid).id
    return _Kept(meetings.record(meeting_uid), now, meeting, _LAST_OUTCOME.value(meeting) or 0)


def _grown(kept: _Kept, now: Moment) -> _Kept | None:
    """With what was added; None when it says something new of what was there before."""
    entries, made_some = kept.record.entries, now.added[1:] != kept.at.added[1:]
    said = log_reading.after(kept.meeting, entries[-1].seq if entries else 0)
    outcomes = outcome_reading.after(kept.meeting, kept.outcome) if made_some else ()
    if not {one.entry_uid for one in outcomes} <= {one.uid for one in said}:
        return None
    last = (_LAST_OUTCOME.value(kept.meeting) or 0) if outcomes else kept.outcome
    return _Kept(kept.record.grown(said, outcomes), now, kept.meeting, last)


_LAST_OUTCOME = Prepared(
    OutcomeRow, lambda meeting: OutcomeRow.select(fn.MAX(OutcomeRow.id)).where(OutcomeRow.meeting == meeting)
)
