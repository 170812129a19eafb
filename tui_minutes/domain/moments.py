"""When a meeting begins and ends, as people type it: fri 14:00, 周五下午2点, 14:00, 60 min (B1)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from tui_minutes.domain.deadlines import deadline
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import Calendar

_FIRST_YEAR, _LAST_YEAR = 1990, 2199

_CLOCK = regex(
    r"(?:(?<=\d)T)?\s*(?P<part>上午|早上|中午|下午|晚上)?\s*(?<!\d)(?P<hour>\d{1,2})"
    r"(?::(?P<minute>\d{2})(?::00)?|[点时](?:(?P<half>半)|(?P<after>\d{1,2})分?)?|(?=\s*[ap]m))"
    r"\s*(?P<ampm>[ap]m)?$",
    re.IGNORECASE,
)
_LENGTH = regex(
    r"\+?\s*(?P<count>\d{1,3}(?:\.\d)?)\s*(?P<unit>min(?:utes?)?|m|分钟?|h(?:ours?)?|个?小时)?", re.IGNORECASE
)


def is_plausible(at: datetime) -> bool:
    """Whether a meeting may be at `at`: years far away are slips of the finger."""
    return _FIRST_YEAR <= at.year <= _LAST_YEAR


def moment(text: str, today: date, calendar: Calendar) -> datetime | None:
    """The local day and time that `text` means; a time alone is `today`. None when it means none."""
    plain = shape(text).strip()
    found = _CLOCK.search(plain)
    at = _time(found) if found else None
    if found is None or at is None:
        return None
    before = plain[: found.start()].strip(" ,")
    if not before:
        return datetime.combine(today, at)
    meant = deadline(before, today, calendar)
    whole = datetime.combine(meant.day, at) if meant and meant.day else None
    return whole if whole and is_plausible(whole) else None


def ending(text: str, start: datetime, calendar: Calendar) -> datetime | None:
    """The end that `text` means: a time on the day of `start`, a length (`60`, `1.5 h`), or day and time."""
    length = _LENGTH.fullmatch(shape(text).strip())
    if length is None:
        return moment(text, start.date(), calendar)
    hours = (length["unit"] or "m")[0] in "hH小个"
    return start + timedelta(minutes=float(length["count"]) * (60 if hours else 1))


def _time(found: re.Match[str]) -> time | None:
    """The time of day; None for 25:00."""
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or found["after"] or 0)
    late = found["part"] in ("下午", "晚上") or (found["ampm"] or "").lower() == "pm"
    if (late and hour < 12) or (found["part"] == "中午" and hour < 4):
        hour += 12
    elif (found["ampm"] or "").lower() == "am" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
