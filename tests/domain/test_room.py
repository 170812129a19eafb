"""What of a meeting the room may see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played, played
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.room import for_room, read_out, read_with
from tui_minutes.services import attendance, readback, session, votes


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """An open item and a secret one, with lines, outcomes and somebody who is ill."""
    with played(tmp_path / "minutes.db") as one:
        items = (PlanItem("展位选择", 10), PlanItem("白虎裁员", 20, level=Level.SECRET, prepare="名单"))
        one.plan(replace(PLAN, agenda=items)).begin()
        attendance.mark(one.store, one.command(), one.person("方晴").uid, Attendance.ABSENT, "住院")
        one.say("周岚：嘴上说的话")
        one.say("+ 靠门的展位")
        session.next_item(one.store, one.command(), one.uid)
        one.say("+ 名单下周公布 ")
        one.say("- 写好名单 @韩磊")
        yield one


def words(record: MeetingRecord) -> str:
    """Every word that is in a record."""
    return " ".join(str(getattr(record, field.name)) for field in fields(record))


def test_the_log_and_reasons_are_not_for_the_wall(meeting: Played) -> None:
    shown = for_room(meeting.record, Level.SECRET)
    assert "嘴上说的话" in words(meeting.record)
    assert "住院" in words(meeting.record)
    assert "嘴上说的话" not in words(shown)
    assert "住院" not in words(shown)
    assert [one.text for one in shown.live] == ["靠门的展位", "名单下周公布", "写好名单"]


def test_what_is_above_the_level_keeps_its_number_only(meeting: Played) -> None:
    shown = for_room(meeting.record, Level.INTERNAL)
    assert [(one.number, one.text) for one in shown.live] == [
        ("D-001", "靠门的展位"),
        ("D-002", ""),
        ("A-001", ""),
    ]
    assert [item.title for item in shown.agenda] == ["展位选择", ""]
    for secret in ("白虎", "名单"):
        assert secret in words(meeting.record)
        assert secret not in words(shown)
    assert shown.live[2].people == ()


def test_of_a_meeting_above_the_level_only_its_number_and_times_are_left(meeting: Played) -> None:
    secret = replace(meeting.record, meeting=replace(meeting.record.meeting, level=Level.CONFIDENTIAL))
    shown = for_room(secret, Level.INTERNAL)
    assert shown.meeting.number == "M-2026-001"
    assert shown.elapsed(meeting.now) == secret.elapsed(meeting.now)
    for word in (PLAN.title, "展位", "韩磊"):
        assert word in words(secret)
        assert word not in words(shown)


def test_while_the_meeting_goes_on_only_what_is_on_show_is_read(meeting: Played) -> None:
    record, last = meeting.record, meeting.outcome("A-001")
    assert read_out(record, "") is None
    assert read_out(record, "gone") is None
    assert read_out(record, last.uid) == last
    assert [one.number for one in read_with(record, last)] == ["D-002", "A-001"]


def test_in_the_readback_it_is_what_is_on_show_else_the_first_unread(meeting: Played) -> None:
    session.to_readback(meeting.store, meeting.command(), meeting.uid)
    record, last = meeting.record, meeting.outcome("A-001")
    assert read_out(record, last.uid) == last
    assert read_out(record, "") == meeting.outcome("D-001")
    assert read_with(record, last) == record.live
    readback.agree_rest(meeting.store, meeting.command(), meeting.uid)
    assert read_out(meeting.record, "") is None


def test_a_vote_is_seen_with_what_it_was_on(meeting: Played) -> None:
    for number in ("D-001", "D-002"):
        votes.by_count(meeting.store, meeting.command(), meeting.outcome(number).uid, Votes(2, 1, 0))
    assert len(for_room(meeting.record, Level.SECRET).votes) == 2
    shown = for_room(meeting.record, Level.INTERNAL)
    assert [one.outcome_uid for one in shown.votes] == [meeting.outcome("D-001").uid]
