"""The review: a month in pictures, measures typed beside it, the meeting about it (T10)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, Played
from tests.reviewed import NOW, delay, hold
from tests.screens.export_play import export
from tests.support import HOSTILE, Clock, in_front, run_app, shown, type_in
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.screens.host import Host
from tui_minutes.screens.review import ReviewScreen


async def reviewing(pilot: Pilot[None]) -> ReviewScreen:
    """The review, opened."""
    assert isinstance(pilot.app, Host)
    pilot.app.open_review()
    await pilot.pause()
    screen = in_front(pilot.app)
    assert isinstance(screen, ReviewScreen)
    return screen


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["October 2026", "On-time rate  2 of 4", "1 done late", "Month by month", "50%", "Agenda"]),
        ("zh", ["2026年10月", "按时率  2/4", "1 逾期完成", "逐月走势", "50%", "会议议程"]),
    ],
)
async def test_the_last_month_is_shown_first(
    half: Played, size: tuple[int, int], language: str, words: list[str]
) -> None:
    async with run_app(half.store, size=size, language=language, clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        for word in words:
            assert word in shown(pilot.app)


async def test_months_and_any_period_are_chosen_by_keys(half: Played) -> None:
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        await pilot.press("left_black_lenticular_bracket")
        assert "September 2026" in shown(pilot.app)
        await pilot.press("l", "l")
        assert "as known on 2026-11-03 Tue" in shown(pilot.app)
        await pilot.press("y", "ctrl+u")
        await type_in(pilot, "soon")
        await pilot.press("ctrl+s")
        assert "is no period" in shown(pilot.app)
        await pilot.press("ctrl+u")
        await type_in(pilot, "上季度")
        await pilot.press("enter")
        assert "Q3 2026" in shown(pilot.app)


async def test_what_waits_is_opened_in_full_also_where_there_is_no_room_beside(half: Played) -> None:
    async with run_app(half.store, size=(80, 24), clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        assert "印手册" not in shown(pilot.app)
        await pilot.press("o")
        assert "印手册" in shown(pilot.app)
        await pilot.press("enter")
        assert "客户要改 logo" in shown(pilot.app)
        await pilot.press("escape", "escape")
        assert "On-time rate" in shown(pilot.app)


async def test_a_measure_becomes_an_action_and_the_review_an_agenda(half: Played) -> None:
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        screen = await reviewing(pilot)
        await pilot.press("ctrl+k")
        await type_in(pilot, "每周核对印刷进度 @Nora Quinn 截止11月6日")
        await pilot.press("enter")
        one = half.in_ledger("A-010")
        assert (one.text, one.owners, one.provisional) == ("每周核对印刷进度", ("Nora Quinn",), True)
        assert "Measures  M-2026-005" in shown(pilot.app)
        screen.focus_page()
        await pilot.press("a")
        await pilot.pause()
        assert "Late or open: A-006" in shown(pilot.app)
        record = half.store.record(one.meeting_uid)
        assert (record.meeting.kind, record.meeting.number) == (MeetingKind.DECISION_REVIEW, "M-2026-005")


async def test_a_number_in_the_line_moves_that_outcome_and_an_unknown_one_stays(half: Played) -> None:
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        await pilot.press("ctrl+k")
        await type_in(pilot, "A-006 done result: printed")
        await pilot.press("enter")
        assert half.in_ledger("A-006").result == "printed"
        assert "A-006" not in shown(pilot.app).replace("A-006 saved", "")
        await type_in(pilot, "A-999 done")
        await pilot.press("enter")
        assert "There is no outcome A-999" in shown(pilot.app)
        assert "A-999 done" in shown(pilot.app)


async def test_it_is_exported_as_it_is_shown(half: Played, tmp_path: Path) -> None:
    target = tmp_path / "october.md"
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        await export(pilot, target, "md")
        assert "Written, and its path copied: " in shown(pilot.app)
    assert target.read_text(encoding="utf-8").startswith("# Review of decisions: October 2026")


async def test_what_is_secret_is_a_number_until_it_is_revealed(half: Played) -> None:
    hold(half, "2026-10-20", "- 裁撤分部 @韩磊 截止10月23日", plan=replace(PLAN, level=Level.SECRET))
    delay(half, "2026-10-22", "A-010", "总部没点头", "2026-12-01")
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        await pilot.press("G")
        assert "A-010" in shown(pilot.app)
        assert "•••" in shown(pilot.app)
        assert "裁撤" not in shown(pilot.app)
        assert "总部" not in shown(pilot.app)
        await pilot.press("ctrl+r", "G")
        assert "裁撤分部" in shown(pilot.app)
        assert "总部没点头" in shown(pilot.app)


async def test_whatever_people_wrote_as_cause_is_read_as_they_wrote_it(half: Played) -> None:
    for nth, words in enumerate(HOSTILE, start=10):
        delay(half, "2026-10-30", "A-006", words, f"2026-12-{nth}")
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        await reviewing(pilot)
        await pilot.press("G")
        assert "[bold red]x" in shown(pilot.app)
        assert "\x1b" not in shown(pilot.app)


async def test_a_new_store_has_a_review_too(half: Played) -> None:
    async with run_app(half.store, clock=Clock(NOW.replace(year=2025))) as pilot:
        await reviewing(pilot)
        assert "nothing was due" in shown(pilot.app)
        assert "Nothing is late or still open" in shown(pilot.app)
