"""Rhythms and dates in words (B8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui_minutes.domain.rhythm import Every, Rhythm, every_of
from tui_minutes.domain.series import When
from tui_minutes.i18n import dates
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_NTH = (mark("first"), mark("second"), mark("third"), mark("fourth"), mark("last"))
_LONGEST_MONTH = 31
_MOST_DAYS = 12
"""So many days are named; of more the number is told."""


def rhythm_text(rhythm: Rhythm) -> str:
    """`every Thu 14:00`, `every third Thu of the month 14:00`; a rule of its own as calendars spell it."""
    first, clock = rhythm.first, dates.clock(rhythm.first)
    day = dates.weekday(first)
    match every_of(rhythm.rule, first):
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
    return f"{rhythm.rule} {clock}"


def days_text(days: Sequence[date]) -> str:
    """`12-03 Thu, 12-10 Thu`."""
    named = ", ".join(dates.day_short(day) for day in days[:_MOST_DAYS])
    more = len(days) - _MOST_DAYS
    return ntr("{days} and {n} more day", "{days} and {n} more days", more, days=named) if more > 0 else named


def when_text(when: When) -> str:
    """`2026-12-03 Thu 14:00–15:00`; that the date is open."""
    if when.start is None:
        return tr("the date is open")
    return f"{dates.day_long(when.start.date())} {dates.from_to(when.start, when.end)}"
