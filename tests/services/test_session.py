"""Items, clocks, breaks, people who come and go (C1, D1, D2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.meeting import Played
from tui_minutes.domain.agenda import ItemState, Origin
from tui_minutes.domain.attendance import Attendance, Movement
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import attendance, invitees, meetings, session


def test_the_clock_of_an_item_stands_still_in_a_break(meeting: Played) -> None:
    meeting.plan().begin()
    began = meeting.now
    session.pause(meeting.store, meeting.command(), meeting.uid)
    meeting.now += timedelta(minutes=20)
    session.resume(meeting.store, meeting.command(), meeting.uid)
    record = meeting.record
    later = meeting.now + timedelta(minutes=4)
    assert record.agenda[0].spent(later) == timedelta(minutes=5)
    assert record.elapsed(later) == later - began - timedelta(minutes=21)


def test_next_goes_through_the_agenda_and_stops_after_the_last(meeting: Played) -> None:
    meeting.plan().begin()
    for _ in range(2):
        assert session.next_item(meeting.store, meeting.command(), meeting.uid)
    assert session.next_item(meeting.store, meeting.command(), meeting.uid) is None
    states = [item.state for item in meeting.record.agenda]
    assert states == [ItemState.DONE, ItemState.DONE, ItemState.OPEN]


def test_a_new_topic_comes_after_the_current_item_and_back_leads_back(meeting: Played) -> None:
    meeting.plan().begin()
    session.add_topic(meeting.store, meeting.command(), meeting.uid, "停车位")
    record = meeting.record
    assert [item.title for item in record.agenda] == ["展位选择", "停车位", "物料清单", "值班安排"]
    assert record.current_item is not None
    assert record.current_item.origin is Origin.TOPIC
    session.back(meeting.store, meeting.command(), meeting.uid)
    assert meeting.record.current_item == meeting.record.agenda[0]


def test_a_deferred_item_leaves_the_table_to_the_next(meeting: Played) -> None:
    meeting.plan().begin()
    session.defer(meeting.store, meeting.command(), meeting.record.agenda[0].uid)
    record = meeting.record
    assert [item.state for item in record.agenda[:2]] == [ItemState.DEFERRED, ItemState.OPEN]
    assert record.entries[0].kind is EntryKind.EVENT
    assert "展位选择" in record.entries[0].text


def test_extension_gives_the_item_and_the_meeting_more_time(meeting: Played) -> None:
    meeting.plan().begin()
    session.extend_item(meeting.store, meeting.command(), meeting.record.agenda[0].uid, 5)
    session.extend_meeting(meeting.store, meeting.command(), meeting.uid, 15)
    record = meeting.record
    assert record.agenda[0].allotted == timedelta(minutes=15)
    scheduled = record.meeting.scheduled_end
    assert scheduled is not None
    assert record.meeting.local(scheduled).strftime("%H:%M") == "15:15"
    with pytest.raises(Refused, match="minutes_out_of_range"):
        session.extend_meeting(meeting.store, meeting.command(), meeting.uid, 0)


def test_people_come_late_leave_and_return_on_record(meeting: Played) -> None:
    meeting.plan()
    attendance.open_check_in(meeting.store, meeting.command(), meeting.uid)
    session.start(meeting.store, meeting.command(), meeting.uid)
    uid = meeting.record.people[1].uid
    attendance.come(meeting.store, meeting.command(), uid)
    attendance.leave(meeting.store, meeting.command(), uid)
    assert not meeting.record.people[1].here
    attendance.come(meeting.store, meeting.command(), uid)
    person = meeting.record.people[1]
    assert person.state is Attendance.LATE
    assert [event.kind for event in person.events] == [Movement.ARRIVED, Movement.LEFT, Movement.RETURNED]
    assert [entry.text for entry in meeting.record.entries] == ["韩磊 到会", "韩磊 离席", "韩磊 返回"]


def test_a_substitute_stands_in_with_the_roles_of_the_absent(meeting: Played) -> None:
    meeting.plan()
    chair = meeting.record.people[0]
    attendance.substitute(meeting.store, meeting.command(), chair.uid, "吕帆")
    stand_in = meeting.record.participant("吕帆")
    assert stand_in is not None
    assert (stand_in.roles, stand_in.substitutes, stand_in.here) == (chair.roles, "周岚", True)
    assert meeting.record.people[0].state is Attendance.EXCUSED


def test_a_meeting_without_a_plan_runs_at_once(meeting: Played) -> None:
    meeting.uid = meetings.start_now(meeting.store, meeting.command(), "临时碰头", "Asia/Shanghai", "zh")
    meeting.say("+ 先停线")
    record = meeting.record
    assert (record.meeting.phase, record.people[0].name, record.people[0].here) == (
        Phase.IN_SESSION, meeting.typist, True,
    )  # fmt: skip
    assert meeting.outcome("D-001").item_uid is None


def test_what_does_not_run_is_refused_in_words(meeting: Played) -> None:
    meeting.plan()
    with pytest.raises(Refused, match="not_in_session"):
        session.next_item(meeting.store, meeting.command(), meeting.uid)
    with pytest.raises(Refused, match="already_there"):
        attendance.walk_in(meeting.store, meeting.command(), meeting.uid, "韩磊", "市场部")


def test_nobody_is_on_the_list_twice_unless_departments_tell_two_apart(meeting: Played) -> None:
    meeting.plan()
    for department in ("", "市场部"):
        with pytest.raises(Refused, match="already_there"):
            attendance.walk_in(meeting.store, meeting.command(), meeting.uid, "韩磊", department)
    attendance.walk_in(meeting.store, meeting.command(), meeting.uid, "韩磊", "财务部")
    other = meeting.person("周岚").uid
    with pytest.raises(Refused, match="already_there"):
        invitees.edit_person(meeting.store, meeting.command(), other, PlanPerson("韩磊", "市场部"))


def test_minutes_are_taken_at_once_also_by_somebody_without_a_name(meeting: Played) -> None:
    meeting.typist = ""
    meeting.uid = meetings.start_now(meeting.store, meeting.command(), "急事", "Asia/Shanghai", "zh")
    assert meeting.record.people == ()
    assert meeting.record.meeting.phase is Phase.IN_SESSION


def test_who_is_named_but_not_here_is_on_the_list_and_absent(meeting: Played) -> None:
    meeting.plan().begin()
    attendance.note_absent(meeting.store, meeting.command(), meeting.uid, "何平")
    assert meeting.person("何平").state is Attendance.ABSENT


def test_namesakes_of_two_departments_are_two_people(meeting: Played) -> None:
    meeting.plan()
    invitees.add_person(meeting.store, meeting.command(), meeting.uid, PlanPerson("韩磊", "研发部"))
    first, second = (person for person in meeting.record.people if person.name == "韩磊")
    assert first.person_uid != second.person_uid
    invitees.edit_person(meeting.store, meeting.command(), second.uid, PlanPerson("韩磊", "测试部"))
    known = sorted((one.name, one.department) for one in meeting.store.people() if one.name == "韩磊")
    assert known == [("韩磊", "市场部"), ("韩磊", "测试部")]
