"""A stretch of days that is reviewed: a month, a quarter, a year, or from a day to a day (T10)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape

_ONE_DAY = timedelta(days=1)
_YEARS = range(1990, 2200)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def months(self) -> int:
        """How many whole months of the calendar it is; 0 when it is not made of them."""
        starts_one, ends_one = self.first.day == 1, (self.last + _ONE_DAY).day == 1
        if not (starts_one and ends_one):
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def code(self) -> str:
        """`2026-10`, `2026-Q3`, `2026` or `2026-09-01..2026-10-15`, as `parse_period` reads it."""
        match self.months:
            case 1:
                return f"{self.first:%Y-%m}"
            case 3 if self.first.month % 3 == 1:
                return f"{self.first:%Y}-Q{self.first.month // 3 + 1}"
            case 12 if self.first.month == 1:
                return f"{self.first:%Y}"
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    def moved(self, step: int) -> Period:
        """The period of the same length `step` places on: months go by months, other periods by days."""
        if self.months:
            return months(self.first, step * self.months, self.months)
        length = self.last - self.first + _ONE_DAY
        return Period(self.first + step * length, self.last + step * length)

    def bounds(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """The instants at which it begins and ends (the end not included) where clocks show `zone`."""
        end = self.last + _ONE_DAY
        return datetime.combine(self.first, time(), zone), datetime.combine(end, time(), zone)

    def as_of(self, today: date) -> date:
        """The day on which it is looked at: `today` while it lasts, the day after it once it is over."""
        return min(max(today, self.first), self.last + _ONE_DAY)


def month_of(day: date) -> Period:
    """The month that `day` is in."""
    return months(day, 0, 1)


def months(day: date, away: int, count: int) -> Period:
    """`count` months, the first of them `away` months from that of `day`."""
    return Period(_first_of(day, away), _first_of(day, away + count) - _ONE_DAY)


def _first_of(day: date, away: int) -> date:
    """The first day of the month that is `away` months from that of `day`; ValueError beyond the years."""
    year, month = divmod(day.year * 12 + day.month - 1 + away, 12)
    return date(year, month + 1, 1)


_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_QUARTERS = {**{str(n): n for n in range(1, 5)}, "一": 1, "二": 2, "三": 3, "四": 4}
_YEAR = r"(\d{4})\s*[-/.年]?\s*"
_MONTH_NAME = f"({'|'.join(_ENGLISH)})[a-z]*"
_SEPARATOR = regex(r"\s*(?:\.\.+|…|~|至|到|\bto\b|\s[-—]\s)\s*")

Today = date
_Reader = Callable[[re.Match[str], Today], Period]


def _quarter(year: int, number: int) -> Period:
    return months(date(year, 1, 1), 3 * (number - 1), 3)


def _last(day: date, month: int) -> Period:
    """The month of that number that is not after the one of `day`."""
    return months(date(day.year - (month > day.month), 1, 1), month - 1, 1)


_FORMS: tuple[tuple[str, _Reader], ...] = (
    (r"(\d{4}-\d{1,2}-\d{1,2})", lambda m, _: _day(m[1])),
    (_YEAR + r"(\d{1,2})\s*月?份?", lambda m, _: months(date(int(m[1]), int(m[2]), 1), 0, 1)),
    (_MONTH_NAME + r"\s*(\d{4})", lambda m, _: months(date(int(m[2]), _ENGLISH.index(m[1]) + 1, 1), 0, 1)),
    (r"(\d{1,2})\s*月份?", lambda m, day: _last(day, int(m[1]))),
    (_MONTH_NAME, lambda m, day: _last(day, _ENGLISH.index(m[1]) + 1)),
    (_YEAR + r"q([1-4])", lambda m, _: _quarter(int(m[1]), int(m[2]))),
    (r"q([1-4])", lambda m, day: _quarter(day.year, int(m[1]))),
    (_YEAR + r"第?([1-4一二三四])季度?", lambda m, _: _quarter(int(m[1]), _QUARTERS[m[2]])),
    (r"第?([1-4一二三四])季度", lambda m, day: _quarter(day.year, _QUARTERS[m[1]])),
    (r"(\d{4})\s*年?", lambda m, _: months(date(int(m[1]), 1, 1), 0, 12)),
    (r"this month|本月|这个?月", lambda _, day: month_of(day)),
    (r"last month|上个?月", lambda _, day: months(day, -1, 1)),
    (r"this quarter|本季度?|这个?季度", lambda _, day: _quarter(day.year, (day.month + 2) // 3)),
    (r"last quarter|上个?季度", lambda _, day: _quarter(day.year, (day.month + 2) // 3).moved(-1)),
    (r"this year|今年|本年", lambda _, day: months(date(day.year, 1, 1), 0, 12)),
    (r"last year|去年", lambda _, day: months(date(day.year - 1, 1, 1), 0, 12)),
)


def _day(text: str) -> Period:
    year, month, day = map(int, text.split("-"))
    return Period(date(year, month, day), date(year, month, day))


def parse_period(text: str, today: date) -> Period | None:
    """The period that `text` names on the day `today`; None when it names none.

    `2026-10`, `10月`, `oct`, `2026-Q3`, `三季度`, `2026`, `last month`, `上月`, or two of them with `..`
    between: from the first day of the one to the last day of the other.
    """
    plain = shape(text).strip().casefold()
    first, *others = _SEPARATOR.split(plain, maxsplit=1)
    begin = _one(first, today)
    end = _one(others[0], today) if others else begin
    if begin is None or end is None or end.last < begin.first:
        return None
    return Period(begin.first, end.last)


def _one(text: str, today: date) -> Period | None:
    for form, read in _FORMS:
        if found := re.fullmatch(form, text):
            try:
                period = read(found, today)
            except ValueError:  # the 13th month
                return None
            return period if period.first.year in _YEARS else None
    return None
