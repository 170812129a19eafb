"""What the capture line may know when it reads: a context made from the meeting and the directory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.domain.capture import Context, Kind
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.latest import latest
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import Calendar
from tui_minutes.store.directory import KnownPerson

SPOKEN = (EntryKind.POINT, EntryKind.DISAGREEMENT)


def context(
    record: MeetingRecord, directory: Sequence[KnownPerson], day: date, calendar: Calendar
) -> Context:
    """The context of a line typed in this meeting on `day`: who may be meant, who spoke last."""
    meeting = record.meeting
    last = next((e for e in _said(record) if e.kind not in (EntryKind.CONTINUATION, EntryKind.UPDATE)), None)
    speaker = next((e.speaker for e in _said(record) if e.kind in SPOKEN and e.speaker), None)
    made = record.outcome(last.outcome_uid) if last else None
    return Context(
        day=day,
        people=people(record.people, directory),
        calendar=calendar,
        last_speaker=speaker,
        last_kind=Kind(last.kind) if last else None,
        last_number=made.number if made else None,
        next_meeting=meeting.next_start.date() if meeting.next_start else None,
    )


def _said(record: MeetingRecord) -> Iterator[Entry]:
    """What people have said and not taken back, the last line first."""
    return (one for one in reversed(record.entries) if not one.withdrawn and one.kind is not EntryKind.EVENT)


@latest
def people(participants: Sequence[Participant], directory: Sequence[KnownPerson]) -> People:
    """The participants, and behind them everyone known who is not one of them."""
    there = {person.person_uid for person in participants}
    return People(
        [
            Person(p.name, p.department, p.title, p.aliases, p.readings, _present(p), p.uid)
            for p in participants
        ],
        departments=(person.department for person in directory if person.uid not in there),
    )


def _present(person: Participant) -> bool | None:
    """Whether someone is in the room; None before they were marked."""
    return None if person.state is Attendance.UNMARKED else person.here


@latest
def directory_people(directory: Sequence[KnownPerson]) -> People:
    """The directory alone, for the lines of the tracker."""
    return People(
        Person(p.name, p.department, p.title, p.aliases, p.readings, None, p.uid) for p in directory
    )
