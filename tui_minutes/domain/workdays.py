"""Working days: a country's weekends, days off and make-up workdays, as plain data (B5, rule 7)."""

from __future__ import annotations

from dataclasses import field
from datetime import MAXYEAR, date, timedelta

from tui_minutes.domain.dataclass import dataclass

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Which days are worked. `published_until` is the last year whose days off are known for certain."""

    country: str
    days_off: frozenset[date] = field(default=frozenset(), repr=False)
    make_up: frozenset[date] = field(default=frozenset(), repr=False)
    published_until: int = MAXYEAR
    weekend: frozenset[int] = frozenset({5, 6})

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked: a make-up workday is, whatever the weekday (调休)."""
        if day in self.make_up:
            return True
        return day.weekday() not in self.weekend and day not in self.days_off

    def add_workdays(self, day: date, count: int) -> tuple[date, bool]:
        """The `count`-th working day after `day` (before it, if negative), and whether that is provisional.

        Raises OverflowError beyond the years a date can hold.
        """
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_workday(day):
                day += step
        return day, count > 0 and day.year > self.published_until

    def workday_from(self, day: date) -> date:
        """`day` itself when it is worked, else the next working day; OverflowError as above."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)[0]

    def last_workday(self, first: date, last: date) -> date | None:
        """The last working day from `first` to `last`, None when there is none between them."""
        days = ((last - n * _ONE_DAY) for n in range((last - first).days + 1))
        return next(filter(self.is_workday, days), None)


WEEKENDS = Calendar("")
"""Weekends only: what is used until the country's calendar has been read."""
