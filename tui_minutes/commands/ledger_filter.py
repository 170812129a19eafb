"""What of the ledger is asked for on the command line: reading that knows days and names, and takes time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.domain.filters import Filter, Trouble
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services.lines import directory_people
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.store import Store

_OF_WORKDAYS = ("work", "business", "工作日")
"""Words with which days may be counted by a country's calendar; reading that takes time."""


def asked(store: Store, text: str, at: datetime, *, country: str, me: str) -> Filter:
    """The filter that `text` is at the instant `at`; Refused("usage_filter") for what is not understood."""
    zone = ZoneInfo(machine_zone())
    today = at.astimezone(zone).date()
    calendar = _calendar(text, country, today)
    people = directory_people(store.people())
    wanted = parse_filter(text, today, calendar, zone=zone, me=me, people=people)
    for problem in wanted.problems:
        typed = _beginning(problem.typed)
        if problem.trouble is Trouble.TOO_MUCH:
            raise Refused("usage_filter_long", typed=typed)
        raise Refused("usage_filter", typed=typed)
    return wanted


def _beginning(typed: str) -> str:
    return typed if len(typed) <= 60 else f"{typed[:60]}…"


def _calendar(text: str, country: str, today: date) -> Calendar:
    if not any(word in text.casefold() for word in _OF_WORKDAYS):
        return WEEKENDS
    from tui_minutes.services.calendars import growing

    return growing(country)((today.year - 1, today.year, today.year + 1))
