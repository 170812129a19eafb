"""A meeting as a calendar invitation, for any calendar program (B6)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress

from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.meeting import Level, Phase, is_hidden
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean, clean_block


def invitation(record: MeetingRecord, notice: str, at: datetime) -> bytes:
    """The meeting as an .ics file made at the instant `at`, its agenda and all else in the words of `notice`.

    Taken in again it takes the place of what was there; a meeting called off is cancelled in the calendar.
    Refused("invitation_needs_time") while its start or its end is not fixed.
    """
    meeting = record.meeting
    if meeting.planned_start is None or meeting.planned_end is None:
        raise Refused("invitation_needs_time", number=meeting.number)
    zone = ZoneInfo(meeting.zone)
    off = meeting.phase is Phase.CANCELLED
    event = Event()
    event.add("uid", f"{meeting.uid}@tui-minutes")
    event.add("dtstamp", at)
    event.add("sequence", meeting.version)
    event.add("dtstart", meeting.planned_start.replace(tzinfo=zone))
    event.add("dtend", meeting.planned_end.replace(tzinfo=zone))
    event.add("summary", clean(meeting.title))
    event.add("description", clean_block(notice))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("class", _class(meeting.level))
    if meeting.place:
        event.add("location", clean(meeting.place))
    _add_people(event, record)
    calendar = Calendar()
    calendar.add("prodid", "-//tui-minutes//invitation//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if off else "REQUEST")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _class(level: Level) -> str:
    if is_hidden(level):
        return "CONFIDENTIAL"
    return "PUBLIC" if level is Level.PUBLIC else "PRIVATE"


def _add_people(event: Event, record: MeetingRecord) -> None:
    """Who calls the meeting, and who is asked; calendars know people by their addresses only."""
    called_by = _with(record, Role.CONVENER) or _with(record, Role.CHAIR) or _with(record, Role.RECORDER)
    if called_by:
        event["organizer"] = _address(called_by)
    for person in record.people:
        if person.email:
            address = _address(person)
            address.params["ROLE"] = "OPT-PARTICIPANT" if person.is_observer else "REQ-PARTICIPANT"
            address.params["PARTSTAT"] = "NEEDS-ACTION"
            address.params["RSVP"] = "TRUE"
            event.add("attendee", address, encode=False)


def _with(record: MeetingRecord, role: Role) -> Participant | None:
    return next((one for one in record.people if role in one.roles and one.email), None)


def _address(person: Participant) -> vCalAddress:
    address = vCalAddress(f"mailto:{clean(person.email)}")
    address.params["CN"] = clean(person.name)
    return address
