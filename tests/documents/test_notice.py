"""What goes out before a meeting, and what lies on the table (B1-B6, C1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.documents.test_sections import titles, written
from tui_minutes.documents.notice import agenda_document, notice_document
from tui_minutes.documents.on_paper import SPARE_ROWS, checklist_document, sign_in_document
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.checklist import Check, Kept, Preparing, checklist
from tui_minutes.domain.document import Grid, Lines
from tui_minutes.domain.going_out import GoingOut, Material
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.policy import MINUTES
from tui_minutes.domain.reading import Kind, Reading
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.i18n import set_language

DUE = date(2026, 11, 26)
RECORD = MeetingRecord(
    Meeting(
        "m", "M-2026-012", "Spring fair", "Asia/Shanghai", goal="Choose the booth", expected=("a booth",),
        place="Room 3", planned_start=datetime(2026, 11, 27, 14, 0),
        planned_end=datetime(2026, 11, 27, 15, 0),
    ),
    (
        Participant("1", "Ann", "Office", "Head", "ann@example.com", roles=(Role.CHAIR,)),
        Participant("2", "Tom", "Design", roles=(Role.OBSERVER,)),
        Participant("3", "Li", email="li@example.com", roles=(Role.RECORDER,)),
    ),
    (
        AgendaItem("a", 1, "Booth", 10, facilitator="Ann", prepare="quotes"),
        AgendaItem("b", 2, "Posters"),
        AgendaItem("c", 3, "Shifts", 5, level=Level.CONFIDENTIAL),
    ),
)  # fmt: skip
READ = GoingOut(materials=(Material("x", "Quotes", "https://example.com/q"),))


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def test_the_notice_says_all_that_one_must_know_beforehand() -> None:
    notice = notice_document(RECORD, READ, DUE)
    assert notice.title == "Notice: Spring fair"
    assert titles(notice) == [
        "Time and place", "Goal", "Agenda", "To be prepared", "Attachments", "Participants", "Contact",
    ]  # fmt: skip
    assert "Place: Room 3" in written(notice, "Time and place")
    assert written(notice, "To be prepared") == ["Ann / quotes / for: Booth"]
    assert written(notice, "Attachments") == ["1 | Quotes | https://example.com/q | "]
    assert written(notice, "Contact") == ["Li (li@example.com)"]


def test_items_have_their_time_by_the_clock_until_one_has_no_length() -> None:
    assert written(agenda_document(RECORD), "Agenda") == [
        "1 | 14:00–14:10 | Booth | Ann | 10 min",
        "2 | from 14:10 | Posters |  | no limit",
        "3 |  | Shifts (confidential) |  | 5 min",
    ]


def test_what_is_proposed_stands_under_its_item_with_who_and_when() -> None:
    proposed = {"c": [Reading("", Kind.DECISION, "Book booth A12", owners=("Ann",), due=date(2026, 12, 4))]}
    notice = notice_document(RECORD, READ, DUE, proposed)
    assert written(notice, "Proposed decisions") == [
        "Book booth A12 / Responsible: Ann / Due: 2026-12-04 Fri"
    ]
    [lines] = next(one for one in notice.sections if one.title == "Proposed decisions").blocks
    assert isinstance(lines, Lines)
    assert lines.caption == "3. Shifts (confidential)"
    assert "Proposed decisions" in titles(agenda_document(RECORD, proposed))


def test_a_meeting_that_is_hardly_planned_has_a_notice_all_the_same() -> None:
    bare = notice_document(MeetingRecord(Meeting("m", "M-1", "t", "UTC")), GoingOut(), None)
    assert written(bare, "Time and place")[:2] == ["Time: not fixed yet", "Place: not fixed yet"]


def test_the_checklist_has_its_ticks_and_room_for_more() -> None:
    ticked = Kept(
        "k", Check.PREPARE, "quotes", note="two", done_at=datetime(2026, 11, 25, tzinfo=UTC), done_by="Li"
    )
    kept = (Kept("g", Check.GOAL), Kept("r", Check.ROOM), ticked)
    preparing = Preparing(RECORD.meeting, RECORD.agenda, RECORD.people, kept)
    paper = checklist_document(RECORD, checklist(preparing, MINUTES, WEEKENDS))
    assert written(paper, "Checklist") == [
        "☑ | Goal and agenda are fixed | Ann | 2026-11-24 Tue | ",
        "□ | The room is booked, or the link is set up: Room 3 | Li | 2026-11-26 Thu | ",
        "☑ | quotes (Booth) | Ann | 2026-11-26 Thu | two, 11-25 Wed (Li)",
    ]


def test_everyone_asked_signs_in_and_there_is_room_for_others() -> None:
    [_, sheet] = sign_in_document(RECORD).sections
    [grid] = sheet.blocks
    assert isinstance(grid, Grid)
    assert grid.by_hand
    assert [row[1] for row in grid.rows] == ["Ann", "Li", "Tom", *[""] * SPARE_ROWS]


def test_they_are_in_the_language_of_the_meeting() -> None:
    chinese = replace(RECORD, meeting=replace(RECORD.meeting, language="zh"))
    assert notice_document(chinese, READ, DUE).title == "会议通知：Spring fair"
    assert sign_in_document(chinese).title == "签到表：Spring fair"
