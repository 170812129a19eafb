"""The way of the minutes after the meeting, and when each stage should be behind (F2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.going_out import (
    Circulation,
    Correction,
    CorrectionState,
    Dispatch,
    DispatchState,
    GoingOut,
    Recipient,
)
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.policy import COORDINATION, MINUTES
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.sealing import Seal, SealKind
from tui_minutes.domain.stages import Stage, Step, minutes_due, steps, unsent
from tui_minutes.domain.workdays import WEEKENDS

END = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # a Thursday, 15:00 in Shanghai
HOUR = timedelta(hours=1)
MEETING = Meeting("m", "M-2026-001", "t", "Asia/Shanghai", phase=Phase.SIGNED, ended_at=END)
ROOM = Seal("s1", "m", 1, SealKind.ROOM, END, "周岚", "周岚", "", "aa")
CHAIR = Seal("s2", "m", 2, SealKind.CHAIR, END + 2 * HOUR, "周岚", "周岚", "aa", "bb")
LIST = (Recipient("r1", "周岚"), Recipient("r2", "韩磊"))


def record(*, approved: bool = False, doubtful: bool = False) -> MeetingRecord:
    entry = Entry("e", 1, END, EntryKind.POINT, "?", doubtful=doubtful)
    meeting = replace(MEETING, phase=Phase.APPROVED) if approved else MEETING
    return MeetingRecord(meeting, entries=(entry,), seals=(ROOM, CHAIR) if approved else (ROOM,))


def sent(name: str, paper: Paper = Paper.MINUTES, state: DispatchState = DispatchState.SENT) -> Dispatch:
    return Dispatch("d", paper, "e", name, "mail", state, END + 3 * HOUR, "周岚", "周岚")


def by_stage(of: MeetingRecord, going: GoingOut, now: datetime) -> dict[Stage, Step]:
    return {step.stage: step for step in steps(of, going, MINUTES, WEEKENDS, now)}


def test_minutes_are_due_after_a_day_or_two_working_days_and_never_for_a_standup() -> None:
    assert minutes_due(MEETING, MINUTES, WEEKENDS) == END + timedelta(hours=24)
    monday = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)  # 18:00 there
    assert minutes_due(MEETING, COORDINATION, WEEKENDS) == monday
    assert minutes_due(replace(MEETING, ended_at=None), MINUTES, WEEKENDS) is None
    assert minutes_due(replace(MEETING, light=True), MINUTES, WEEKENDS) is None


def test_before_the_room_has_signed_there_are_no_stages() -> None:
    running = MeetingRecord(replace(MEETING, phase=Phase.READBACK))
    assert steps(running, GoingOut(), MINUTES, WEEKENDS, END) == ()


def test_signed_minutes_wait_to_be_tidied_and_approved_and_are_late_after_their_time() -> None:
    found = by_stage(record(doubtful=True), GoingOut(), END + HOUR)
    assert [stage for stage, step in found.items() if step.done] == [Stage.SIGNED]
    assert not found[Stage.APPROVED].is_late(END + 24 * HOUR)
    assert found[Stage.APPROVED].is_late(END + 24 * HOUR + timedelta(seconds=1))
    assert found[Stage.SENT].due is None  # nobody can be late with what is not approved


@pytest.mark.parametrize(
    ("state", "after", "over"),
    [
        (CorrectionState.OPEN, 5, False),
        (CorrectionState.DECLINED, 3, False),
        (CorrectionState.DECLINED, 5, True),
        (CorrectionState.TAKEN, 5, True),
    ],
)
def test_a_draft_is_with_its_readers_until_time_and_corrections_are_over(
    state: CorrectionState, after: int, over: bool
) -> None:
    going = GoingOut(
        circulation=Circulation(END, END + 4 * HOUR, "周岚", "周岚"),
        corrections=(Correction("c", "A-001", "周五", "韩磊", "韩磊", END, state),),
    )
    assert by_stage(record(), going, END + after * HOUR)[Stage.CIRCULATED].done is over


def test_approved_minutes_are_sent_once_they_reached_everybody_on_the_list() -> None:
    now = END + 4 * HOUR
    friday = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
    of = record(approved=True)
    one = GoingOut(recipients=LIST, dispatches=(sent("周岚"),))
    assert by_stage(of, one, now)[Stage.SENT] == Step(Stage.SENT, done=False, due=friday)
    both = GoingOut(recipients=LIST, dispatches=(sent("周岚"), sent("韩磊", Paper.EXTRACT)))
    assert by_stage(of, both, now)[Stage.SENT] == Step(Stage.SENT, True, END + 3 * HOUR, friday)


@pytest.mark.parametrize(
    "dispatch",
    [
        sent("韩磊", Paper.DRAFT),
        sent("韩磊", state=DispatchState.FAILED),
        sent("韩磊", state=DispatchState.GOING),
    ],
    ids=["a draft", "failed", "may have arrived"],
)
def test_a_draft_and_what_failed_reached_nobody(dispatch: Dispatch) -> None:
    assert unsent(GoingOut(recipients=LIST, dispatches=(sent("周岚"), dispatch))) == ("韩磊",)


def test_minutes_without_a_list_are_not_sent() -> None:
    assert not by_stage(record(approved=True), GoingOut(), END)[Stage.SENT].done


def test_without_a_list_nobody_is_late_with_sending_once_the_day_is_over() -> None:
    of, friday = record(approved=True), datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
    assert by_stage(of, GoingOut(), friday + HOUR)[Stage.SENT].is_late(friday + HOUR)
    assert by_stage(of, GoingOut(), friday + 24 * HOUR)[Stage.SENT].due is None
    listed = by_stage(of, GoingOut(recipients=LIST), friday + 24 * HOUR)[Stage.SENT]
    assert listed.is_late(friday + 24 * HOUR)
