"""A country's working days, from the calendar that comes with the program (rule 7 of the capture line)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import Calendar


def calendar(country: str, years: Iterable[int]) -> Calendar:
    """The days off and make-up workdays of `country` (two letters) in `years`.

    Raises Refused("country_unknown") for a country that the calendar does not know. Where days off are moved
    by decree (调休), only the years decreed so far are certain; elsewhere they follow from rules.
    """
    import holidays

    try:
        days = holidays.country_holidays(country.upper(), years=years)
    except NotImplementedError as unknown:
        raise Refused("country_unknown", country=country) from unknown
    decreed = getattr(days, "special_public_holidays", {})
    moved = frozenset(getattr(days, "weekend_workdays", ()))
    return Calendar(
        country=country.upper(),
        days_off=frozenset(days),
        make_up=moved,
        published_until=max(decreed) if decreed and moved else MAXYEAR,
        weekend=frozenset(days.weekend),
    )
