"""The dates of a rhythm: `dateutil` knows the rules, the country's calendar the holidays (B8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Occurrence, OnHoliday, Rhythm
from tui_minutes.domain.workdays import Calendar

FURTHEST = timedelta(days=366 * 9)
"""So far ahead is looked: the 29th of February comes again within eight years."""

_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z", re.IGNORECASE)
_OFTEN_ENOUGH = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")


def spelt(typed: str, first: datetime, zone: str) -> str:
    """A rule as it was typed or came in an invitation, as it is kept; an end in UTC becomes local time.

    Refused("rule_unreadable") for what is none, or comes more than once a day; Refused("rule_never") when no
    date follows from it.
    """
    rule = re.sub(r"\s", "", typed).removeprefix("RRULE:").upper().rstrip(";")
    rule = _UNTIL.sub(lambda found: f"UNTIL={_local(found[1], zone)}", rule)
    frequency = re.search(r"FREQ=(\w+)", rule)
    if frequency is None or frequency[1] not in _OFTEN_ENOUGH:
        raise Refused("rule_unreadable", rule=typed)
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
    """What the rule gives later than `after`, as far as is looked. Refused("rule_unreadable")."""
    from dateutil.rrule import rrule, rrulestr

    try:
        rule = rrulestr(rhythm.rule, dtstart=rhythm.first)
    except (ValueError, TypeError, AttributeError) as error:
        raise Refused("rule_unreadable", rule=rhythm.rule) from error
    if not isinstance(rule, rrule):  # several rules, dates left out: not one rhythm
        raise Refused("rule_unreadable", rule=rhythm.rule)
    furthest = max(after, rhythm.first) + FURTHEST
    yield from takewhile(lambda slot: slot <= furthest, rule.xafter(after))
