"""What is to be ready before a meeting, who sees to it, and by when, in working days (B3, B5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.preparation import materials_due
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import Calendar

NOTICE_WORKDAYS = 3
"""The notice goes out so many working days ahead (B5)."""

TEA_MINUTES = 90
"""A longer meeting has tea (G3)."""


class Check(StrEnum):
    """What a meeting usually needs (G3)."""

    GOAL = "goal"
    PEOPLE = "people"
    NOTICE = "notice"
    MATERIALS = "materials"
    ROOM = "room"
    EQUIPMENT = "equipment"
    RECORDING = "recording"
    SIGN_IN = "sign_in"
    TEA = "tea"
    PREPARE = "prepare"


@dataclass(frozen=True, slots=True)
class Preparation:
    """One thing to be ready: `text` is what an agenda item asks for. `due` is None without a date."""

    check: Check
    who: str
    due: date | None
    text: str = ""
    item: str = ""


def preparations(record: MeetingRecord, calendar: Calendar) -> tuple[Preparation, ...]:
    """The checklist of a meeting, by date: what it usually needs, and what its agenda asks of people."""
    found = [*_usual(record, calendar), *_asked(record, calendar)]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def _usual(record: MeetingRecord, calendar: Calendar) -> Iterator[Preparation]:
    meeting = record.meeting
    convener = _first(record, Role.CONVENER, Role.CHAIR)
    recorder = _first(record, Role.RECORDER) or meeting.recorder
    day = meeting.planned_start.date() if meeting.planned_start else None
    notice = calendar.add_workdays(day, -NOTICE_WORKDAYS)[0] if day else None
    before = calendar.add_workdays(day, -1)[0] if day else None
    yield Preparation(Check.GOAL, convener, notice)
    yield Preparation(Check.PEOPLE, convener, notice)
    yield Preparation(Check.NOTICE, recorder, notice)
    yield Preparation(Check.MATERIALS, recorder, materials_due(day, calendar) if day else None)
    yield Preparation(Check.ROOM, recorder, before, meeting.place)
    yield Preparation(Check.EQUIPMENT, recorder, day)
    yield Preparation(Check.RECORDING, recorder, day)
    yield Preparation(Check.SIGN_IN, recorder, day)
    if _is_long(meeting):
        yield Preparation(Check.TEA, recorder, day)


def _asked(record: MeetingRecord, calendar: Calendar) -> Iterator[Preparation]:
    start = record.meeting.planned_start
    due = materials_due(start.date(), calendar) if start else None
    for item in record.agenda:
        if item.prepare:
            who = item.facilitator or _first(record, Role.CONVENER, Role.CHAIR)
            yield Preparation(Check.PREPARE, who, due, item.prepare, item.title)


def _is_long(meeting: Meeting) -> bool:
    return meeting.planned_minutes > TEA_MINUTES


def _first(record: MeetingRecord, *roles: Role) -> str:
    """Who has the first of the roles that somebody has."""
    named = (person.name for role in roles for person in record.people if role in person.roles)
    return next(named, "")
