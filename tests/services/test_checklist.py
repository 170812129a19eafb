"""The checklist of a meeting: stored with its first change, then ticked, changed, put in order (B5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.meeting import PLAN, START, Played
from tui_minutes.domain.checklist import Check, Preparation
from tui_minutes.domain.checklist import checklist as drawn_up
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import PlanCheck, PlanItem
from tui_minutes.domain.policy import MINUTES, Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.series import When
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import (
    agenda,
    attendance,
    checklist,
    distribution,
    followups,
    handing_over,
    meetings,
    reminders,
)
from tui_minutes.store.tables import ChecklistRow

AHEAD = datetime(2026, 11, 23, 1, tzinfo=UTC)
"""A Monday, 9:00 in Shanghai; the meeting is on Friday at 14:00."""

ASKS = replace(PLAN, agenda=(PlanItem("展位选择", 10, "韩磊", "三家报价单"), *PLAN.agenda[1:]))


@pytest.fixture
def planned(meeting: Played) -> Played:
    """A meeting to come whose first item asks for quotes."""
    meeting.now = AHEAD
    return meeting.plan(ASKS)


def drawn(meeting: Played) -> tuple[Preparation, ...]:
    return drawn_up(meeting.store.preparing(meeting.record), MINUTES, WEEKENDS)


def the(meeting: Played, check: Check) -> Preparation:
    return next(one for one in drawn(meeting) if one.kept.check is check)


def words(meeting: Played) -> list[str]:
    return [one.kept.check or one.kept.text for one in drawn(meeting)]


def tick(meeting: Played, key: str, *, done: bool = True) -> None:
    checklist.tick(meeting.store, meeting.command("周岚"), meeting.uid, key, done=done)


def add(meeting: Played, wanted: PlanCheck, note: str = "") -> str:
    return checklist.add(meeting.store, meeting.command(), meeting.uid, wanted, note)


def test_a_tick_says_who_and_when_and_can_be_taken_back(planned: Played) -> None:
    before = words(planned)
    tick(planned, "room")
    ticked = the(planned, Check.ROOM)
    assert (ticked.key, ticked.kept.done_by, ticked.kept.done_at) == ("room", "周岚", planned.now)
    assert words(planned) == before, "the others are still there, in the same order"
    tick(planned, "room", done=False)
    assert not the(planned, Check.ROOM).is_done


def test_what_an_agenda_item_asks_for_is_ticked_until_it_asks_for_something_else(planned: Played) -> None:
    tick(planned, the(planned, Check.PREPARE).key)
    assert the(planned, Check.PREPARE).is_done
    item = planned.record.agenda[0]
    agenda.edit_item(
        planned.store, planned.command(), item.uid, PlanItem("展位选择", 10, "韩磊", "四家报价单")
    )
    [asked] = [one for one in drawn(planned) if one.kept.check is Check.PREPARE]
    assert (asked.kept.text, asked.is_done) == ("四家报价单", False)
    with pytest.raises(Refused, match="asked_on_agenda"):
        checklist.remove(planned.store, planned.command(), planned.uid, asked.key)


def test_things_of_its_own_are_added_changed_and_taken_off(planned: Played) -> None:
    key = add(planned, PlanCheck(text=" 订\x1b票 ", who="韩磊", ahead=2), "高铁")
    own = drawn(planned)[-1]
    assert (own.kept.text, own.who, own.due, own.kept.note) == ("订票", "韩磊", date(2026, 11, 25), "高铁")
    changed = PlanCheck(text="订机票", due=date(2026, 11, 24))
    checklist.change(planned.store, planned.command(), planned.uid, key, changed)
    own = drawn(planned)[-1]
    assert (own.kept.text, own.who, own.due, own.kept.note) == ("订机票", "小林", date(2026, 11, 24), "")
    checklist.remove(planned.store, planned.command(), planned.uid, key)
    assert "订机票" not in words(planned)
    with pytest.raises(Refused, match="not_found"):
        tick(planned, key)


def test_a_usual_one_keeps_its_words_whoever_sees_to_it(planned: Played) -> None:
    room = the(planned, Check.ROOM)
    wanted = PlanCheck(Check.ROOM, "别的", "韩磊", 3)
    checklist.change(planned.store, planned.command(), planned.uid, room.key, wanted, "三楼")
    room = the(planned, Check.ROOM)
    assert (room.kept.text, room.who, room.due) == ("", "韩磊", date(2026, 11, 24))


@pytest.mark.parametrize("text", ["", " \u202e "])
def test_it_says_what_is_to_be_ready(planned: Played, text: str) -> None:
    key = add(planned, PlanCheck(text="订票"))
    with pytest.raises(Refused, match="nothing_to_prepare"):
        add(planned, PlanCheck(text=text))
    with pytest.raises(Refused, match="nothing_to_prepare"):
        checklist.change(planned.store, planned.command(), planned.uid, key, PlanCheck(text=text))
    assert words(planned)[-1] == "订票"


def test_they_change_places(planned: Played) -> None:
    before = words(planned)
    key = drawn(planned)[1].key
    checklist.move(planned.store, planned.command(), planned.uid, key, -1)
    assert words(planned) == [before[1], before[0], *before[2:]]
    checklist.move(planned.store, planned.command(), planned.uid, key, -1)
    assert words(planned)[0] == before[1]


def remove_all(meeting: Played) -> None:
    """Take off all that no agenda item asks for."""
    for one in drawn(meeting):
        if one.kept.check is not Check.PREPARE:
            checklist.remove(meeting.store, meeting.command(), meeting.uid, one.key)


def test_a_meeting_may_need_nothing_but_what_its_agenda_asks_for(planned: Played) -> None:
    remove_all(planned)
    assert words(planned) == [Check.PREPARE]
    for _ in range(2):
        key = add(planned, PlanCheck(text="样品"))
        checklist.move(planned.store, planned.command(), planned.uid, key, -1)
        assert words(planned) == ["样品", Check.PREPARE]
        checklist.remove(planned.store, planned.command(), planned.uid, key)
        assert words(planned) == [Check.PREPARE]
    assert drawn_up(replace(planned.store.preparing(planned.record), agenda=()), MINUTES, WEEKENDS) == ()


def follow(planned: Played) -> Played:
    """The meeting after it, a week later."""
    at = datetime(2026, 12, 4, 14)
    command, when = planned.command(), When(at, at + timedelta(hours=1), "Asia/Shanghai")
    uid = followups.follow_up(planned.store, command, planned.uid, when)
    return replace(planned, uid=uid)


def test_the_next_meeting_has_the_same_checklist_none_of_it_ticked(planned: Played) -> None:
    add(planned, PlanCheck(text="样品", who="韩磊", ahead=2), note="红色的")
    add(planned, PlanCheck(text="展架", due=date(2026, 11, 26)))
    checklist.remove(planned.store, planned.command(), planned.uid, the(planned, Check.SIGN_IN).key)
    tick(planned, the(planned, Check.ROOM).key)
    following = follow(planned)
    assert words(following) == [one for one in words(planned) if one != Check.PREPARE]
    own = {one.kept.text: one for one in drawn(following) if one.kept.check is None}
    assert (own["样品"].who, own["样品"].due) == ("韩磊", date(2026, 12, 2))
    assert own["展架"].due is None
    assert not any(one.kept.done_at for one in drawn(following))


def test_after_a_meeting_that_needs_nothing_the_next_needs_nothing(planned: Played) -> None:
    remove_all(planned)
    assert drawn(follow(planned)) == ()


def test_a_plan_may_bring_its_own(meeting: Played) -> None:
    meeting.plan(replace(PLAN, checks=(PlanCheck("room", ahead=3), PlanCheck(text="样品"))))
    assert words(meeting) == ["room", "样品"]
    assert the(meeting, Check.ROOM).due == date(2026, 11, 24)


def test_the_days_move_with_the_meeting(planned: Played) -> None:
    tick(planned, the(planned, Check.ROOM).key)
    later = PLAN.start + timedelta(days=7) if PLAN.start else None
    meetings.update(planned.store, planned.command(), planned.uid, planned_start=later, planned_end=None)
    assert the(planned, Check.ROOM).due == date(2026, 12, 3)


def test_once_the_notice_is_handed_over_it_is_out(planned: Played) -> None:
    assert not the(planned, Check.NOTICE).is_done
    distribution.add(planned.store, planned.command(), planned.uid, "韩磊", "han@example.com")
    [one] = planned.store.going_out(planned.uid).recipients
    handing_over.hand_over(planned.store, planned.command(), one.uid, Paper.NOTICE, "纸质")
    assert the(planned, Check.NOTICE).by_itself


def test_it_may_be_ticked_until_the_room_has_signed(planned: Played) -> None:
    tick(planned, "recording")
    planned.begin().say("+ 订A馆")
    tick(planned, "recording", done=False)
    planned.read_back().seal()
    with pytest.raises(Refused, match="sealed"):
        tick(planned, "recording")


def test_a_tick_that_is_sent_twice_is_one(planned: Played) -> None:
    command = planned.command()
    for _ in range(2):
        checklist.tick(planned.store, command, planned.uid, "room", done=True)
    assert ChecklistRow.select().where(ChecklistRow.check == Check.ROOM).count() == 1


def test_who_sees_to_it_is_reminded_until_it_is_ticked_off_or_the_meeting_begins(planned: Played) -> None:
    now = datetime(2026, 11, 26, 1, tzinfo=UTC)

    def told(at: datetime = now) -> dict[str, list[str]]:
        return {
            letter.recipient: [one.matter.check or one.matter.text for one in letter.reminders]
            for letter in reminders.due_letters(planned.store, at, Rules())
        }

    found = told()
    assert found["韩磊"] == ["prepare"]
    assert {"notice", "materials", "room"} <= set(found["小林"])
    tick(planned, the(planned, Check.PREPARE).key)
    assert "韩磊" not in told()
    assert told(START - timedelta(minutes=1)) != {}
    assert told(START) == {}, "nobody has begun it, and its time has come"
    attendance.open_check_in(planned.store, planned.command(), planned.uid)
    assert told() == {}


def test_the_letter_says_it_in_words(planned: Played) -> None:
    now = datetime(2026, 11, 26, 1, tzinfo=UTC)
    letters = reminders.due_letters(planned.store, now, Rules())
    text = next(reminders.text(one, now.date()) for one in letters if one.recipient == "小林")
    assert "The room is booked, or the link is set up: for 春季展会筹备会; due 2026-11-26 Thu" in text
