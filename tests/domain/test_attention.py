"""What needs attention today: outcomes by their dates, minutes by their 24 hours, most urgent first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.domain.attention import Concern, attention
from tui_minutes.domain.meeting import Level, Meeting, Phase
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Status
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.tracking import LedgerRow

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)  # a Wednesday


def row(due: date | None, status: Status = Status.IN_PROGRESS, *, provisional: bool = False) -> LedgerRow:
    one = Outcome("u", "A-001", OutcomeKind.ACTION, "x", "m", due=due, status=status, provisional=provisional)
    return LedgerRow(one, "M-2026-001", "t", "", None, None, Level.INTERNAL)


def concerns(*rows: LedgerRow) -> list[Concern]:
    return [one.concern for one in attention(rows, (), (), NOW, TODAY)]


def test_outcomes_until_the_sunday_of_this_week_the_late_ones_first() -> None:
    days = [date(2026, 11, 29), date(2026, 11, 25), date(2026, 11, 24), date(2026, 11, 30), None]
    assert concerns(*map(row, days)) == [Concern.LATE, Concern.DUE_TODAY, Concern.DUE_THIS_WEEK]


def test_what_is_done_closed_or_still_provisional_needs_nobody() -> None:
    late = date(2026, 11, 1)
    assert concerns(row(late, Status.DONE), row(late, Status.CLOSED), row(late, provisional=True)) == []


def test_minutes_are_due_a_day_after_the_end_and_those_who_did_not_sign_are_named() -> None:
    people = (Participant("p", "方晴", state=Attendance.PRESENT),)
    ended = [NOW - timedelta(hours=20), NOW - timedelta(hours=30)]
    signed = [
        MeetingRecord(Meeting("m", "M-2026-001", "t", "UTC", phase=Phase.SIGNED, ended_at=at), people)
        for at in ended
    ]
    found = attention((), (), signed, NOW, TODAY)
    assert [one.concern for one in found] == [
        Concern.MINUTES_LATE, Concern.MINUTES_DUE, Concern.UNSIGNED, Concern.UNSIGNED,
    ]  # fmt: skip
    assert [one.away for one in found[:2]] == [timedelta(hours=-6), timedelta(hours=4)]
    assert found[2].names == ("方晴",)


def test_a_meeting_of_today_is_named_until_it_begins() -> None:
    start = datetime(2026, 11, 25, 14, 0)
    planned = Meeting("m", "M-2026-002", "t", "Asia/Shanghai", planned_start=start)
    (one,) = attention((), (planned,), (), NOW, TODAY)
    assert (one.concern, one.away) == (Concern.STARTS_TODAY, timedelta(0))
    running = Meeting("m", "M-2026-002", "t", "Asia/Shanghai", planned_start=start, phase=Phase.IN_SESSION)
    assert attention((), (running,), (), NOW, TODAY) == []
