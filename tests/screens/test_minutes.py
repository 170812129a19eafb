"""The minutes after the meeting: read, tidied, approved, amended, verified, exported (F1, F2, D8, E5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, Played, played
from tests.screens.export_play import export, settled
from tests.support import Clock, run_app, shown, type_in
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.readback import signatures
from tui_minutes.domain.signatures import Verdict
from tui_minutes.services import attendance, signing, verification
from tui_minutes.store.tables import OutcomeRow


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A signed meeting with a doubtful line, and Nora who left before the end."""
    with played(tmp_path / "minutes.db") as one:
        one.plan(replace(PLAN, people=(*PLAN.people, PlanPerson("[/]甲")))).begin()
        for line in ("韩磊：A馆人流大 [?]", "+ 订A馆 p1", "- 付定金[/] @韩磊 截止12月4日 -> 回单 ++ 财务部"):
            one.say(line)
        nora = one.record.people[2]
        attendance.leave(one.store, one.command(), nora.uid)
        one.read_back()
        for person in one.record.people:
            if person.here and not person.is_observer:
                signing.sign(one.store, one.command(), one.uid, person.uid, Verdict.AGREED)
        signing.seal_room(one.store, one.command(), one.uid)
        yield one


def hours_later(meeting: Played, hours: int) -> Clock:
    clock = Clock(meeting.now)
    clock.forward(minutes=60 * hours)
    return clock


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_they_read_as_people_will_read_them(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    async with run_app(
        meeting.store, size=size, language=language, clock=hours_later(meeting, 2), first=meeting.uid
    ) as pilot:
        pages = [shown(pilot.app)]
        for _ in range(8):
            await pilot.press("pagedown")
            await pilot.pause()
            pages.append(shown(pilot.app))
        text = "\n".join(pages)
        for words in (
            "会议纪要：春季展会筹备会",
            "A馆人流大",
            "D-001",
            "付定金[/]",
            "2026-12-04",
            "[/]甲",
            "未签字",
        ):
            assert words in text
        assert meeting.record.seals[0].digest in text
        due = (
            "1 doubt (t) · to be approved: 22 hours left"
            if language == "en"
            else "存疑 1 条 (t) · 待审核: 剩 22 小时"
        )
        assert due in pages[0]


async def test_late_minutes_say_so(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 30), first=meeting.uid) as pilot:
        assert "6 hours late" in shown(pilot.app)


async def test_a_doubtful_line_is_cleared_up_before_the_chair_approves(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert "To be cleared up first" in shown(pilot.app)
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("o", "escape", "p")
        await pilot.pause()
        assert meeting.record.meeting.phase is Phase.SIGNED
        await pilot.press("enter")
        await pilot.pause()
        record = meeting.record
        assert record.meeting.phase is Phase.APPROVED
        assert (record.seals[-1].by, record.seals[-1].entered_by) == ("周岚", "王敏")
        assert "Approved by 周岚 · seal no. 2" in shown(pilot.app)


async def test_a_doubt_about_an_outcome_is_cleared_up_though_it_is_sealed(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as other:
        other.plan().begin()
        other.say("- 付定金 @韩磊 截止12月4日 -> 回单 [?]")
        other.read_back().seal()
        async with run_app(other.store, clock=hours_later(other, 1), first=other.uid) as pilot:
            assert "#1 付定金" in shown(pilot.app)
            await approved(pilot)
            assert other.record.meeting.phase is Phase.APPROVED
            assert not other.outcome("A-001").doubtful
            assert verification.verify(other.store).ok


async def test_a_line_is_corrected_and_what_it_said_stays_on_record(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("e", *("backspace",) * 4, *"已核实", "enter")
        await pilot.pause()
        line = meeting.record.entries[0]
        assert line.text == "A馆人流大已核实"
        assert not line.doubtful
        assert line.revisions[-1].before["text"] == "A馆人流大"
        assert verification.verify(meeting.store).ok


async def test_no_outcome_is_made_or_changed_after_the_seal(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert "is sealed" in shown(pilot.app)
        assert len(meeting.record.outcomes) == 2
        assert verification.verify(meeting.store).ok


async def test_who_left_early_signs_afterwards(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("enter", "right", "ctrl+s")
        await pilot.pause()
        assert "An objection needs words" in shown(pilot.app)
        await pilot.press(*"too dear", "ctrl+s")
        await pilot.pause()
        nora = meeting.record.people[2]
        given = signatures(meeting.record)[nora.uid]
        assert (given.verdict, given.words) == (Verdict.OBJECTED, "too dear")
        assert (meeting.record.seals[-1].by, meeting.record.seals[-1].entered_by) == ("Nora Quinn", "王敏")


async def approved(pilot: Pilot[None]) -> None:
    """From the Minutes screen to approved minutes."""
    await pilot.press("t")
    await pilot.pause()
    await pilot.press("o", "escape", "p", "enter")
    await pilot.pause()


async def test_what_is_approved_is_amended_with_a_reason(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("m")
        assert meeting.record.amendments == ()
        await approved(pilot)
        await pilot.press("m", *"A-001", "tab", *"due 12-11", "ctrl+s")
        await pilot.pause()
        assert "Reason is missing" in shown(pilot.app)
        await pilot.press(*"typo", "enter")
        await pilot.pause()
        (one,) = meeting.store.record(meeting.uid).amendments
        assert (one.subject, one.text, one.reason) == ("A-001", "due 12-11", "typo")


async def test_a_check_says_what_was_changed_by_hand(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "Consistent: 1 seal, nothing was changed" in shown(pilot.app)
        await pilot.press("V")
        await type_in(pilot, meeting.record.seals[0].digest.upper())
        await pilot.press("enter")
        await pilot.pause()
        assert "Proven" in shown(pilot.app)
        OutcomeRow.update(text="订B馆").where(OutcomeRow.number == "D-001").execute()
        await pilot.press("v")
        await pilot.pause()
        text = shown(pilot.app)
        assert "订B馆" in text
        assert "D-001" in text


@pytest.mark.parametrize("form", ["md", "json"])
async def test_an_export_replaces_nothing_unasked(meeting: Played, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"M-2026-001.{form}"
    file.write_text("mine")
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await export(pilot, file, "the minutes", form)
        assert "There is such a file already." in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert file.read_text() == "mine"
        await pilot.press("enter", "enter")
        await settled(pilot)
        written = file.read_text(encoding="utf-8")
        assert "订A馆" in written
        assert form == "md" or json.loads(written)["number"] == "M-2026-001"


async def test_the_next_meeting_takes_people_and_open_items_along(meeting: Played) -> None:
    async with run_app(meeting.store, clock=hours_later(meeting, 1), first=meeting.uid) as pilot:
        await pilot.press("f")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "PrepareScreen"
        newest = meeting.store.meetings()[0]
        following = newest if newest.follows else meeting.store.meetings()[1]
        assert following.follows == meeting.uid
