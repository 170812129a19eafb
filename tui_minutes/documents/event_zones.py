"""The time zone of an event: calendars name it in many ways, the program in one (IANA) (B2, B8)."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_WITHIN = re.compile(r"[A-Z][A-Za-z_]+/[A-Za-z_/+-]+$")
_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?\)?$")
_QUARTERS = (0, 91, 182, 273)
"""Days after an event at which two zones are compared: summer time shows on one of them."""


def zone_named(name: str) -> str:
    """The IANA zone that a calendar calls `name`: of the system, of Windows, with a prefix, by its offset.

    "" when it is none of these.
    """
    plain = name.strip().strip('"')
    within = _WITHIN.search(plain)
    for one in (plain, within[0] if within else ""):
        if one in _known():
            return one
    return WINDOWS_TO_OLSON.get(plain, "") or _by_offset(plain)


def zone_of(name: str, calendar: Calendar, at: datetime, home: str) -> str:
    """The IANA zone for the TZID `name` in `calendar` at the local time `at`; "" when nothing says which.

    A zone that the file itself describes is found by its offsets over a year: of several the one whose city
    it names, that of `home`, else the one Windows has.
    """
    if found := zone_named(name):
        return found
    described = _described(calendar).get(name)
    if described is None:
        return ""
    if found := zone_named(str(described.get("X-LIC-LOCATION", ""))):
        return found
    own = described.to_tz()
    days = [at + timedelta(days=days) for days in _QUARTERS]
    wanted = [day.replace(tzinfo=own).utcoffset() for day in days]
    for zone in (*_cities_in(name), home, *_canonical()):
        if [day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days] == wanted:
            return zone
    return ""


def in_zone(at: datetime, zone: str) -> datetime:
    """An instant as local time in `zone`, without offset."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def is_utc(at: datetime) -> bool:
    """Whether a time says UTC: no place's time, though every program can write it."""
    return at.tzinfo is UTC or getattr(at.tzinfo, "key", "") in ("UTC", "Etc/UTC")


@cache
def _known() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _canonical() -> Iterator[str]:
    seen = dict.fromkeys(WINDOWS_TO_OLSON.values())
    return (name for name in seen if name in _known())


def _cities_in(name: str) -> Iterator[str]:
    """The zones of the cities that a zone is called after: (UTC+01:00) Amsterdam, Berlin, Rome."""
    return (zone for zone in _canonical() if zone.rpartition("/")[2].replace("_", " ") in name)


def _by_offset(name: str) -> str:
    found = _OFFSET.match(name)
    if found is None or (found[3] or "00") != "00":
        return ""
    hours = int(found[2]) * (1 if found[1] == "-" else -1)  # the names of these zones count westward
    zone = f"Etc/GMT{hours:+d}" if hours else "UTC"
    return zone if zone in _known() else ""


def _described(calendar: Calendar) -> Mapping[str, Timezone]:
    found = (one for one in calendar.walk("VTIMEZONE") if isinstance(one, Timezone))
    return {str(one.get("TZID", "")): one for one in found}
