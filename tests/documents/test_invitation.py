"""A calendar invitation that calendars understand, whatever people wrote (B6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tui_minutes.documents.invitation import invitation
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.meeting import Level, Meeting, Phase
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean, clean_block

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
MEETING = Meeting(
    "0190", "M-2026-012", "春季展会筹备会", "Asia/Shanghai", place="3 号会议室；A 座",
    planned_start=datetime(2026, 11, 27, 14, 0), planned_end=datetime(2026, 11, 27, 15, 0), version=3,
)  # fmt: skip
PEOPLE = (
    Participant("1", "周岚", email="zhou@example.com", roles=(Role.CONVENER,)),
    Participant("2", "韩磊, 市场部", email="han@example.com"),
    Participant("3", "方晴", email="fang@example.com", roles=(Role.OBSERVER,)),
    Participant("4", "没有邮箱"),
)
RECORD = MeetingRecord(MEETING, PEOPLE)


def read(record: MeetingRecord, notice: str = "1. 展位选择") -> tuple[Calendar, Any]:
    """The invitation as a calendar reads it; its one event."""
    body = invitation(record, notice, AT)
    assert all(len(line) <= 75 for line in body.split(b"\r\n")), "longer lines are to be folded"
    body.decode()  # no character is cut in two
    found = Calendar.from_ical(body)
    [event] = found.events
    return found, event


def test_when_where_about_what_and_with_whom() -> None:
    calendar, event = read(RECORD, "1. 展位选择（10 分钟）\n2. 物料清单，含海报；" + "很长的说明" * 40)
    assert calendar["method"] == "REQUEST"
    assert event.start.isoformat() == "2026-11-27T14:00:00+08:00"
    assert event.end.isoformat() == "2026-11-27T15:00:00+08:00"
    assert (event["summary"], event["location"]) == (MEETING.title, MEETING.place)
    assert event["description"].endswith("很长的说明" * 40)
    assert (event["uid"], event["sequence"], event["dtstamp"].dt) == ("0190@tui-minutes", 3, AT)
    assert [zone.tz_name for zone in calendar.timezones] == ["Asia/Shanghai"]


def test_people_are_known_by_their_addresses_and_observers_may_stay_away() -> None:
    _, event = read(RECORD)
    assert event["organizer"] == "mailto:zhou@example.com"
    asked = {one.params["CN"]: (str(one), one.params["ROLE"]) for one in event["attendee"]}
    assert asked == {
        "周岚": ("mailto:zhou@example.com", "REQ-PARTICIPANT"),
        "韩磊, 市场部": ("mailto:han@example.com", "REQ-PARTICIPANT"),
        "方晴": ("mailto:fang@example.com", "OPT-PARTICIPANT"),
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"phase": Phase.CANCELLED}, {"status": "CANCELLED"}),
        ({"level": Level.CONFIDENTIAL}, {"class": "CONFIDENTIAL"}),
        ({"level": Level.PUBLIC}, {"class": "PUBLIC"}),
    ],
)
def test_what_is_called_off_or_confidential_says_so(fields: dict[str, Any], expected: dict[str, str]) -> None:
    _, event = read(replace(RECORD, meeting=replace(MEETING, **fields)))
    assert {name: event[name] for name in expected} == expected


def test_without_a_time_there_is_no_invitation() -> None:
    with pytest.raises(Refused, match="invitation_needs_time"):
        read(replace(RECORD, meeting=replace(MEETING, planned_end=None)))


@given(st.text(min_size=1), st.text(), st.text())
def test_whatever_people_wrote_is_read_back(title: str, place: str, notice: str) -> None:
    meeting = replace(MEETING, title=f"会{title}", place=place)
    _, event = read(MeetingRecord(meeting), notice)
    assert event["summary"] == clean(meeting.title)
    assert event["description"] == clean_block(notice)
    assert event.get("location", "") == (clean(place) if place else "")
