"""Check-in: what a recorder does in the minutes before a meeting, by key, by line and by mouse (C1, C2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

from tests.meeting import PLAN, Played, played
from tests.support import Clock, in_front, run_app, shown, type_in
from tui_minutes.domain.attendance import Attendance, Participant, Role
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.services import attendance
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.people_pane import PeoplePane

HOSTILE = PlanPerson("[/]甲", "[@click=app.quit]部")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A planned meeting, 14:00 to 15:00, whose check-in is open: a chair, three others, an observer."""
    with played(tmp_path / "minutes.db") as one:
        one.plan(replace(PLAN, goal="定下展位", people=(*PLAN.people, HOSTILE)))
        attendance.open_check_in(one.store, one.command(), one.uid)
        yield one


def before(minutes: float) -> Clock:
    """So many minutes before the scheduled start."""
    clock = Clock()
    clock.forward(minutes=-minutes)
    return clock


def person(meeting: Played, name: str) -> Participant:
    found = meeting.record.participant(name)
    assert found is not None
    return found


def row(app: App[None], name: str) -> str:
    """The row of `name` in the table."""
    return next(line for line in shown(app).splitlines() if name in line)


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize(("language", "words"), [("en", ("late", "absent")), ("zh", ("迟到", "缺席"))])
async def test_one_key_a_state(
    meeting: Played, size: tuple[int, int], language: str, words: tuple[str, str]
) -> None:
    async with run_app(
        meeting.store, size=size, language=language, clock=before(3), first=meeting.uid
    ) as pilot:
        await pilot.press("enter", "l", "j", "b", *"flu", "enter", "j", "v", "enter")
        await pilot.pause()
        assert person(meeting, "周岚").state is Attendance.PRESENT
        assert person(meeting, "韩磊").state is Attendance.LATE
        nora = person(meeting, "Nora Quinn")
        assert (nora.state, nora.reason) == (Attendance.ABSENT, "flu")
        assert person(meeting, "[/]甲").state is Attendance.EXCUSED
        assert words[0] in row(pilot.app, "韩磊")
        assert "13:57" in row(pilot.app, "韩磊")
        assert words[1] in row(pilot.app, "Nora Quinn")
        assert "flu" in row(pilot.app, "Nora Quinn")
        assert "[@click=app" in row(pilot.app, "[/]甲")
        text = shown(pilot.app)
        assert ("2 of 4 here" if language == "en" else "应到 4 人，在场 2 人") in text
        assert ("not marked yet 方晴" if language == "en" else "尚未签到 方晴") in text
        assert ("Observers" if language == "en" else "列席") in text


async def test_everyone_not_marked_is_present_and_one_is_taken_back(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        await pilot.press("j", "b", "enter", "A")
        states = {one.name: one.state for one in meeting.record.people}
        assert states.pop("韩磊") is Attendance.ABSENT
        assert set(states.values()) == {Attendance.PRESENT}
        await pilot.press("k", "space")
        assert person(meeting, "周岚").state is Attendance.UNMARKED
        assert person(meeting, "周岚").events == ()


async def test_a_substitute_and_walk_ins(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        await pilot.press("s", *"Ida", "ctrl+s")
        ida = person(meeting, "Ida")
        assert (ida.substitutes, ida.state, ida.roles) == ("周岚", Attendance.PRESENT, (Role.CHAIR,))
        assert person(meeting, "周岚").state is Attendance.EXCUSED
        await pilot.press("+", *"Kit", "tab", *"Law", "tab", "right", "ctrl+s")
        kit = person(meeting, "Kit")
        assert (kit.department, kit.walk_in, kit.is_observer) == ("Law", True, True)
        await pilot.pause()
        assert "for 周岚" in row(pilot.app, "Ida")


@pytest.mark.parametrize(
    "line", ["韩磊、Nora Quinn", "hanlei, nora", "/in 韩磊，Nora Quinn", "/到 韩磊、Nora Quinn"]
)
async def test_names_typed_in_the_line_are_here(meeting: Played, line: str) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        capture = pilot.app.screen.query_one(CaptureLine)
        capture.take(line)
        await pilot.press("enter")
        await pilot.pause()
        here = {one.name for one in meeting.record.people if one.here}
        assert here == {"韩磊", "Nora Quinn"}


async def test_what_is_no_shortcut_is_typed_into_the_line(meeting: Played) -> None:
    async with run_app(meeting.store, language="zh", clock=before(3), first=meeting.uid) as pilot:
        await pilot.press(*"/缺席 韩磊 出差", "enter")
        await pilot.pause()
        absent = person(meeting, "韩磊")
        assert (absent.state, absent.reason) == (Attendance.ABSENT, "出差")


async def test_letters_that_came_with_the_first_are_typed_and_are_no_shortcuts(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        await type_in(pilot, "/absent 韩磊 visit")
        await pilot.press("enter")
        await pilot.pause()
        absent = person(meeting, "韩磊")
        assert (absent.state, absent.reason) == (Attendance.ABSENT, "visit")


async def test_an_unknown_name_may_walk_in_and_what_was_typed_is_not_lost(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        line = pilot.app.screen.query_one(CaptureLine)
        line.take("Zoe Park")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Zoe Park" in line.draft
        assert meeting.record.participant("Zoe Park") is None
        await pilot.press("end", "enter", "ctrl+s")
        assert person(meeting, "Zoe Park").walk_in


async def test_it_is_said_when_it_is_early(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(20), first=meeting.uid) as pilot:
        assert "It is early: people are usually checked in from 13:55" in shown(pilot.app)
        assert "starts in 20 min" in shown(pilot.app)


async def test_the_chair_opens_from_a_card(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        for words in ("定下展位", "60 min · 3 items", "展位选择", "Ground rules", "takes the minutes"):
            assert words in shown(pilot.app)
    async with run_app(meeting.store, size=(80, 24), clock=before(3), first=meeting.uid) as pilot:
        assert "定下展位" not in shown(pilot.app)
        await pilot.press("o")
        await pilot.pause()
        assert "定下展位" in shown(pilot.app)


async def test_the_card_tells_when_items_come_if_it_begins_only_now(meeting: Played) -> None:
    clock = before(3)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        assert "14:00–14:10" in shown(pilot.app)
        clock.forward(minutes=8)
        in_front(pilot.app).beat()
        await pilot.pause()
        assert "14:05–14:15" in shown(pilot.app)


async def test_the_start_says_first_who_is_not_marked(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(0), first=meeting.uid) as pilot:
        await pilot.press("space", "f9")
        await pilot.pause()
        assert "Not marked yet: 韩磊, Nora Quinn, 方晴, [/]甲" in shown(pilot.app)
        await pilot.press("escape")
        assert meeting.record.meeting.started_at is None
        await pilot.press("f9", "enter")
        await pilot.pause()
        assert meeting.record.meeting.phase is Phase.IN_SESSION
        assert type(pilot.app.screen).__name__ == "MeetingScreen"


@pytest.mark.parametrize(("keys", "minutes_late"), [(["enter"], 7), (["down", "enter"], 0)])
async def test_a_late_start_is_now_or_as_scheduled(
    meeting: Played, keys: list[str], minutes_late: int
) -> None:
    async with run_app(meeting.store, clock=before(-7), first=meeting.uid) as pilot:
        await pilot.press("A", "f9")
        await pilot.pause()
        assert "14:07" in shown(pilot.app)
        assert "14:00" in shown(pilot.app)
        await pilot.press(*keys)
        await pilot.pause()
        started = meeting.record.meeting.started_at
        assert started is not None
        assert started == before(-minutes_late).at


async def test_a_click_on_the_row_of_the_cursor_marks(meeting: Played) -> None:
    async with run_app(meeting.store, clock=before(3), first=meeting.uid) as pilot:
        await pilot.click(PeoplePane, offset=(6, 3))
        assert person(meeting, "韩磊").state is Attendance.UNMARKED
        await pilot.click(PeoplePane, offset=(6, 3))
        assert person(meeting, "韩磊").state is Attendance.PRESENT
