"""By when minutes are due: by the preset of the series, and the days off (E4, F2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.meeting import Played
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.workdays import Calendar
from tui_minutes.services import deadlines

CLOSE = datetime(2026, 12, 1, 10, tzinfo=UTC)
"""18:00 in Shanghai, two working days after the Friday of the meeting."""


def test_minutes_are_due_by_the_preset_of_the_series_and_its_days_off(sealed: Played) -> None:
    ended = sealed.record.meeting.ended_at
    assert ended is not None
    assert deadlines.minutes_due(sealed.record.meeting) == ended + timedelta(hours=24)
    coordinated = replace(sealed.record.meeting, policy="coordination")
    assert deadlines.minutes_due(coordinated) == CLOSE
    monday_off = Calendar("CN", frozenset({date(2026, 11, 30)}))
    sealed.store.go_by(Rules(calendar=lambda _: monday_off))
    assert deadlines.minutes_due(coordinated) == CLOSE + timedelta(days=1)
    assert deadlines.minutes_due(replace(coordinated, ended_at=None)) is None
