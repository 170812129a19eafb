"""The forms in which people type a day, and the day each means (rule 7 of the capture line)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Today:
    """From where days are counted: the day of the meeting, its calendar, the next meeting if it is fixed."""

    day: date
    calendar: Calendar
    next_meeting: date | None = None


Parts = tuple[str, ...]
Day = tuple[date | None, bool]
"""A day (None: that of the next meeting, not fixed yet) and whether it is provisional."""

_NUMBER = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_LEFT, _RIGHT = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_WEEKDAY = (
    r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)"
)
_AFTER_OTHER = r"(?<![上下去前后明每\d一二三四五六七八九十])"
_LATER = r"(?:[之以]?内|[之以]?后(?![台端续期勤]))"
_RELATIVE = {
    **dict.fromkeys(("today", "今天", "今日"), 0),
    **dict.fromkeys(("tomorrow", "明天", "明日"), 1),
    "后天": 2,
    "大后天": 3,
}


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    digits = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "": 0}
    return (digits[tens] if tens else 1) * 10 + digits[ones] if ten else digits[word]


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _nearest(today: date, month: int, day: int) -> date:
    """The year that lies nearest; ValueError for a day that no year has."""
    found = []
    for year in range(today.year - 8, today.year + 9):  # eight years: how far apart leap days can be
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError(f"no day {month}-{day}")
    return min(found, key=lambda one: (abs(one - today), -one.toordinal()))


def _next_day_of_month(today: date, number: int) -> date:
    first = today.replace(day=1)
    for _ in range(4):  # some month of the next three has that many days
        last = monthrange(first.year, first.month)[1]
        if number <= last and first.replace(day=number) > today:
            return first.replace(day=number)
        first += timedelta(days=last)
    raise ValueError(f"no day {number} of a month")


def _weekday(today: date, index: int, weeks: int | None) -> date:
    """That day of the ISO week `weeks` from this one; without `weeks` the next such day after today."""
    if weeks is None:
        return today + timedelta(days=(index - today.weekday() - 1) % 7 + 1)
    return today + timedelta(days=index - today.weekday(), weeks=weeks)


def _weekday_chinese(now: Today, parts: Parts) -> Day:
    prefix, name = parts
    weeks = prefix.count("下") if prefix.strip("个") else None
    return _weekday(now.day, min("一二三四五六日天".index(name), 6), weeks), False


def _weekday_english(now: Today, parts: Parts) -> Day:
    weeks = {"": None, "this": 0, "next": 1}[parts[0].lower()]
    return _weekday(now.day, _WEEKDAYS.index(parts[1][:3].lower()), weeks), False


def _counted(now: Today, parts: Parts) -> Day:
    in_weeks = parts[1][:1].lower() == "w" or parts[1].endswith(("周", "星期", "礼拜"))
    return now.day + timedelta(days=_number(parts[0]) * (7 if in_weeks else 1)), False


def _end_of(now: Today, unit: str) -> Day:
    year, month = now.day.year, now.day.month
    match unit.lower()[:1]:
        case "w" | "周":
            return _weekday(now.day, 4, 0), False
        case "q" | "季":
            return _month_end(year, (month + 2) // 3 * 3), False
        case "y" | "年":
            return _month_end(year, 12), False
    return _month_end(year, month), False


def _last_of_month(now: Today, parts: Parts) -> Day:
    nearest = _nearest(now.day, int(parts[0]), 1)
    return _month_end(nearest.year, nearest.month), False


def _named_month(now: Today, month: str, day: str, year: str) -> Day:
    number = _MONTHS.index(month[:3].lower()) + 1
    return (date(int(year), number, int(day)) if year else _nearest(now.day, number, int(day))), False


FORMS: dict[str, tuple[str, Callable[[Today, Parts], Day]]] = {
    "full": (
        r"(?<![\d.])(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?![\d%])",
        lambda _now, p: (date(*map(int, p)), False),
    ),
    "chinese": (
        r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]?(?!\d)",
        lambda now, p: (_nearest(now.day, int(p[0]), int(p[1])), False),
    ),
    "last_of": (r"(?<!\d)(\d{1,2})月[底末]", _last_of_month),
    "workdays": (
        rf"{_LEFT}(?:(?:with)?in\s+)?{_NUMBER}\s*(?:(?:working|business)\s+days?{_RIGHT}|个?工作日{_LATER}?)",
        lambda now, p: now.calendar.add_workdays(now.day, _number(p[0])),
    ),
    "counted": (rf"{_LEFT}{_NUMBER}\s*(天|日|周|个?星期|个?礼拜){_LATER}", _counted),
    "in": (rf"{_LEFT}(?:with)?in\s+(\d{{1,3}})\s+(days?|weeks?){_RIGHT}", _counted),
    "plus": (rf"(?<![A-Za-z0-9+])\+(\d{{1,3}})([dw]){_RIGHT}", _counted),
    "day_month": (
        rf"(?<![A-Za-z\d.])(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}\.?(?:\s+(\d{{4}}))?{_RIGHT}",
        lambda now, p: _named_month(now, p[1], p[0], p[2]),
    ),
    "month_day": (
        rf"{_LEFT}{_MONTH}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?{_RIGHT}",
        lambda now, p: _named_month(now, *p),
    ),
    "numeric": (
        rf"(?<![A-Za-z\d.])(\d{{1,2}})[-/.](\d{{1,2}}){_RIGHT}(?![-/.:]\d)(?!\s*[%万亿元])",
        lambda now, p: (_nearest(now.day, int(p[0]), int(p[1])), False),
    ),
    "of_month": (
        r"(?<![A-Za-z\d.])(\d{1,2})[号日](?![线楼机仓库门院店馆厅桌井炉本元常志])",
        lambda now, p: (_next_day_of_month(now.day, int(p[0])), False),
    ),
    "relative_zh": (
        r"(?<!大)(大后天|后天|[今明][天日])",
        lambda now, p: (now.day + timedelta(days=_RELATIVE[p[0]]), False),
    ),
    "relative_en": (
        rf"{_LEFT}(today|tomorrow){_RIGHT}",
        lambda now, p: (now.day + timedelta(days=_RELATIVE[p[0].lower()]), False),
    ),
    "weekday_zh": (
        r"(?<![上下本这每双单隔周个])((?:下{1,3}|本|这)?个?)(?:周|星期|礼拜)([一二三四五六日天])",
        _weekday_chinese,
    ),
    "weekday_en": (rf"{_LEFT}(?:(this|next)\s+)?{_WEEKDAY}{_RIGHT}", _weekday_english),
    "end_en": (
        rf"{_LEFT}eo([wmqy]){_RIGHT}|{_LEFT}end\s+of\s+(?:the\s+|this\s+)?(week|month|quarter|year){_RIGHT}",
        lambda now, p: _end_of(now, p[0] or p[1]),
    ),
    "next_month_end": (
        r"(?<![下上])下个?月[底末]",
        lambda now, _: (_month_end(now.day.year, now.day.month + 1), False),
    ),
    "end_zh": (
        rf"{_AFTER_OTHER}[本这今]?个?(?:(周)末前|(月)[底末]|(季)度?[底末]|(年)[底末])",
        lambda now, p: _end_of(now, "".join(p)),
    ),
    "next_meeting": (
        rf"{_LEFT}next\s+meeting{_RIGHT}|下次(?:周|例)?会议?",
        lambda now, _: (now.next_meeting, False),
    ),
}
"""Each form: its pattern and the day it means; the first that fits counts."""

NEED_MARKER = frozenset({"numeric", "of_month", "day_month", "month_day"})
"""Forms that are a day only beside a marker (rule 5)."""
