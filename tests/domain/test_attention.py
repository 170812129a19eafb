"""What needs attention today: outcomes for their reasons, minutes by their 24 hours, most urgent first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tui_minutes.domain.attendance import Attendance, Participant, Role
from tui_minutes.domain.attending import Need
from tui_minutes.domain.attention import Around, Concern, OfMeeting, OfOutcome, attention
from tui_minutes.domain.checklist import Kept, Preparing
from tui_minutes.domain.duties import Duties
from tui_minutes.domain.judging import standing
from tui_minutes.domain.meeting import Level, Meeting, Phase
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, OutcomePerson, Part, Status
from tui_minutes.domain.policy import MINUTES
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.workdays import WEEKENDS

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)  # a Wednesday
AROUND = Around(TODAY)

OWNER = (OutcomePerson(Part.RESPONSIBLE, "李四"),)


def row(due: date | None, status: Status = Status.IN_PROGRESS, *, provisional: bool = False) -> LedgerRow:
    one = Outcome(
        "u", "A-001", OutcomeKind.ACTION, "x", "m", people=OWNER, due=due,
        status=status, provisional=provisional, created_at=NOW, updated_at=NOW, done_on=TODAY,
    )  # fmt: skip
    stands = standing(one, NOW, "UTC", MINUTES, WEEKENDS)
    return LedgerRow(one, "M-2026-001", "t", "", None, None, Level.INTERNAL, standing=stands)


def planned(phase: Phase = Phase.PLANNED) -> Meeting:
    start = datetime(2026, 11, 25, 14, 0)
    return Meeting("m", "M-2026-002", "t", "Asia/Shanghai", planned_start=start, phase=phase)


def signed(hours_ago: int) -> MeetingRecord:
    people = (Participant("p", "方晴", state=Attendance.PRESENT),)
    ended = NOW - timedelta(hours=hours_ago)
    return MeetingRecord(Meeting("m", "M-2026-001", "t", "UTC", phase=Phase.SIGNED, ended_at=ended), people)


def concerns(*rows: LedgerRow) -> list[Need]:
    found = attention(rows, (), (), (), NOW, AROUND)
    return [one.reasons[0].need for one in found if isinstance(one, OfOutcome)]


def test_outcomes_until_the_sunday_of_this_week_the_late_ones_first() -> None:
    days = [date(2026, 11, 29), date(2026, 11, 25), date(2026, 11, 24), date(2026, 11, 30), None]
    assert concerns(*map(row, days)) == [Need.LATE, Need.DUE_TODAY, Need.LACKING, Need.DUE_THIS_WEEK]


def test_what_is_closed_or_still_provisional_needs_nobody_and_what_is_done_waits() -> None:
    late = date(2026, 11, 1)
    assert concerns(row(late, Status.CLOSED), row(late, provisional=True)) == []
    assert concerns(row(late, Status.DONE)) == [Need.WAITING]


def test_minutes_are_due_a_day_after_the_end_and_those_who_did_not_sign_are_named() -> None:
    everything = attention((), (), [signed(20), signed(30)], (), NOW, AROUND)
    found = [one for one in everything if isinstance(one, OfMeeting)]
    assert [one.concern for one in found] == [
        Concern.MINUTES_LATE, Concern.MINUTES_DUE, Concern.UNSIGNED, Concern.UNSIGNED,
    ]  # fmt: skip
    assert [one.away for one in found[:2]] == [timedelta(hours=-6), timedelta(hours=4)]
    assert found[2].names == ("方晴",)


@pytest.mark.parametrize(
    ("unsent", "hours_ago", "concern"),
    [
        (("韩磊",), 30, Concern.SENDING_DUE),  # approved on Tuesday at 8:00: until Wednesday 18:00
        (("韩磊",), 60, Concern.SENDING_LATE),
        (None, 30, Concern.SENDING_DUE),
        (None, 60, None),  # without a list they may have gone out by other means
        ((), 30, None),
    ],
)
def test_approved_minutes_are_to_be_sent_until_they_have_reached_the_list(
    unsent: tuple[str, ...] | None, hours_ago: int, concern: Concern | None
) -> None:
    duties = Duties(planned(Phase.APPROVED), NOW - timedelta(hours=hours_ago), unsent)
    found = attention((), (), (), [duties], NOW, AROUND)
    assert [one.concern for one in found if isinstance(one, OfMeeting)] == ([concern] if concern else [])


def test_a_meeting_of_today_is_named_until_it_begins() -> None:
    assert attention((), [planned()], (), (), NOW, AROUND) == [OfMeeting(planned(), Concern.STARTS_TODAY)]
    assert attention((), [planned(Phase.IN_SESSION)], (), (), NOW, AROUND) == []


def test_what_should_be_ready_is_one_row_a_meeting_the_late_ones_first() -> None:
    people = (Participant("p", "小林", roles=(Role.RECORDER,)),)
    kept = (
        Kept("a", text="票", ahead=1),
        Kept("b", text="样品", who="韩磊", ahead=0),
        Kept("c", text="茶", ahead=0),
    )
    coming = Preparing(planned(), people=people, kept=kept)
    [found] = attention((), (), (), (), NOW, AROUND, [coming])
    assert found == OfMeeting(planned(), Concern.UNPREPARED, timedelta(0), ("小林", "韩磊"), late=1, today=2)
    done = tuple(replace(one, done_at=NOW) for one in kept)
    assert attention((), (), (), (), NOW, AROUND, [replace(coming, kept=done)]) == []
    [found] = attention((), (), (), (), NOW, AROUND, [replace(coming, kept=(done[0], *kept[1:]))])
    assert isinstance(found, OfMeeting)
    assert (found.concern, found.today) == (Concern.TO_PREPARE, 2)


def test_what_is_a_matter_of_hours_stands_above_what_is_late() -> None:
    late, week = row(date(2026, 11, 2)), row(date(2026, 11, 27))
    found = attention([late, week], [planned()], [signed(20)], (), NOW, AROUND)
    assert [type(one).__name__ for one in found] == [
        "OfMeeting", "OfOutcome", "OfMeeting", "OfMeeting", "OfOutcome",
    ]  # fmt: skip
