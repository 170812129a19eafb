"""The sample that everybody sees first: complete, in one language, and without a gap of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tui_minutes.domain.checklist import Check, checklist
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.policy import MINUTES
from tui_minutes.domain.preparation import cautions
from tui_minutes.domain.readback import gaps
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services.demo import fill
from tui_minutes.store.store import Store

NOW = datetime(2026, 11, 27, 6, 2, tzinfo=UTC)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_past_meeting_and_one_that_is_about_to_begin(tmp_path: Path, language: str) -> None:
    store = Store.open(tmp_path / "sample.db")
    uid = fill(store, NOW, language, "Asia/Shanghai")
    planned, past = store.record(uid), store.record(store.meetings()[1].uid)
    meeting = planned.meeting
    assert (meeting.phase, past.meeting.phase) == (Phase.PLANNED, Phase.APPROVED)
    assert meeting.language == past.meeting.language == language
    assert meeting.scheduled_start is not None
    assert timedelta(0) < meeting.scheduled_start - NOW <= timedelta(minutes=5)
    assert len(planned.agenda) == 4
    assert cautions(meeting.goal, planned.agenda, meeting.planned_minutes) == ()
    ready = checklist(store.preparing(planned), MINUTES, WEEKENDS)
    left = [one.kept.check for one in ready if not one.is_done]
    assert left == [Check.RECORDING]
    assert {gap.code for gap in gaps(past)} == set()
    assert [one.status for one in past.outcomes if one.number == "A-003"] == [Status.DONE]
    late = [row.outcome.number for row in store.ledger() if row.outcome.late_days(date(2026, 11, 27))]
    assert late == ["A-001"]
    assert all(outcome.owners for outcome in past.outcomes if outcome.number[0] == "A")
    store.close()
