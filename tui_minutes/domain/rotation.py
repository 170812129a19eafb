"""Which backups are kept: many of today, fewer of last week, one of each month of the last year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

LAST, DAYS, MONTHS = 10, 7, 12


def wanted(ats: Iterable[datetime]) -> set[datetime]:
    """Of backups as of these instants: the last 10, and the last one of each of 7 days and 12 months.

    Only days and months of which there is one are counted: a store that rests for a year loses none.
    """
    newest_first = sorted(set(ats), reverse=True)
    days = _last_of_each(newest_first, lambda at: f"{at:%Y-%m-%d}")
    months = _last_of_each(newest_first, lambda at: f"{at:%Y-%m}")
    return {*newest_first[:LAST], *days[:DAYS], *months[:MONTHS]}


def _last_of_each(newest_first: list[datetime], period: Callable[[datetime], str]) -> list[datetime]:
    last: dict[str, datetime] = {}
    for at in newest_first:
        last.setdefault(period(at), at)
    return list(last.values())
