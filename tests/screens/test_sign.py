"""Sign-off: what is incomplete is said, people sign, the room's seal ends the meeting."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.screens.readback_play import at_readback, begin
from tests.support import Clock, run_app, shown, type_in
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.domain.readback import gaps, signatures
from tui_minutes.domain.signatures import Verdict, Way
from tui_minutes.services import attendance, proposals

COMPLETE = ("+ feature B goes first p1", "- finish the schedule @bob by fri -> schedule")


async def test_what_is_incomplete_is_named_then_mended_or_signed_anyway(tmp_path: Path) -> None:
    play = begin(tmp_path, lines=("- finish the schedule @bob -> schedule", "= sample =412")).read_back()
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "2 things are incomplete" in shown(pilot.app)
        assert "A-001: no due date" in shown(pilot.app)
        await pilot.press("down", "enter")
        await type_in(pilot, "the survey")
        await pilot.press("enter")
        await pilot.pause()
        assert [gap.code for gap in gaps(play.record)] == ["no_due"]
        await pilot.press("s", "down", "enter")
        await pilot.pause()
        assert "The minutes will name as missing" in shown(pilot.app)
        assert "A-001: no due date" in shown(pilot.app)
    assert play.record.entries[-1].source == "the survey"


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
async def test_people_sign_one_by_one_and_the_seal_ends_the_meeting(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    play = begin(tmp_path, lines=COMPLETE).read_back()
    async with run_app(play.store, size=size, first=play.uid) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("y", "o")
        await type_in(pilot, "too late in the year")
        await pilot.press("enter")
        await pilot.pause()
        assert "Signatures 2 / 3" in shown(pilot.app)
        assert "too late in the year" in shown(pilot.app)
        await pilot.press("A", "s")
        await pilot.pause()
        assert "Seal what the room agreed" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        digest = play.record.seals[0].digest
        assert f"{digest[:4]} {digest[4:8]}" in shown(pilot.app)
        assert "to 5 people" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "MinutesScreen"
    assert play.record.meeting.phase is Phase.SIGNED
    given = {one.name: (one.verdict, one.way, one.entered_by) for one in play.record.confirmations}
    assert given == {
        "Ann Baker": (Verdict.AGREED, Way.IN_ROOM, "王敏"),
        "Bob Stone": (Verdict.OBJECTED, Way.IN_ROOM, "王敏"),
        "Dora Lin": (Verdict.AGREED, Way.ALL_AT_ONCE, "王敏"),
    }


async def test_who_left_early_is_not_signed_for(tmp_path: Path) -> None:
    play = begin(tmp_path, "zh", lines=("+ 先推功能B 无需行动",)).read_back()
    attendance.leave(play.store, play.command(), play.record.people[0].uid)
    async with run_app(play.store, language="zh", first=play.uid) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "已提前离席，可会后确认" in shown(pilot.app)
        await pilot.press("y", "A")
        await pilot.pause()
        assert "签字确认 2 / 3" in shown(pilot.app)
        await pilot.press("s")
        await pilot.pause()
        assert "未签字，可会后确认：秦岚" in shown(pilot.app)
    assert {one.name for one in signatures(play.record).values()} == {"鲁达", "石秀"}


async def test_a_signature_can_be_taken_back(tmp_path: Path) -> None:
    play = begin(tmp_path, lines=COMPLETE).read_back()
    async with run_app(play.store, first=play.uid) as pilot:
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("y", "k", "u")
        await pilot.pause()
        assert "Signatures 0 / 3" in shown(pilot.app)
    assert signatures(play.record) == {}


async def test_with_nothing_decided_and_nobody_left_the_meeting_can_still_be_ended(tmp_path: Path) -> None:
    play = at_readback(tmp_path, lines=())
    for person in play.record.people:
        if person.came:
            attendance.leave(play.store, play.command(), person.uid)
    async with run_app(play.store, first=play.uid) as pilot:
        assert "Nothing was decided" in shown(pilot.app)
        await pilot.press("y")
        assert "There is nothing to read back" in shown(pilot.app)
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("s", "enter", "enter")
        await pilot.pause()
    assert play.record.meeting.phase is Phase.SIGNED


async def test_what_was_proposed_and_not_decided_is_noted_and_how_time_was_spent(tmp_path: Path) -> None:
    play = begin(tmp_path, lines=COMPLETE)
    [item] = play.record.agenda
    for text in ("feature B goes first", "hire two people"):
        proposals.add(play.store, play.command(), item.uid, ProposalKind.DECISION, text)
    first = play.store.proposals(play.uid)[0]
    proposals.take(play.store, play.command(), first.uid, play.reading(first.as_line("en")))
    play.now = item.spans[0].start + timedelta(minutes=24)
    play.read_back()
    async with run_app(play.store, first=play.uid, clock=Clock(play.now)) as pilot:
        await pilot.pause()
        assert "Proposed, not decided" in shown(pilot.app)
        assert "hire two people" in shown(pilot.app)
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("end", "enter")  # what is incomplete is named
        await pilot.pause()
        assert "hire two people" in shown(pilot.app)
        assert "Priorities  25 min of 20" in shown(pilot.app)
