"""Rhythms are said as people say them, whichever way a calendar program spells the rule."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tui_minutes.domain.rhythm import Rhythm
from tui_minutes.i18n import speaking
from tui_minutes.i18n.rhythms import days_text, rhythm_text

RULES = [
    ("FREQ=WEEKLY", "every Thu 14:00", "每周四 14:00"),
    ("FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TH", "every second Thu 14:00", "每两周的周四 14:00"),
    ("FREQ=WEEKLY;BYDAY=TH,TU", "every Tue, Thu 14:00", "每周二、周四 14:00"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", "every 3 weeks on Thu, 14:00", "每 3 周的周四 14:00"),
    ("FREQ=DAILY", "every day 14:00", "每天 14:00"),
    (
        "FREQ=WEEKLY;UNTIL=20270131T235959;BYDAY=TH",
        "every Thu 14:00, until 2027-01-31 Sun",
        "每周四 14:00，至 2027-01-31 周日",
    ),
    (
        "UNTIL=20270131T235959;FREQ=DAILY",
        "every day 14:00, until 2027-01-31 Sun",
        "每天 14:00，至 2027-01-31 周日",
    ),
    (
        "FREQ=MONTHLY;BYDAY=4TH;COUNT=6",
        "the fourth Thu of the month, 14:00, 6 times",
        "每月第四个周四 14:00，共 6 次",
    ),
    ("FREQ=YEARLY;BYMONTH=11", "FREQ=YEARLY;BYMONTH=11 14:00", "FREQ=YEARLY;BYMONTH=11 14:00"),
]


@pytest.mark.parametrize(("rule", "english", "chinese"), RULES, ids=[rule for rule, _, _ in RULES])
def test_a_rule_is_said_in_words(rule: str, english: str, chinese: str) -> None:
    said = []
    for language in ("en", "zh"):
        with speaking(language):
            said.append(rhythm_text(Rhythm(rule, datetime(2026, 11, 26, 14), "Asia/Shanghai")))
    assert said == [english, chinese]


def test_of_many_days_the_number_is_told() -> None:
    days = [date(2026, 11, 26) + timedelta(days=7 * nth) for nth in range(14)]
    with speaking("en"):
        assert days_text(days).endswith("02-11 Thu and 2 more days")
        assert days_text(days[:1]) == "11-26 Thu"
