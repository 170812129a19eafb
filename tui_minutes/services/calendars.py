"""A country's working days, from the calendar that comes with the program (rule 7 of the capture line)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import MAXYEAR
from importlib.util import find_spec, module_from_spec
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS, Calendar


def calendar(country: str, years: Iterable[int]) -> Calendar:
    """The days off and make-up workdays of `country` (two letters) in `years`.

    Raises Refused("country_unknown") for a country that the calendar does not know. Where days off are moved
    by decree (调休), only the years decreed so far are certain; elsewhere they follow from rules.
    """
    import holidays

    _import_no_other_country()
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


def _import_no_other_country() -> None:
    """Let the package of the countries be there without having run: it would import all 250 of them."""
    name = "holidays.countries"
    spec = find_spec(name)
    if spec is not None and name not in sys.modules:
        sys.modules[name] = module_from_spec(spec)


def growing(country: str) -> Callable[[Iterable[int]], Calendar]:
    """What gives a calendar of `country` that covers the years asked for, and all asked for before.

    Nothing is read until a year is asked for. For a country that is not known only weekends are off.
    """
    years: set[int] = set()
    latest = WEEKENDS

    def covering(wanted: Iterable[int]) -> Calendar:
        nonlocal latest
        missing = set(wanted) - years
        if missing:
            years.update(missing)
            try:
                latest = calendar(country, years)
            except Refused:
                latest = WEEKENDS
        return latest

    return covering


def edition() -> str:
    """Which edition of the calendar is installed: another one may know other days off.

    Read off the name of its folder: asking it, or the package metadata, would make every start slower.
    """
    found = find_spec("holidays")
    if found is None or found.origin is None:
        return ""
    installed = Path(found.origin).parent.parent.glob("holidays-*.dist-info")
    return " ".join(sorted(folder.stem for folder in installed))
