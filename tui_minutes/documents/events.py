"""The events in a calendar file, with the quirks of Outlook, Google, Feishu, DingTalk and Tencent (B8)."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event
from icalendar.error import GloballyUniqueTZIDGuessed

from tui_minutes.documents.calendar_text import content_lines, unquoted, wrong
from tui_minutes.documents.event_people import guests, organizer, rooms
from tui_minutes.documents.event_zones import in_zone, is_utc, zone_named, zone_of
from tui_minutes.documents.html_lines import is_html, lines_of
from tui_minutes.domain.inviting.event import CalendarEvent, Repetition
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.moments import is_plausible
from tui_minutes.domain.text import clean, clean_block
from tui_minutes.i18n import tr

MOST_EVENTS = 200
"""More are a whole calendar, no invitation."""

MORNING = time(9)
"""When something that takes a whole day begins, until somebody says when."""

_OWN = "-//tui-minutes//"
_LINKS = ("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "CONFERENCE", "X-MEETING-URL", "URL")
_LONGEST_TITLE, _LONGEST_NAME, _LONGEST_TEXT, _LONGEST_UID = 300, 80, 50_000, 400


def read(data: bytes, file: str, home: str) -> list[CalendarEvent]:
    """The events in `data`; times that name no zone of their own are in `home`.

    Refused("invitation_wrong") with the file, the part and what is wrong, for a broken file, an answer to an
    invitation, or one without events.
    """
    text = content_lines(data, file)
    try:
        with warnings.catch_warnings(action="ignore", category=GloballyUniqueTZIDGuessed):
            calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise wrong(file, tr("the file"), _unreadable(str(error))) from error
    found = [
        (calendar, event)
        for calendar in calendars
        for event in calendar.walk("VEVENT")
        if isinstance(event, Event)
    ]
    if not found:
        raise wrong(file, tr("the file"), tr("there is no event in it"))
    if len(found) > MOST_EVENTS:
        raise wrong(file, tr("the file"), tr("there are more than {most} events in it", most=MOST_EVENTS))
    return [
        _Reading(file, calendar, event, nth, home).read() for nth, (calendar, event) in enumerate(found, 1)
    ]


def _unreadable(reason: str) -> str:
    """What the calendar library says of it, in English, behind our own words."""
    return tr("it cannot be read: {reason}", reason=clean(reason)[:120])


class _Reading:
    """One event of a file; `nth` is its place, by which a refusal names it."""

    def __init__(self, file: str, calendar: Calendar, event: Event, nth: int, home: str) -> None:
        self._file, self._calendar, self._event, self._nth = file, calendar, event, nth
        self._home = zone_named(str(calendar.get("X-WR-TIMEZONE", ""))) or home
        self._method = str(calendar.get("METHOD", "")).upper()

    def read(self) -> CalendarEvent:
        event = self._event
        if self._method in ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"):
            raise wrong(self._file, tr("the file"), tr("it is an answer to an invitation, not an invitation"))
        for name, reason in event.errors:
            if name in ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"):
                raise self._wrong(str(name), _unreadable(reason))
        begin = self._value("DTSTART")
        if begin is None:
            raise self._wrong("DTSTART", tr("it does not say when it begins"))
        zone = self._zone(begin)
        start = self._local(begin, zone)
        title = self._text("SUMMARY")[:_LONGEST_TITLE]
        description = self._description()
        return CalendarEvent(
            uid=self._uid(title, start), title=title, zone=zone, start=start, end=self._end(start, zone),
            whole_day=not isinstance(begin.dt, datetime), occurrence=self._occurrence(zone),
            sequence=self._sequence(), stamp=self._stamp(), place=self._place(), link=self._link(),
            description=description, organizer=organizer(event), guests=guests(event),
            repetition=self._repetition(zone), called_off=self._is_off(), level=self._level(),
            files=tuple(self._files()),
        )  # fmt: skip

    def _wrong(self, name: str, what: str) -> Exception:
        where = tr(
            "event {nth} ({title}), {name}", nth=self._nth, title=self._text("SUMMARY")[:40], name=name
        )
        return wrong(self._file, where, what)

    def _value(self, name: str) -> Any:  # noqa: ANN401 - icalendar's own kinds of values
        """The property `name`; the first where it stands there more than once, which it must not."""
        value = self._event.get(name)
        return value[0] if isinstance(value, list) else value

    def _values(self, name: str) -> list[Any]:
        value = self._event.get(name, [])
        return value if isinstance(value, list) else [value]

    def _text(self, name: str) -> str:
        value = self._value(name)
        return clean(unquoted(str(value))).strip() if value is not None else ""

    def _texts(self, name: str) -> list[str]:
        return [clean(str(value)).strip() for value in self._values(name)]

    def _zone(self, value: Any) -> str:  # noqa: ANN401
        """The zone of the event: the one its start names; that of the reader where it names none."""
        at, name = value.dt, str(value.params.get("TZID", ""))
        if not isinstance(at, datetime) or is_utc(at) or not (name or at.tzinfo):
            return self._home
        zone = zone_of(name, self._calendar, at.replace(tzinfo=None), self._home)
        if not zone:
            raise self._wrong("DTSTART", tr("the time zone “{name}” is not known", name=clean(name)))
        return zone

    def _local(self, value: Any, zone: str) -> datetime:  # noqa: ANN401
        """A time of the event in its zone; a day as its morning."""
        at: date = value.dt
        if not isinstance(at, datetime):
            found = datetime.combine(at, MORNING)
        elif at.tzinfo is None:
            found = at
        else:
            found = in_zone(at, zone)
        if not is_plausible(found):
            raise self._wrong("DTSTART", tr("the year {year} is a slip", year=found.year))
        return found.replace(second=0, microsecond=0)

    def _end(self, start: datetime, zone: str) -> datetime | None:
        end, duration = self._value("DTEND"), self._value("DURATION")
        if end is not None and isinstance(end.dt, datetime):
            at = self._local(end, zone)
        elif duration is not None and isinstance(duration.dt, timedelta):
            at = start + duration.dt
        else:
            return None
        return at if at > start else None

    def _occurrence(self, zone: str) -> datetime | None:
        value = self._value("RECURRENCE-ID")
        return self._local(value, zone) if value is not None else None

    def _repetition(self, zone: str) -> Repetition:
        rule = self._value("RRULE")
        skipped, added = (tuple(self._dates(name, zone)) for name in ("EXDATE", "RDATE"))
        return Repetition(rule.to_ical().decode() if rule is not None else "", skipped, added)

    def _dates(self, name: str, zone: str) -> Iterator[datetime]:
        for value in self._values(name):
            for one in value.dts:
                if not isinstance(one.dt, tuple):  # a period: no invitation has one
                    yield self._local(one, zone)

    def _uid(self, title: str, start: datetime) -> str:
        """The uid; one made of what the event is where the file has none, or no reasonable one."""
        uid = self._text("UID")
        if uid and len(uid) <= _LONGEST_UID:
            return uid
        words = uid or f"{title} {start} {self._event.get('ORGANIZER', '')}"
        return hashlib.sha256(words.encode()).hexdigest()

    def _sequence(self) -> int:
        try:
            return int(self._value("SEQUENCE") or 0)
        except (TypeError, ValueError):
            return 0

    def _stamp(self) -> str:
        """When this word about the event was given, as text that sorts; "" when the file does not say."""
        for name in ("LAST-MODIFIED", "DTSTAMP"):
            at = getattr(self._value(name), "dt", None)
            if isinstance(at, datetime):
                return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
        return ""

    def _place(self) -> str:
        """Where it is: what the file says, and the rooms that are invited."""
        said = self._text("LOCATION")
        return "; ".join([said, *(room for room in rooms(self._event) if room not in said)]).strip("; ")

    def _link(self) -> str:
        found = (text for name in _LINKS for text in self._texts(name) if text.startswith("http"))
        return next(found, "")

    def _files(self) -> Iterator[tuple[str, str]]:
        """What is attached as a link; by its file name, or the end of the link."""
        for value in self._values("ATTACH"):
            link = clean(str(value)).strip()
            if link.startswith(("http://", "https://")):
                named = value.params.get("FILENAME") or link.rstrip("/").rpartition("/")[2] or link
                yield clean(str(named))[:_LONGEST_NAME].strip(), link

    def _description(self) -> str:
        """The description in lines; of one that is only there as HTML, its text."""
        plain = unquoted(str(self._value("DESCRIPTION") or ""))
        rich = str(self._value("X-ALT-DESC") or "")
        if is_html(plain):
            plain = lines_of(plain.replace("\n", "<br>"))  # Google writes its own words below without tags
        elif not plain.strip() and rich:
            plain = lines_of(rich)
        return clean_block(plain[:_LONGEST_TEXT]).strip("\n")

    def _is_off(self) -> bool:
        return self._method == "CANCEL" or self._text("STATUS").upper() == "CANCELLED"

    def _level(self) -> Level:
        """What CLASS says; our own invitations say the level by it (documents.invitation)."""
        said = self._text("CLASS").upper()
        if str(self._calendar.get("PRODID", "")).startswith(_OWN):
            return {"PUBLIC": Level.PUBLIC, "CONFIDENTIAL": Level.CONFIDENTIAL}.get(said, Level.INTERNAL)
        return Level.CONFIDENTIAL if said in ("PRIVATE", "CONFIDENTIAL") else Level.INTERNAL
