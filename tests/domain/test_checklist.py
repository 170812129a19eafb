"""What is to be ready before a meeting, counted back from its day in working days (B5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.checklist import Check, Preparation, preparations
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import WEEKENDS

MEETING = Meeting(
    "m", "M-1", "t", "Asia/Shanghai", place="3 号会议室",
    planned_start=datetime(2026, 11, 30, 14, 0), planned_end=datetime(2026, 11, 30, 15, 0),
)  # fmt: skip
"""On a Monday."""

RECORD = MeetingRecord(
    MEETING,
    (Participant("1", "周岚", roles=(Role.CHAIR,)), Participant("2", "小林", roles=(Role.RECORDER,))),
    (
        AgendaItem("a", 1, "展位", facilitator="韩磊", prepare="报价单"),
        AgendaItem("b", 2, "物料", prepare="清单"),
    ),
)


def listed(record: MeetingRecord) -> dict[Check, list[Preparation]]:
    found: dict[Check, list[Preparation]] = {}
    for one in preparations(record, WEEKENDS):
        found.setdefault(one.check, []).append(one)
    return found


def test_each_is_due_working_days_before_and_somebody_sees_to_it() -> None:
    found = {check: (ones[0].who, ones[0].due) for check, ones in listed(RECORD).items()}
    wednesday, friday, monday = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)
    assert found[Check.GOAL] == ("周岚", wednesday)
    assert found[Check.NOTICE] == ("小林", wednesday)
    assert found[Check.MATERIALS] == ("小林", friday)
    assert found[Check.ROOM] == ("小林", friday)
    assert found[Check.SIGN_IN] == ("小林", monday)


def test_what_agenda_items_ask_for_is_on_it_with_whom_it_is_asked_of() -> None:
    asked = [(one.who, one.text, one.item) for one in listed(RECORD)[Check.PREPARE]]
    assert asked == [("韩磊", "报价单", "展位"), ("周岚", "清单", "物料")]


def test_only_a_long_meeting_has_tea() -> None:
    assert Check.TEA not in listed(RECORD)
    long = replace(MEETING, planned_end=datetime(2026, 11, 30, 15, 31))
    assert Check.TEA in listed(replace(RECORD, meeting=long))


def test_they_come_in_the_order_of_their_days() -> None:
    days = [one.due for one in preparations(RECORD, WEEKENDS)]
    assert days == sorted(days, key=lambda day: day or date.max)


def test_without_a_date_nothing_has_a_day() -> None:
    undated = MeetingRecord(replace(MEETING, planned_start=None))
    assert {one.due for one in preparations(undated, WEEKENDS)} == {None}
