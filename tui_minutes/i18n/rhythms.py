"""Rhythms and dates in words (B8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from tui_minutes.domain.rhythm import WEEKDAYS, Every, Rhythm, every_of
from tui_minutes.domain.series import When
from tui_minutes.i18n import dates
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_NTH = (mark("first"), mark("second"), mark("third"), mark("fourth"), mark("last"))
_LONGEST_MONTH = 31
_OF_WEEKS = frozenset(("FREQ", "INTERVAL", "BYDAY", "WKST"))
_MOST_DAYS = 12
"""So many days are named; of more the number is told."""


def rhythm_text(rhythm: Rhythm) -> str:
    """`every Thu 14:00, until 2027-03-31 Wed`, `the third Thu of the month, 14:00, 6 times`."""
    parts = dict(part.split("=", 1) for part in rhythm.rule.split(";"))
    until, times = parts.pop("UNTIL", ""), parts.pop("COUNT", "")
    said = _often(parts, rhythm.first)
    if until:
        said = tr("{said}, until {day}", said=said, day=dates.day_long(date.fromisoformat(until[:8])))
    return ntr("{said}, {n} time", "{said}, {n} times", int(times), said=said) if times else said


def _often(parts: Mapping[str, str], first: datetime) -> str:
    """How often, and at which time; a rule of its own that is not by the week as calendars spell it."""
    rule, clock = ";".join(f"{name}={value}" for name, value in parts.items()), dates.clock(first)
    day = dates.weekday(first)
    match every_of(rule, first):
        case Every.WEEK:
            return tr("every {day} {clock}", day=day, clock=clock)
        case Every.FORTNIGHT:
            return tr("every second {day} {clock}", day=day, clock=clock)
        case Every.MONTH_WEEKDAY:
            nth = tr_late(_NTH[(first.day - 1) // 7])
            return tr("the {nth} {day} of the month, {clock}", nth=nth, day=day, clock=clock)
        case Every.MONTH_DAY if first.day == _LONGEST_MONTH:
            return tr("the last day of the month, {clock}", clock=clock)
        case Every.MONTH_DAY:
            return tr("day {n} of the month, {clock}", n=first.day, clock=clock)
    return _by_the_week(parts, first) or f"{rule} {clock}"


def _by_the_week(parts: Mapping[str, str], first: datetime) -> str:
    """`every Tue, Thu 10:00`, `every day 9:00`; "" for another rule."""
    clock, weeks = dates.clock(first), int(parts.get("INTERVAL", "1"))
    if dict(parts) == {"FREQ": "DAILY"}:
        return tr("every day {clock}", clock=clock)
    codes = parts.get("BYDAY", WEEKDAYS[first.weekday()]).split(",")
    if parts["FREQ"] != "WEEKLY" or not {*parts} <= _OF_WEEKS or not {*codes} <= {*WEEKDAYS}:
        return ""
    week = [first + timedelta(days=nth - first.weekday()) for nth in range(len(WEEKDAYS))]
    day = tr(", ").join(dates.weekday(one) for one in week if WEEKDAYS[one.weekday()] in codes)
    if weeks == 1:
        return tr("every {day} {clock}", day=day, clock=clock)
    if weeks == 2:
        return tr("every second {day} {clock}", day=day, clock=clock)
    return tr("every {n} weeks on {day}, {clock}", n=weeks, day=day, clock=clock)


def days_text(days: Sequence[date]) -> str:
    """`12-03 Thu, 12-10 Thu`."""
    named = tr(", ").join(dates.day_short(day) for day in days[:_MOST_DAYS])
    more = len(days) - _MOST_DAYS
    return ntr("{days} and {n} more day", "{days} and {n} more days", more, days=named) if more > 0 else named


def when_text(when: When) -> str:
    """`2026-12-03 Thu 14:00–15:00`; that the date is open."""
    if when.start is None:
        return tr("the date is open")
    return f"{dates.day_long(when.start.date())} {dates.from_to(when.start, when.end)}"
