"""What the capture line may know when it reads: a context made from the meeting and the directory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.domain.capture import Context, Kind
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import Calendar
from tui_minutes.store.directory import KnownPerson

SPOKEN = (EntryKind.POINT, EntryKind.DISAGREEMENT)


def context(
    record: MeetingRecord, directory: Iterable[KnownPerson], day: date, calendar: Calendar
) -> Context:
    """The context of a line typed in this meeting on `day`: who may be meant, who spoke last."""
    meeting = record.meeting
    said = [entry for entry in record.entries if not entry.withdrawn and entry.kind is not EntryKind.EVENT]
    last = next((e for e in reversed(said) if e.kind not in (EntryKind.CONTINUATION, EntryKind.UPDATE)), None)
    speakers = [entry.speaker for entry in said if entry.kind in SPOKEN and entry.speaker]
    made = record.outcome(last.outcome_uid) if last else None
    return Context(
        day=day,
        people=people(record, directory),
        calendar=calendar,
        last_speaker=speakers[-1] if speakers else None,
        last_kind=Kind(last.kind) if last else None,
        last_number=made.number if made else None,
        next_meeting=meeting.next_start.date() if meeting.next_start else None,
    )


def people(record: MeetingRecord, directory: Iterable[KnownPerson]) -> People:
    """The participants, and behind them everyone known who is not one of them."""
    there = {person.person_uid for person in record.people}
    return People(
        [
            Person(p.name, p.department, p.title, p.aliases, p.readings, _present(p), p.uid)
            for p in record.people
        ],
        departments=(person.department for person in directory if person.uid not in there),
    )


def _present(person: Participant) -> bool | None:
    """Whether someone is in the room; None before they were marked."""
    return None if person.state is Attendance.UNMARKED else person.here


def directory_people(directory: Iterable[KnownPerson]) -> People:
    """The directory alone, for the lines of the tracker."""
    return People(
        Person(p.name, p.department, p.title, p.aliases, p.readings, None, p.uid) for p in directory
    )
