"""The dates of a rhythm: `dateutil` knows the rules, the country's calendar the holidays (B8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, UTC, date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Occurrence, OnHoliday, Rhythm
from tui_minutes.domain.workdays import Calendar

FURTHEST = timedelta(days=366 * 9)
"""So far ahead is looked: the 29th of February comes again within eight years."""

FURTHEST_MOVED = timedelta(days=14)
"""No run of days off is longer: so far is a meeting moved at most."""

_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z")
_UNTIL_DAY = re.compile(r"(UNTIL=\d{8})(?=;|$)")
_END = re.compile(r";?UNTIL=(\d{8}T\d{6})")
_OFTEN_ENOUGH = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_SENSELESS = re.compile(r"INTERVAL=(?!0*[1-9]\d{0,2}(?!\d))|BYHOUR|BYMINUTE|BYSECOND|BYEASTER")
"""What makes a daily rule come many times a day or never go on, and what no calendar program knows."""

_SAME_AGAIN = 400
"""Years after which days, weekdays and leap years are the same again."""


def spelt(typed: str, first: datetime, zone: str) -> str:
    """A rule as it was typed or came in an invitation, as it is kept; an end in UTC becomes local time.

    Refused("rule_unreadable") for what is none, or comes more than once a day; Refused("rule_never") when no
    date follows from it.
    """
    rule = re.sub(r"\s", "", typed).removeprefix("RRULE:").upper().rstrip(";")
    frequency = re.search(r"FREQ=(\w+)", rule)
    if frequency is None or frequency[1] not in _OFTEN_ENOUGH or _SENSELESS.search(rule):
        raise Refused("rule_unreadable", rule=typed)
    rule = _UNTIL_DAY.sub(r"\1T235959", rule)
    try:
        rule = _UNTIL.sub(lambda found: f"UNTIL={_local(found[1], zone)}", rule)
    except (ValueError, OverflowError) as error:  # the 45th of a month, the end of the year 9999
        raise Refused("rule_unreadable", rule=typed) from error
    if next(_slots(Rhythm(rule, first, zone), first - timedelta(minutes=1)), None) is None:
        raise Refused("rule_never", rule=typed)
    return rule


def _local(instant: str, zone: str) -> str:
    at = datetime.strptime(instant, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return f"{at.astimezone(ZoneInfo(zone)):%Y%m%dT%H%M%S}"


def occurrences(rhythm: Rhythm, after: datetime, calendar: Calendar) -> Iterator[Occurrence]:
    """The dates whose slot is later than `after` (a local time in the rhythm's zone), one by one.

    One that would be moved to the day of the next, or beyond it, is left out.
    """
    slots = _slots(rhythm, after)
    slot = next(slots, None)
    while slot is not None:
        following = next(slots, None)
        holiday = slot.date() in calendar.days_off and not calendar.is_workday(slot.date())
        start = _start(slot, following, rhythm.on_holiday, calendar) if holiday else slot
        yield Occurrence(slot, start, holiday, slot.year > calendar.published_until)
        slot = following


def to_come(rhythm: Rhythm, local: datetime, calendar: Calendar) -> Iterator[Occurrence]:
    """The dates later than the local time `local`, among them those that were moved from before it."""
    for one in occurrences(rhythm, local - FURTHEST_MOVED, calendar):
        if max(one.slot, one.start or one.slot) > local:
            yield one


def _start(
    slot: datetime, following: datetime | None, on_holiday: OnHoliday, calendar: Calendar
) -> datetime | None:
    """When a meeting begins whose slot is on a holiday."""
    if on_holiday is OnHoliday.HOLD:
        return slot
    if on_holiday is OnHoliday.SKIP:
        return None
    day: date = calendar.workday_from(slot.date())
    moved = datetime.combine(day, slot.time())
    return None if following and moved.date() >= following.date() else moved


def nearest(rhythm: Rhythm, at: datetime, after: datetime | None) -> datetime | None:
    """The slot later than `after` that is nearest to `at`: what a meeting at `at` stands for."""
    best: datetime | None = None
    for slot in _slots(rhythm, after or rhythm.first - timedelta(minutes=1)):
        if best is not None and abs(slot - at) >= abs(best - at):
            break
        best = slot
    return best


def _slots(rhythm: Rhythm, after: datetime) -> Iterator[datetime]:
    """When meetings take place later than `after`, as far as is looked. Refused("rule_unreadable")."""
    from dateutil.rrule import rrule, rrulestr

    latest = max(after, rhythm.first)
    # Of the 30th of February dateutil gives up in the year 9999: from a time close to that it is soon there.
    years = (MAXYEAR - latest.year) // _SAME_AGAIN * _SAME_AGAIN
    try:
        until = [datetime.fromisoformat(end) for end in _END.findall(rhythm.rule)]
        ends = min([latest + FURTHEST, *until])
        rule = rrulestr(_END.sub("", rhythm.rule).strip(";"), dtstart=_later(rhythm.first, years))
        if not isinstance(rule, rrule):  # several rules, dates left out: not one rhythm
            raise Refused("rule_unreadable", rule=rhythm.rule)
        found = (_later(slot, -years) for slot in rule.xafter(_later(after, years)))
        for slot in takewhile(lambda slot: slot <= ends, found):
            if slot.date() not in rhythm.without:
                yield slot
    except (ValueError, TypeError, AttributeError, IndexError) as error:
        raise Refused("rule_unreadable", rule=rhythm.rule) from error


def _later(at: datetime, years: int) -> datetime:
    return at.replace(year=at.year + years)
