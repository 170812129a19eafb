"""What is to be ready before a meeting, counted back from its day in working days (B5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.checklist import Check, Kept, Preparation, Preparing, checklist, usual
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.policy import MINUTES, PREPARATION, Policy
from tui_minutes.domain.workdays import WEEKENDS

MEETING = Meeting(
    "m", "M-1", "t", "Asia/Shanghai", place="3 号会议室",
    planned_start=datetime(2026, 11, 30, 14, 0), planned_end=datetime(2026, 11, 30, 15, 0),
)  # fmt: skip
"""On a Monday."""

PREPARING = Preparing(
    MEETING,
    (
        AgendaItem("a", 1, "展位", facilitator="韩磊", prepare="报价单"),
        AgendaItem("b", 2, "物料", prepare="清单", level=Level.SECRET),
    ),
    (Participant("1", "周岚", roles=(Role.CHAIR,)), Participant("2", "小林", roles=(Role.RECORDER,))),
)
WEDNESDAY, FRIDAY, MONDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)


def drawn(preparing: Preparing = PREPARING, policy: Policy = MINUTES) -> tuple[Preparation, ...]:
    return checklist(preparing, policy, WEEKENDS)


def the(check: Check, preparing: Preparing = PREPARING, policy: Policy = MINUTES) -> Preparation:
    return next(one for one in drawn(preparing, policy) if one.kept.check is check)


def test_each_is_due_working_days_before_and_somebody_sees_to_it() -> None:
    found = {check: (the(check).who, the(check).due) for check in usual(PREPARING.meeting)}
    assert found[Check.GOAL] == ("周岚", WEDNESDAY)
    assert found[Check.NOTICE] == ("小林", WEDNESDAY)
    assert found[Check.MATERIALS] == ("小林", FRIDAY)
    assert found[Check.ROOM] == ("小林", FRIDAY)
    assert found[Check.SIGN_IN] == ("小林", MONDAY)


def test_the_preset_says_how_far_ahead_materials_and_notice_are() -> None:
    early = replace(PREPARATION, notice_workdays=5)
    assert the(Check.MATERIALS, policy=early).due == the(Check.PREPARE, policy=early).due == WEDNESDAY
    assert the(Check.NOTICE, policy=early).due == date(2026, 11, 23)


def test_what_agenda_items_ask_for_is_on_it_with_whom_it_is_asked_of() -> None:
    asked = [one for one in drawn() if one.kept.check is Check.PREPARE]
    assert [(one.key, one.who, one.kept.text, one.about, one.due) for one in asked] == [
        ("a", "韩磊", "报价单", "展位", FRIDAY),
        ("b", "周岚", "清单", "物料", FRIDAY),
    ]
    assert [one.level for one in asked] == [Level.INTERNAL, Level.SECRET]


def test_only_a_long_meeting_has_tea() -> None:
    assert Check.TEA not in [one.kept.check for one in drawn()]
    long = replace(MEETING, planned_end=datetime(2026, 11, 30, 15, 31))
    assert the(Check.TEA, replace(PREPARING, meeting=long)).due == MONDAY


def test_they_come_in_the_order_of_their_days() -> None:
    days = [one.due for one in drawn()]
    assert days == sorted(days, key=lambda day: day or date.max)


def test_without_a_date_nothing_has_a_day_but_what_is_fixed() -> None:
    undated = replace(PREPARING, meeting=replace(MEETING, planned_start=None))
    assert {one.due for one in drawn(undated)} == {None}
    fixed = replace(undated, kept=(Kept("k", text="订票", due=FRIDAY),))
    assert drawn(fixed)[0].due == FRIDAY


def test_what_is_kept_takes_the_place_of_the_usual_and_what_nobody_asks_for_any_more_is_left() -> None:
    kept = (
        Kept("k1", text="订票", who="韩磊", ahead=2),
        Kept("k2", Check.PREPARE, text="清单", note="电子版"),
        Kept("k3", Check.PREPARE, text="没人再要"),
    )
    found = drawn(replace(PREPARING, kept=kept))
    assert [(one.key, one.kept.text, one.who, one.due) for one in found] == [
        ("k1", "订票", "韩磊", date(2026, 11, 26)),
        ("b", "清单", "周岚", FRIDAY),
        ("a", "报价单", "韩磊", FRIDAY),
    ]


def test_two_of_the_same_check_are_told_apart() -> None:
    kept = (Kept("k1", Check.MATERIALS, "图纸"), Kept("k2", Check.MATERIALS, "样品"))
    found = drawn(replace(PREPARING, agenda=(), kept=kept))
    assert [(one.key, one.kept.text) for one in found] == [("materials", "图纸"), ("k2", "样品")]


def test_two_items_that_ask_for_the_same_are_ticked_apart() -> None:
    agenda = tuple(AgendaItem(uid, 1, uid, prepare="报价单") for uid in "ab")
    at = datetime(2026, 11, 24, tzinfo=UTC)
    kept = (Kept("k", Check.PREPARE, "报价单", done_at=at),)
    found = drawn(replace(PREPARING, agenda=agenda, kept=kept))
    assert [(one.about, one.is_done) for one in found] == [("a", True), ("b", False)]


@pytest.mark.parametrize(
    ("check", "so"),
    [
        (Check.GOAL, replace(PREPARING, meeting=replace(MEETING, goal="定下春季展会的展位和预算上限"))),
        (Check.NOTICE, replace(PREPARING, noticed=True)),
        (Check.ROOM, replace(PREPARING, meeting=replace(MEETING, place="https://meet.example/1"))),
    ],
)
def test_what_the_meeting_shows_is_done_by_itself(check: Check, so: Preparing) -> None:
    assert not the(check).is_done, "a room that is named may still have to be booked"
    assert the(check, so).by_itself


def test_people_are_there_with_somebody_who_chairs() -> None:
    assert the(Check.PEOPLE).by_itself
    assert not the(Check.PEOPLE, replace(PREPARING, people=PREPARING.people[1:])).by_itself


def test_late_is_what_is_not_done_after_its_day() -> None:
    assert not the(Check.ROOM).is_late(FRIDAY)
    assert the(Check.ROOM).is_late(date(2026, 11, 28))
    ticked = Kept("k", Check.ROOM, done_at=datetime(2026, 11, 29, tzinfo=UTC))
    assert not the(Check.ROOM, replace(PREPARING, kept=(ticked,))).is_late(MONDAY)
