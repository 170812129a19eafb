"""Readback: outcome by outcome, mended on the spot, agreed, objected to, cut short when time is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.screens.readback_play import at_readback, begin
from tests.support import HOSTILE, Clock, in_front, run_app, shown, type_in
from tui_minutes.domain.capture import Context, Kind
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Hearing, Part
from tui_minutes.domain.people import People, Person
from tui_minutes.screens.readback import ReadbackScreen
from tui_minutes.screens.readback_line import read_here
from tui_minutes.services import outcomes, readback, signing

SIZES = [(80, 24), (132, 34)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_missing_stands_beside_it_and_a_line_mends_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, size=size, first=play.uid) as pilot:
        await pilot.press("y")
        assert "2 / 3" in shown(pilot.app)
        assert "missing" in shown(pilot.app)
        assert "nobody responsible" in shown(pilot.app)
        await type_in(pilot, "@bob, dora next fri")
        await pilot.press("enter")
        await pilot.pause()
        assert "missing" not in shown(pilot.app)
        assert "Bob Stone (Sales), Dora Lin" in shown(pilot.app)
        assert "A-001 is mended" in shown(pilot.app)
    action = play.outcome("A-001")
    assert action.owners == ("Bob Stone", "Dora Lin")
    assert action.due == date(2026, 12, 4)
    assert action.text == "finish the schedule"
    assert play.outcome("D-001").hearing is Hearing.AGREED


@pytest.mark.parametrize("size", SIZES)
async def test_the_same_in_chinese_with_an_input_method_on(tmp_path: Path, size: tuple[int, int]) -> None:
    play = at_readback(tmp_path, "zh")
    async with run_app(play.store, size=size, language="zh", first=play.uid) as pilot:
        assert "请与会者确认，或提出异议" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "未指定" in shown(pilot.app)
        await type_in(pilot, "＠鲁达 下周三")
        await pilot.press("enter")
        await pilot.pause()
        assert "鲁达（市场部）" in shown(pilot.app)
        assert "2026-12-02 周三" in shown(pilot.app)
        await type_in(pilot, "／异议 石秀 排期太紧")
        await pilot.press("enter")
        await pilot.pause()
        assert "石秀：排期太紧" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "≈" in shown(pilot.app)
    assert play.outcome("A-001").hearing is Hearing.RESERVATION
    assert [(one.name, one.text) for one in play.record.objections] == [("石秀", "排期太紧")]


async def test_a_held_enter_agrees_once(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("enter", "enter", "enter")
    assert [one.hearing for one in play.record.live] == [Hearing.AGREED, Hearing.UNREAD, Hearing.UNREAD]


async def test_a_change_voids_the_signatures_and_says_whose(tmp_path: Path) -> None:
    play = begin(tmp_path).read_back()
    signing.sign_all(play.store, play.command(), play.uid)
    async with run_app(play.store, first=play.uid) as pilot:
        await type_in(pilot, "-> the table")
        await pilot.press("enter")
        await pilot.pause()
        assert "D-001" in shown(pilot.app)
        await pilot.press("j")
        await type_in(pilot, "@bob")
        await pilot.press("enter")
        await pilot.pause()
        assert "void" in shown(pilot.app)
        assert "Ann Baker, Bob Stone, Dora Lin" in shown(pilot.app)
    assert not [one for one in play.record.confirmations if one.holds]


async def test_what_is_not_agreed_becomes_a_question_or_is_withdrawn(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("j", "o")
        await type_in(pilot, "dora")
        await pilot.press("tab")
        await type_in(pilot, "too tight")
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause()
        assert play.outcome("A-001").hearing is Hearing.NOT_AGREED
        assert "not agreed" in shown(pilot.app)
        await pilot.press("s")
        assert "To be agreed first" in shown(pilot.app)
        await pilot.press("j", "q")
        await pilot.pause()
        assert "A-001 is now the question Q-002" in shown(pilot.app)
        await pilot.press("w", "enter")
        await pilot.pause()
        assert "Q-002 is withdrawn" in shown(pilot.app)
    assert [one.number for one in play.record.live] == ["D-001", "Q-001"]


async def test_an_objection_settled_on_the_spot_leaves_it_to_be_read_again(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await type_in(pilot, "/objection Dora too tight")
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert "settled" in shown(pilot.app)
    (objection,) = play.record.objections
    assert (objection.name, objection.settled) == ("Dora Lin", True)
    assert play.outcome("D-001").hearing is Hearing.UNREAD


async def test_an_escaped_objection_gives_the_line_back(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await type_in(pilot, "/objection Dora too tight")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "/objection Dora too tight" in shown(pilot.app)
    assert play.record.objections == ()


async def test_the_form_changes_what_differs_and_names_a_wrong_date(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("j", "e", "tab")
        await type_in(pilot, "bob")
        await pilot.press("tab", "ctrl+u")
        await type_in(pilot, "someday")
        await pilot.press("ctrl+s")
        assert "“someday” is no date" in shown(pilot.app)
        await pilot.press("ctrl+u")
        await type_in(pilot, "next meeting")
        await pilot.press("ctrl+s")
        await pilot.pause()
    action = play.outcome("A-001")
    assert (action.owners, action.due, action.due_next_meeting) == (("Bob Stone",), None, True)
    assert action.deliverable == "schedule"


async def test_the_next_meeting_fills_what_is_due_by_then(tmp_path: Path) -> None:
    play = at_readback(tmp_path, lines=("- bring the figures @bob by next meeting -> figures",))
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("n")
        await type_in(pilot, "yesterday-ish")
        await pilot.press("ctrl+s")
        assert "is no date and time" in shown(pilot.app)
        await pilot.press("ctrl+u")
        await type_in(pilot, "next fri 9:30")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "2026-12-04 Fri 09:30" in shown(pilot.app)
    assert play.outcome("A-001").due == date(2026, 12, 4)


async def test_an_action_added_while_a_decision_is_read_hangs_on_it(tmp_path: Path) -> None:
    play = at_readback(tmp_path, lines=("+ feature B goes first", "+ feature C waits"))
    async with run_app(play.store, first=play.uid) as pilot:
        assert "missing" in shown(pilot.app)
        await type_in(pilot, "- tell sales @bob by fri")
        assert "under D-001" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "missing" not in shown(pilot.app)
    assert play.outcome("A-001").parent_uid == play.outcome("D-001").uid


async def test_when_time_is_over_only_what_has_gaps_is_read(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    clock = Clock(play.now)
    async with run_app(play.store, first=play.uid, clock=clock) as pilot:
        assert "Time is over" not in shown(pilot.app)
        clock.forward(minutes=60)
        in_front(pilot.app).show_time()
        await pilot.pause()
        assert "Time is over, 3 left to read: press t" in shown(pilot.app)
        await pilot.press("t", "down", "enter")
        await pilot.pause()
        assert "1 / 1" in shown(pilot.app)
        assert "Q-001" not in shown(pilot.app)
        await pilot.press("A")
        await pilot.pause()
        assert "Time is over" not in shown(pilot.app)
    assert {one.hearing for one in play.record.live} == {Hearing.AGREED}


async def test_escape_leads_back_to_the_meeting(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "MeetingScreen"
    assert play.record.meeting.phase is Phase.IN_SESSION


async def test_one_item_is_read_back_while_the_meeting_goes_on(tmp_path: Path) -> None:
    play = begin(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        item = play.record.agenda[0].uid
        await pilot.app.push_screen(ReadbackScreen(play.uid, item))
        await pilot.pause()
        await pilot.press("s", "y", "y", "y")
        await pilot.pause()
        assert "All of this item is agreed" in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "MeetingScreen"
    assert play.record.meeting.phase is Phase.IN_SESSION
    assert {one.hearing for one in play.record.live} == {Hearing.AGREED}


async def test_a_change_from_elsewhere_is_not_overwritten_nor_what_was_typed_lost(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("j", "e", "tab")
        await type_in(pilot, "bob")
        outcomes.update(play.store, play.command(), play.outcome("A-001").uid, {"resources": "a room"})
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Somebody was quicker" in shown(pilot.app)
        assert "a room" in shown(pilot.app)
        assert play.outcome("A-001").owners == ()
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        assert "A-001 is mended" in shown(pilot.app)
    action = play.outcome("A-001")
    assert (action.owners, action.resources) == (("Bob Stone",), "a room")


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_changes_nothing_but_itself(tmp_path: Path, hostile: str) -> None:
    play = at_readback(
        tmp_path,
        chair=f"{hostile}Zoe",
        lines=(f"+ {hostile} goes first", f"- send {hostile} @no{hostile}"),
    )
    async with run_app(play.store, size=(80, 24), first=play.uid) as pilot:
        readback.reserve(play.store, play.command(), play.record.live[0].uid, hostile, hostile)
        await pilot.press("j", "k")
        await pilot.pause()
        assert "\x1b" not in shown(pilot.app)
        assert "\u202e" not in shown(pilot.app)
        assert "≈" in shown(pilot.app)
        assert pilot.app.is_running


def context(number: str | None) -> Context:
    people = People([Person("Bob Stone", "Sales"), Person("赵六", "行政部")])
    return Context(date(2026, 11, 27), people, last_kind=Kind.ACTION, last_number=number)


@pytest.mark.parametrize(
    ("raw", "kind", "number"),
    [
        ("@赵六 周五", Kind.UPDATE, "A-002"),
        ("＠赵六", Kind.UPDATE, "A-002"),
        ("by fri", Kind.UPDATE, "A-002"),
        ("-> a table", Kind.UPDATE, "A-002"),
        ("... and a slogan", Kind.CONTINUATION, "A-002"),
        ("- another task @bob", Kind.ACTION, None),
        ("+ a decision", Kind.DECISION, None),
        ("D-001 p1", Kind.UPDATE, "D-001"),
        ("/objection Bob too tight", Kind.COMMAND, None),
        ("all were content", Kind.NOTE, None),
        ("they met before fri, as said by fri", Kind.NOTE, None),
        ("Bob: fine by me", Kind.POINT, None),
    ],
)
def test_what_a_line_is_taken_for_here(raw: str, kind: Kind, number: str | None) -> None:
    reading = read_here(raw, context("A-002"))
    assert (reading.kind, reading.number) == (kind, number)


def test_with_nothing_to_read_a_line_is_what_it_is_elsewhere() -> None:
    assert read_here("@赵六 周五", context(None)).kind is Kind.ACTION


async def test_who_decided_can_be_mended(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        assert "Ann Baker" in shown(pilot.app)
        await pilot.press("e", "tab", "ctrl+u")
        await type_in(pilot, "dora")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert play.outcome("D-001").names(Part.DECIDER) == ("Dora Lin",)


async def test_the_language_changes_and_reader_and_line_stay(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("j")
        await type_in(pilot, "@bob by")
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "2 / 3" in shown(pilot.app)
        assert "请与会者确认" in shown(pilot.app)
        await type_in(pilot, " fri")
        await pilot.press("enter")
        await pilot.pause()
    assert play.outcome("A-001").owners == ("Bob Stone",)


async def test_what_is_half_typed_comes_back(tmp_path: Path) -> None:
    play = at_readback(tmp_path)
    async with run_app(play.store, first=play.uid) as pilot:
        await type_in(pilot, "-> half a li")
        await pilot.press("ctrl+q")
    async with run_app(play.store, first=play.uid) as pilot:
        assert "-> half a li" in shown(pilot.app)
