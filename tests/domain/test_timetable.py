"""When items take place: planned, and while the clock runs on (B3, D1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tui_minutes.domain.agenda import AgendaItem, ItemState, Span
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import cut, over_by, planned, timetable

AT_TWO = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
"""14:00 in Shanghai."""


def after(minutes: float) -> datetime:
    return AT_TWO + timedelta(minutes=minutes)


def meeting(length: int = 60) -> Meeting:
    start = datetime(2026, 11, 27, 14, 0)
    return Meeting(
        "m", "M-2026-001", "Stand", "Asia/Shanghai", planned_start=start,
        planned_end=start + timedelta(minutes=length),
    )  # fmt: skip


def items(*minutes: int) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem(str(nth), nth, f"item {nth}", one) for nth, one in enumerate(minutes, 1))


def running(record: MeetingRecord, *spent: float) -> MeetingRecord:
    """The first items were on the table for so many minutes each; the next one is."""
    agenda, at = list(record.agenda), 0.0
    for nth, minutes in enumerate(spent):
        span = Span(after(at), after(at + minutes))
        agenda[nth] = replace(agenda[nth], state=ItemState.DONE, spans=(span,))
        at += minutes
    current = agenda[len(spent)]
    agenda[len(spent)] = replace(current, state=ItemState.OPEN, spans=(Span(after(at)),))
    begun = replace(record.meeting, phase=Phase.IN_SESSION, started_at=AT_TWO)
    return replace(record, meeting=begun, agenda=tuple(agenda))


PLAN = MeetingRecord(meeting(), agenda=items(10, 20, 5))


def test_a_plan_is_counted_from_its_start() -> None:
    slots = planned(PLAN)
    assert [(slots[uid].start, slots[uid].end) for uid in "123"] == [
        (after(0), after(10)), (after(10), after(30)), (after(30), after(35)),
    ]  # fmt: skip


def test_nothing_can_be_told_after_an_item_without_a_limit() -> None:
    slots = planned(replace(PLAN, agenda=items(10, 0, 5)))
    assert (slots["2"].start, slots["2"].end) == (after(10), None)
    assert slots["3"].start is None


def test_without_a_start_there_are_no_times() -> None:
    unplanned = replace(PLAN, meeting=replace(PLAN.meeting, planned_start=None, planned_end=None))
    assert planned(unplanned)["1"].end is None
    assert over_by(unplanned) == 0


def test_a_meeting_that_waits_for_people_begins_now() -> None:
    assert timetable(PLAN, after(-30))["1"].start == after(0)
    assert timetable(PLAN, after(4))["2"].start == after(14)


def test_what_was_saved_or_lost_moves_what_is_to_come() -> None:
    record = running(PLAN, 4.0)
    slots = timetable(record, after(6))
    assert (slots["1"].start, slots["1"].end) == (after(0), after(4)), "as it was"
    assert (slots["2"].start, slots["2"].end) == (after(4), after(24)), "in time as long as it has minutes"
    assert timetable(record, after(30))["3"].start == after(30), "an item that is over holds up the next"


def test_an_extension_and_a_break_move_it_too() -> None:
    record = running(PLAN)
    longer = replace(record, agenda=(replace(record.agenda[0], extra=5), *record.agenda[1:]))
    assert timetable(longer, after(1))["2"].start == after(15)
    stopped = replace(record.agenda[0], spans=(Span(after(0), after(3)),))
    paused = replace(record, agenda=(stopped, *record.agenda[1:]), breaks=(Span(after(3)),))
    assert timetable(paused, after(8))["2"].start == after(15), "seven minutes are left after a break of five"


def test_what_was_put_off_takes_no_time() -> None:
    record = running(PLAN)
    put_off = replace(record.agenda[1], state=ItemState.DEFERRED)
    slots = timetable(replace(record, agenda=(record.agenda[0], put_off, record.agenda[2])), after(0))
    assert slots["2"].start is None
    assert slots["3"].start == after(10)


def test_an_item_left_behind_comes_after_the_last() -> None:
    agenda = running(PLAN, 2.0).agenda
    skipped = replace(PLAN.agenda[0], state=ItemState.PENDING)
    record = replace(running(PLAN, 2.0), agenda=(skipped, *agenda[1:]))
    assert timetable(record, after(2))["1"].start == after(27)


def test_after_the_discussion_only_what_was_has_times() -> None:
    record = running(PLAN, 4.0)
    read = replace(record, meeting=replace(record.meeting, phase=Phase.READBACK))
    assert timetable(read, after(10))["3"].start is None


def test_an_agenda_that_fits_needs_no_cut() -> None:
    assert over_by(PLAN) == 0
    assert cut(PLAN) is None


def test_all_give_up_the_same_share() -> None:
    found = cut(MeetingRecord(meeting(30), agenda=items(10, 20, 6)))
    assert found is not None
    assert found.over == 6
    assert found.shorter == {"1": 9, "2": 16, "3": 5}
    assert found.last is not None
    assert found.last.uid == "3"


def test_nothing_is_shortened_to_next_to_nothing() -> None:
    found = cut(MeetingRecord(meeting(15), agenda=items(4, 30)))
    assert found is not None
    assert found.shorter == {}
    assert found.last is not None


def test_the_last_item_is_named_only_when_that_is_enough() -> None:
    found = cut(MeetingRecord(meeting(20), agenda=items(20, 20, 5)))
    assert found is not None
    assert found.last is None


def test_in_the_meeting_only_what_is_to_come_is_cut() -> None:
    record = running(MeetingRecord(meeting(35), agenda=items(10, 20, 5)))
    assert cut(record, after(10)) is None
    found = cut(record, after(13))
    assert found is not None
    assert found.over == 3
    assert found.shorter == {"2": 18, "3": 4}


def test_times_are_those_of_the_zone_also_on_the_night_the_clocks_change() -> None:
    start = datetime(2026, 10, 25, 1, 30)
    night = Meeting("n", "M-2026-002", "Watch", "Europe/Berlin", planned_start=start)
    slots = planned(MeetingRecord(night, agenda=items(60, 60)))
    begins, ends = slots["2"].local(night)
    assert begins is not None
    assert ends is not None
    assert (f"{begins:%H:%M}", f"{ends:%H:%M}") == ("02:30", "02:30"), "an hour comes twice"
