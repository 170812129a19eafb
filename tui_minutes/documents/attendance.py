"""Who was there, and who signed, in the minutes (C1, E3)."""

from __future__ import annotations

from tui_minutes.documents.phrases import aside, listed, moment, pair, time_of
from tui_minutes.domain.attendance import Attendance, AttendanceEvent, Movement, Participant, voters
from tui_minutes.domain.document import Facts, Grid, Section
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.quorum import course
from tui_minutes.domain.readback import signatures as valid_signatures
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.voting import rule_text


def attendance(record: MeetingRecord) -> Section:
    """Everyone who was asked or came: state, times, reason; observers come last, uncounted (C1)."""
    if not record.people:
        return Section(tr("Attendance"), ())
    columns = (tr("Name"), tr("Department"), tr("Title"), tr("Role"), tr("Attendance"))
    people = sorted(record.people, key=lambda person: person.is_observer)
    rows = tuple(
        (
            aside(person.name, tr("for {name}", name=person.substitutes) if person.substitutes else ""),
            person.department,
            person.title,
            listed(label(role) for role in person.roles),
            _state(person, record.meeting),
        )
        for person in people
    )
    asked = [person for person in people if not person.is_observer]
    count = tr("{came} of {asked}", came=sum(person.came for person in asked), asked=len(asked))
    grid = Grid(columns, rows, (16, 16, 14, 18, 36))
    facts = ((tr("Present"), count), *quorum(record))
    return Section(tr("Attendance"), (Facts(facts), grid))


def quorum(record: MeetingRecord) -> tuple[tuple[str, str], ...]:
    """The rule, how many that is, who was there at the start, and when it was lost or reached again."""
    start = record.meeting.started_at
    if not record.quorum or start is None:
        return ()
    begun, *changes = course(record.quorum, record.people, start, record.meeting.ended_at)
    needed = tr("{needed} of {seats} with a vote", needed=begun.there.needed, seats=begun.there.seats)
    steps = [tr("{here} at the start", here=begun.there.here)]
    for change in changes:
        at = {"time": time_of(record.meeting, change.at), "here": change.there.here}
        steps.append(
            tr("reached at {time} ({here})", **at)
            if change.there.is_reached
            else tr("lost at {time} ({here})", **at)
        )
    standing = "" if begun.there.is_reached else tr("not reached at the start")
    rule = aside(rule_text(record.quorum), needed)
    return ((tr("Quorum"), listed((rule, *steps, standing))),)


def who_was_there(record: MeetingRecord) -> tuple[tuple[str, str], ...]:
    """Who took part, who sat in, who was missing and why, in names; before the start nobody."""
    if record.meeting.started_at is None:
        return ()
    came = [person for person in record.people if person.came]
    missing = (person for person in record.people if not (person.came or person.is_observer))
    return (
        (tr("Attended by"), listed(person.name for person in came if not person.is_observer)),
        (tr("Sitting in"), listed(person.name for person in came if person.is_observer)),
        (tr("Missing"), listed(aside(person.name, person.reason) for person in missing)),
    )


def _state(person: Participant, meeting: Meeting) -> str:
    events = [event for event in person.events if _tells_something(event, person)]
    walked_in = tr("came unasked") if person.walk_in else ""
    times = (f"{label(event.kind)} {time_of(meeting, event.at)}" for event in events)
    return aside(label(person.state), listed((person.reason, walked_in, *times)))


def _tells_something(event: AttendanceEvent, person: Participant) -> bool:
    """Arrivals of those who were there from the start are no news."""
    return event.kind is not Movement.ARRIVED or person.state is Attendance.LATE


def signatures(record: MeetingRecord) -> Section:
    """Everyone who came and has a voice: how, when and by whose hand they signed, or not (E3)."""
    if not record.confirmations:
        return Section(tr("Sign-off"), ())
    columns = (tr("Name"), tr("Verdict"), tr("How"), tr("When"), tr("Words"))
    signed = valid_signatures(record)
    rows = []
    for person in voters(record.people):
        given = signed.get(person.uid)
        if given is None:
            rows.append((person.name, tr("not signed"), "", "", tr("left early") if person.has_left else ""))
            continue
        how = aside(label(given.way), pair(tr("entered by"), given.entered_by))
        rows.append((person.name, label(given.verdict), how, moment(record.meeting, given.at), given.words))
    return Section(tr("Sign-off"), (Grid(columns, tuple(rows), (15, 11, 33, 23, 18)),))
