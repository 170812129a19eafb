"""Decisions are worded ahead on a page of their own, looked at while they are typed (B3, D4)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.meeting import Played, played
from tests.support import HOSTILE, Clock, in_front, run_app, type_in
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.services import proposals

DECISION, TALK = ProposalKind.DECISION, ProposalKind.TALK


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one.plan()


def worded(meeting: Played) -> list[tuple[ProposalKind, str]]:
    return [(one.kind, one.text) for one in meeting.store.proposals(meeting.uid)]


@pytest.mark.parametrize(("size", "language"), [((80, 24), "zh"), ((132, 34), "en")])
async def test_from_prepare_a_decision_is_worded_changed_moved_and_removed(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, size=size, language=language, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("tab", "j", "p", "a")
        await type_in(pilot, "物料尽快由一家供应")
        vague = "“尽快”含糊" if language == "zh" else "“尽快” is vague"
        assert vague in hands.text, "while it is typed"
        await hands.press("ctrl+s")
        assert vague in hands.text, "on the page"
        assert worded(meeting) == [(DECISION, "物料尽快由一家供应")]
        [one] = meeting.store.proposals(meeting.uid)
        assert one.item_uid == meeting.record.agenda[1].uid, "the item under the cursor"

        await hands.press("e", "tab", "right", "ctrl+s")
        assert vague not in hands.text, "a note of a talk is no wording of minutes"
        assert worded(meeting) == [(TALK, "物料尽快由一家供应")]
        await hands.press("a")
        await type_in(pilot, "三家比价")
        await hands.press("ctrl+s")
        await hands.press("K")
        assert worded(meeting) == [(DECISION, "三家比价"), (TALK, "物料尽快由一家供应")]
        await hands.press("escape")
        assert "三家比价" in hands.text, "under its item on Prepare"
        await hands.press("p", "j", "d")
        assert worded(meeting) == [(TALK, "物料尽快由一家供应")]


@pytest.mark.parametrize("typed", ["decision: 三家比价 @韩磊", "＋三家比价 @韩磊", "三家比价 @韩磊"])
async def test_the_mark_of_a_decision_is_not_needed_and_does_no_harm(meeting: Played, typed: str) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        hands = Hands(pilot, Clock(meeting.now))
        await hands.press("p", "a")
        await type_in(pilot, typed)
        await hands.press("ctrl+s")
        assert worded(meeting) == [(DECISION, "三家比价 @韩磊")]


async def test_one_that_was_decided_stays_as_it_is(meeting: Played) -> None:
    item = meeting.record.agenda[0].uid
    proposals.add(meeting.store, meeting.command(), item, DECISION, "选用 A12")
    meeting.begin()
    [one] = meeting.store.proposals(meeting.uid)
    reading = meeting.reading(one.as_line("zh"))
    proposals.take(meeting.store, meeting.command(), one.uid, reading)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        hands = Hands(pilot, Clock(meeting.now))
        in_front(pilot.app).host.open_proposals(meeting.uid, item)
        await pilot.pause()
        await hands.press("j", "d")
        assert "This has been decided already, as D-001" in hands.text
        assert worded(meeting) == [(DECISION, "选用 A12")]


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_stay_words(meeting: Played, words: str) -> None:
    for kind in ProposalKind:
        proposals.add(meeting.store, meeting.command(), meeting.record.agenda[0].uid, kind, f"x {words}")
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        hands = Hands(pilot, Clock(meeting.now))
        await hands.press("p")
        assert "proposed:" in hands.text
        assert "\x1b" not in hands.text
