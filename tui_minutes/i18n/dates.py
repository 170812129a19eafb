"""Days and times as people read them, in the language that is spoken."""

from __future__ import annotations

from datetime import date, datetime

from tui_minutes.domain.period import Period
from tui_minutes.i18n.language import current_language
from tui_minutes.i18n.translation import ntr, tr

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}


def weekday(day: date) -> str:
    """``Fri`` or ``周五``."""
    return _WEEKDAYS[current_language()][day.weekday()]


def day_long(day: date) -> str:
    """``2026-11-27 Fri`` or ``2026-11-27 周五``."""
    return f"{day:%Y-%m-%d} {weekday(day)}"


def day_short(day: date) -> str:
    """The day without its year: ``11-27 Fri`` or ``11-27 周五``."""
    return f"{day:%m-%d} {weekday(day)}"


def day_near(day: date, today: date) -> str:
    """``11-27 Fri``; a day of another year with its year instead of the weekday: ``2025-11-27``."""
    return day_short(day) if day.year == today.year else f"{day:%Y-%m-%d}"


def month_short(day: date) -> str:
    """The month of ``day`` without its year: ``Oct`` or ``10月``."""
    return f"{day.month}月" if current_language() == "zh" else _MONTHS[day.month - 1][:3]


def period_text(period: Period) -> str:
    """``October 2026``, ``Q3 2026``, ``2026`` or two days; ``2026年10月``, ``2026年第三季度``, ``2026年``."""
    first, chinese = period.first, current_language() == "zh"
    match period.months:
        case 1:
            month = f"{first.month}月" if chinese else _MONTHS[first.month - 1]
            return f"{first.year}年{month}" if chinese else f"{month} {first.year}"
        case 3 if first.month % 3 == 1:
            quarter = first.month // 3
            return f"{first.year}年第{'一二三四'[quarter]}季度" if chinese else f"Q{quarter + 1} {first.year}"
        case 12 if first.month == 1:
            return f"{first.year}年" if chinese else str(first.year)
    return f"{first.isoformat()} – {period.last.isoformat()}"


def clock(moment: datetime) -> str:
    """``14:05`` in the zone that ``moment`` is in: convert an instant to local time first."""
    return f"{moment:%H:%M}"


def from_to(start: datetime | None, end: datetime | None) -> str:
    """``14:00–14:10`` from two local times; ``from 14:00`` while the end is open; nothing without a start."""
    if start is None:
        return ""
    return f"{clock(start)}–{clock(end)}" if end else tr("from {clock}", clock=clock(start))


def minutes_text(minutes: int) -> str:
    """A length in minutes: ``15 min`` or ``15 分钟``."""
    return ntr("{n} min", "{n} min", minutes)


def relative_day(day: date, today: date) -> str:
    """How far ``day`` is from ``today``: ``tomorrow``, ``3 days ago``; ``明天``, ``3天前``."""
    away = (day - today).days
    if away == 0:
        return tr("today")
    if away == 1:
        return tr("tomorrow")
    if away == -1:
        return tr("yesterday")
    return ntr("in {n} day", "in {n} days", away) if away > 0 else ntr("{n} day ago", "{n} days ago", -away)
