"""When the meetings of a series take place: a rule of the calendar, and what happens on a day off (B8)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""As calendars spell them, Monday first."""

_SURE = 28
"""Every month has so many days."""


class OnHoliday(StrEnum):
    """What becomes of a meeting whose day is a holiday: left out, on the next working day, or held."""

    SKIP = "skip"
    MOVE = "move"
    HOLD = "hold"


class Every(StrEnum):
    """The usual rhythms; `own` is any other rule, `never` none."""

    NEVER = ""
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH_WEEKDAY = "month_weekday"
    MONTH_DAY = "month_day"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A `rule` spelt as in calendars (RFC 5545), counted from `first`, a local time in the IANA `zone`.

    The time on the wall stays the same through daylight saving. Each meeting lasts `minutes`; on the days
    `without` there is none, whatever the rule says.
    """

    rule: str
    first: datetime
    zone: str
    minutes: int = 60
    on_holiday: OnHoliday = OnHoliday.MOVE
    without: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date of a rhythm: its `slot` by the rule, and when the meeting begins, None where it is left out.

    `holiday` says that the slot is on one; `provisional` that the days off of its year are not decreed yet.
    """

    slot: datetime
    start: datetime | None
    holiday: bool = False
    provisional: bool = False


def rule_of(every: Every, first: datetime) -> str:
    """The rule of a usual rhythm that begins on `first`; "" for none, and for one of its own.

    The fifth Thursday of a month is its last; where a month has no 31st, its last day is meant.
    """
    weekday = WEEKDAYS[first.weekday()]
    match every:
        case Every.WEEK:
            return f"FREQ=WEEKLY;BYDAY={weekday}"
        case Every.FORTNIGHT:
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}"
        case Every.MONTH_WEEKDAY:
            nth = (first.day - 1) // 7 + 1
            return f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{weekday}"
        case Every.MONTH_DAY if first.day <= _SURE:
            return f"FREQ=MONTHLY;BYMONTHDAY={first.day}"
        case Every.MONTH_DAY:
            days = ",".join(str(day) for day in range(_SURE, first.day + 1))
            return f"FREQ=MONTHLY;BYMONTHDAY={days};BYSETPOS=-1"
    return ""


def every_of(rule: str, first: datetime | None) -> Every:
    """Which of the usual rhythms `rule` is, counted from `first`."""
    if not rule or first is None:
        return Every.NEVER
    return next((one for one in Every if rule_of(one, first) == rule), Every.OWN)
