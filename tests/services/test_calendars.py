"""The calendars of countries, as they were published."""

from __future__ import annotations

import subprocess
import sys
from datetime import MAXYEAR, date

import pytest

from tui_minutes.domain.refusal import Refused
from tui_minutes.services.calendars import calendar


def test_china_moves_days_off_by_decree() -> None:
    china = calendar("cn", range(2026, 2029))
    assert not china.is_workday(date(2026, 10, 1))
    assert china.is_workday(date(2026, 10, 10)), "a Saturday worked for the holiday"
    assert china.published_until == 2026
    assert china.add_workdays(date(2026, 9, 30), 1) == (date(2026, 10, 8), False)
    assert china.add_workdays(date(2026, 12, 31), 1)[1] is True


def test_elsewhere_days_off_follow_from_rules() -> None:
    states = calendar("US", [2030])
    assert not states.is_workday(date(2030, 7, 4))
    assert states.published_until == MAXYEAR


def test_a_country_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="country_unknown"):
        calendar("ZZ", [2026])


def test_no_other_country_is_imported() -> None:
    asked = (
        "import sys; from tui_minutes.services.calendars import calendar; calendar('CN', [2026]); "
        "print(*(name for name in sys.modules if name.startswith('holidays.countries.')))"
    )
    found = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert found.stdout.split() == ["holidays.countries.china"]
