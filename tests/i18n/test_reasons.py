"""Why something needs attention, in words: short enough for a cell, in full with since when (T1-T3)."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from tui_minutes.domain.attending import Need, Reason
from tui_minutes.domain.policy import COORDINATION, PRESETS
from tui_minutes.domain.policy_table import policies
from tui_minutes.i18n import speaking
from tui_minutes.i18n.policies import policy_short, policy_text, preset_text
from tui_minutes.i18n.reasons import reason_short, reason_since, reason_text

DAY = date(2026, 11, 18)
LACKS = [("no_owner",), ("no_due",), ("no_owner", "no_due")]
ALL = [Reason(need, DAY, 38) for need in Need if need is not Need.LACKING]
ALL += [Reason(Need.LACKING, DAY, 38, lacks) for lacks in LACKS]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("reason", ALL, ids=str)
def test_short_fits_a_cell_and_the_longer_ones_tell_the_day(language: str, reason: Reason) -> None:
    with speaking(language):
        assert 0 < cell_len(reason_short(reason)) <= 16
        assert cell_len(reason_since(reason)) <= 30
        assert cell_len(reason_text(reason)) <= 48
        if reason.need is not Need.DUE_TODAY:
            assert "11-18" in reason_since(reason)
            assert "11-18" in reason_text(reason)


@pytest.mark.parametrize(
    ("language", "reason", "text"),
    [
        ("en", Reason(Need.LATE, DAY, 1), "late by 1 day, since 11-18 Wed"),
        ("en", Reason(Need.LATE, DAY, 3), "late by 3 days, since 11-18 Wed"),
        ("zh", Reason(Need.LATE, DAY, 3), "逾期 3 天（自 11-18 周三）"),
        ("en", Reason(Need.LATE, DAY, 88), "late by 88 days, since 2026-11-18"),
        ("zh", Reason(Need.LATE, DAY, 88), "逾期 88 天（自 2026-11-18）"),
        ("zh", Reason(Need.WAITING, DAY, 3), "11-18 周三 已报完成，待关闭确认"),
        (
            "en",
            Reason(Need.LACKING, DAY, 3, LACKS[2]),
            "nobody responsible, no due date, since 11-18 Wed",
        ),
    ],
)
def test_in_full(language: str, reason: Reason, text: str) -> None:
    with speaking(language):
        assert reason_text(reason) == text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PRESETS)
def test_the_rules_in_a_line_differ_where_the_presets_do(language: str, name: str) -> None:
    with speaking(language):
        found = policies({"urgent_days": 2})
        assert cell_len(f"{preset_text('', found)} {policy_short(found(name))}") <= 62
        assert "2" in policy_short(found(name))
        assert preset_text(name, found) in preset_text("", policies({"preset": name}))


def test_a_preset_without_priorities_says_how_it_takes_them() -> None:
    with speaking("en"):
        assert policy_text(COORDINATION)[1] == "what has no priority is taken as important"
