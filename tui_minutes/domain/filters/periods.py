"""Stretches of days as people type them in a filter: `2026-11`, 本周, `next month`, 3天前, rule 7."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tui_minutes.domain.deadlines import deadline
from tui_minutes.domain.period import months, parse_period
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import Calendar

Span = tuple[date | None, date | None]
"""The first and the last day; None is open."""

_BETWEEN = regex(r"\s*(?:\.{2,}|…+|。{2,}|~|至|到|\bto\b)\s*")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()


def span(text: str, today: date, calendar: Calendar) -> Span | None:
    """The days `text` means, counted from `today`; `a..b`, `..b` and `a..` are ranges. None for no days."""
    plain = shape(text).strip().casefold()
    parts = _BETWEEN.split(plain)
    try:
        if whole := _period(plain, today, calendar):
            return whole
        if len(parts) != 2 or not any(parts):
            return None
        begin, end = (_period(part, today, calendar) if part else (None, None) for part in parts)
    except (ValueError, OverflowError):  # month 13, or a day that no calendar has
        return None
    return (begin[0], end[1]) if begin and end else None


def _period(plain: str, today: date, calendar: Calendar) -> Span | None:
    for pattern, days in _FORMS:
        if found := pattern.fullmatch(plain):
            return days(today, *found.groups())
    if period := parse_period(plain, today):
        return period.first, period.last
    found_day = deadline(plain, today, calendar)
    return (found_day.day, found_day.day) if found_day and found_day.day else None


def _nearest_month(today: date, month: int) -> Span:
    """That month of the year in which it lies nearest, as days without a year do (rule 7)."""
    middles = (date(today.year + away, month, 15) for away in (-1, 0, 1))
    return _months(min(middles, key=lambda middle: abs(middle - today)))


def _months(day: date, away: int = 0, count: int = 1) -> Span:
    period = months(day, away, count)
    return period.first, period.last


def _named_month(today: date, name: str) -> Span:
    return _nearest_month(today, _MONTHS.index(name[:3]) + 1)


def _week(today: date, which: str) -> Span:
    """The week from Monday to Sunday: the last, this or the next one."""
    weeks = {"last": -1, "上": -1, "next": 1, "下": 1}.get(which, 0)
    monday = today + timedelta(days=-today.weekday(), weeks=weeks)
    return monday, monday + timedelta(days=6)


def _next_quarter(today: date) -> Span:
    return _months(today, 3 - (today.month - 1) % 3, 3)


def _next_year(today: date) -> Span:
    return _months(date(today.year + 1, 1, 1), 0, 12)


def _day(day: date) -> Span:
    return day, day


def _ago(today: date, number: str, unit: str) -> Span:
    return _day(today - timedelta(days=int(number) * (7 if unit[0] in "w周星" else 1)))


def _last_weekday(today: date, name: str) -> Span:
    """That day of the week before this one."""
    index = _WEEKDAYS.index(name[:3]) if name.isascii() else min("一二三四五六日天".index(name), 6)
    return _day(today + timedelta(days=index - today.weekday(), weeks=-1))


_MONTH_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY_NAME = (
    r"(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)

_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Span]], ...] = tuple(
    (regex(pattern), days)
    for pattern, days in (
        (r"(\d{1,2})月份?", lambda today, month: _nearest_month(today, int(month))),
        (_MONTH_NAME, _named_month),
        (r"(this|last|next)\s+week", _week),
        (r"([本这上下])个?(?:周|星期|礼拜)", _week),
        (r"next\s+month|下个?月", lambda today: _months(today, 1)),
        (r"next\s+quarter|下个?季度", _next_quarter),
        (r"next\s+year|明年", _next_year),
        (r"yesterday|昨[天日]", lambda today: _day(today - timedelta(days=1))),
        (r"前天", lambda today: _day(today - timedelta(days=2))),
        (r"-(\d{1,4})([dw])", _ago),
        (r"(\d{1,4})\s*(d|w|days?|weeks?)\s+ago", _ago),
        (r"(\d{1,4})个?(天|日|周|星期)[之以]?前", _ago),
        (rf"last\s+{_WEEKDAY_NAME}", _last_weekday),
        (r"上个?(?:周|星期|礼拜)([一二三四五六日天])", _last_weekday),
    )
)
