"""Who gets the minutes, and who may not have them (F3)."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.distribution import may_have, proposed
from tui_minutes.domain.going_out import Because, Recipient
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, OutcomePerson, Part
from tui_minutes.domain.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Known:
    name: str
    department: str = ""
    title: str = ""
    email: str = ""
    clearance: Level | None = None
    heads: tuple[str, ...] = ()
    uid: str = ""


DIRECTORY = (
    Known("周岚", "市场部", "专员", "zhou@example.com", uid="k1"),
    Known("李四", "市场部", "经理", "li@example.com", uid="k2"),
    Known("顾青", "采购部", "经理", uid="k3"),
    Known("孙悦", "财务部", "经理", "sun@example.com", uid="k4"),
)
HERE = Participant("p1", "周岚", department="市场部", state=Attendance.PRESENT)
AWAY = Participant("p2", "韩磊", department="物流部", email="han@example.com", state=Attendance.EXCUSED)
ACTION = Outcome(
    "o", "A-001", OutcomeKind.ACTION, "x", "m", department="市场部",
    people=(OutcomePerson(Part.RESPONSIBLE, "周岚", "市场部"), OutcomePerson(Part.COPIED, "采购部")),
)  # fmt: skip
RECORD = MeetingRecord(Meeting("m", "M-1", "t", "UTC"), (HERE, AWAY), outcomes=(ACTION,))


def proposal(record: MeetingRecord, directory: tuple[Known, ...] = DIRECTORY) -> list[Recipient]:
    numbers = count(1)
    return proposed(record, directory, lambda: f"r{next(numbers)}")


def test_those_asked_those_copied_and_heads_each_once_with_their_address() -> None:
    assert [(one.name, one.email, one.reason) for one in proposal(RECORD)] == [
        ("周岚", "zhou@example.com", Because.ASKED),
        ("韩磊", "han@example.com", Because.ASKED),
        ("顾青", "", Because.COPIED),
        ("李四", "li@example.com", Because.HEAD),
    ]


def test_only_who_was_in_the_room_is_cleared_for_what_is_above_its_level() -> None:
    assert [one.name for one in proposal(RECORD) if one.cleared] == ["周岚"]


def test_a_confidential_meeting_is_proposed_to_nobody_who_was_not_there() -> None:
    secret = replace(RECORD, meeting=replace(RECORD.meeting, level=Level.CONFIDENTIAL))
    assert [one.name for one in proposal(secret)] == ["周岚"]


def test_a_clearance_that_was_said_goes_before_who_was_in_the_room() -> None:
    secret = replace(RECORD, meeting=replace(RECORD.meeting, level=Level.CONFIDENTIAL))
    here, head, *others = DIRECTORY
    directory = (replace(here, clearance=Level.INTERNAL), replace(head, clearance=Level.SECRET), *others)
    found = {one.name: one.cleared for one in proposal(secret, directory)}
    assert found == {"周岚": False, "李四": True}


def test_what_one_of_two_namesakes_may_see_says_nothing_of_the_other() -> None:
    secret = replace(RECORD, meeting=replace(RECORD.meeting, level=Level.CONFIDENTIAL))
    here, head, *others = DIRECTORY
    namesake = Known("李四", "财务部", uid="k5")
    cleared = replace(head, clearance=Level.SECRET)
    assert [one.name for one in proposal(secret, (here, cleared, namesake, *others))] == ["周岚"]
    asked = replace(secret, people=(HERE, Participant("p3", "李四", person_uid="k2")))
    found = {one.name: one.cleared for one in proposal(asked, (here, cleared, namesake, *others))}
    assert found == {"周岚": True, "李四": True}


def test_the_level_of_the_highest_item_counts() -> None:
    item = AgendaItem("i", 1, "x", level=Level.SECRET)
    directory = tuple(replace(one, clearance=Level.CONFIDENTIAL) for one in DIRECTORY)
    assert [one.cleared for one in proposal(replace(RECORD, agenda=(item,)), directory)] == [False] * 4
    assert [one.cleared for one in proposal(RECORD, directory)] == [True, False, True, True]


@pytest.mark.parametrize(
    ("recipient", "level", "may"),
    [
        (None, Level.INTERNAL, True),
        (None, Level.CONFIDENTIAL, False),
        (Recipient("r", "韩磊"), Level.CONFIDENTIAL, False),
        (Recipient("r", "周岚", cleared=True), Level.SECRET, True),
    ],
)
def test_what_is_confidential_goes_to_who_is_cleared(
    recipient: Recipient | None, level: Level, may: bool
) -> None:
    assert may_have(recipient, level) is may
