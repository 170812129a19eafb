"""In the meeting, what was worded ahead becomes a decision by one key, a click or a word (B3, D4)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import PLAN
from tests.screens.meeting_play import in_session
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.widgets.agenda_pane import AgendaPane

DECISION, TALK = ProposalKind.DECISION, ProposalKind.TALK

WORDED = replace(
    PLAN,
    agenda=(
        PlanItem("展位选择", 10, proposals=((DECISION, "选用 A12 展位 @韩磊"), (TALK, "周岚倾向 A12"))),
        PlanItem("物料清单", 20, proposals=((DECISION, "一家供应"), (DECISION, "尽快比价"))),
        PlanItem("值班安排", 5),
    ),
)


@pytest.mark.parametrize(("size", "language"), [((80, 24), "zh"), ((132, 34), "en")])
async def test_one_key_decides_what_was_proposed_and_undo_takes_it_back(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    async with in_session(tmp_path, plan=WORDED, size=size, language=language) as session:
        await session.press("f11")
        [outcome] = session.record.outcomes
        assert (outcome.text, outcome.owners) == ("选用 A12 展位", ("韩磊",))
        assert "D-001" in session.said
        await session.press("ctrl+z")
        assert session.record.outcomes[0].withdrawn
        await session.type("half")
        await session.press("f11")
        assert session.typed == "half", "what is half typed stays"
        assert [one.number for one in session.record.live] == ["D-002"], "it waited again"


async def test_of_several_one_is_chosen(tmp_path: Path) -> None:
    async with in_session(tmp_path, plan=WORDED) as session:
        await session.enter("/next")
        assert "F11 or /take: 2 decisions are proposed · Item 2" in session.said
        await session.press("f11", "down", "down", "enter")
        assert [one.text for one in session.record.live] == ["尽快比价"]
        await session.press("f11")
        assert [one.text for one in session.record.live] == ["尽快比价", "一家供应"], (
            "the only one that waits"
        )


async def test_the_line_decides_by_number(tmp_path: Path) -> None:
    async with in_session(tmp_path, plan=WORDED, language="zh") as session:
        await session.enter("/议题 2")
        await session.enter("/采纳 3")
        assert "没有第 3 条" in session.said
        assert session.typed == "/采纳 3", "nothing typed is lost"
        await session.press("backspace")
        await session.enter("/采纳 2")
        assert [one.text for one in session.record.live] == ["尽快比价"]
        await session.enter("/take 2")
        assert "已作为 D-001" in session.said


async def test_it_is_reworded_in_the_line_before_it_is_decided(tmp_path: Path) -> None:
    async with in_session(tmp_path, plan=WORDED) as session:
        await session.enter("/take")
        assert "talked over: 周岚倾向 A12" in session.text
        await session.press("down", "enter")
        assert session.typed == "决议：选用 A12 展位 @韩磊"
        await session.enter("，两天")
        [outcome] = session.record.live
        assert session.record.entries[-1].raw == "决议：选用 A12 展位 @韩磊，两天"
        await session.press("f11")
        assert outcome.number in session.text, "listed as decided"
        assert len(session.record.outcomes) == 1


async def test_it_stands_under_its_item_and_can_be_clicked(tmp_path: Path) -> None:
    async with in_session(tmp_path, plan=WORDED) as session:
        pane = session.screen.query_one(AgendaPane)
        assert "1 选用 A12 展位" in session.text
        assert "一家供应" not in session.text, "of the item on the table only"
        row = next(y for y, line in enumerate(session.text.splitlines()) if "1 选用 A12" in line)
        await session.pilot.click(AgendaPane, offset=(8, row - pane.region.y))
        if not session.app.screen.is_modal:  # a first click moves the cursor there
            await session.pilot.click(AgendaPane, offset=(8, row - pane.region.y))
        await session.press("enter")
        assert [found.text for found in session.record.live] == ["选用 A12 展位"]


async def test_without_anything_worded_ahead_it_is_said(tmp_path: Path) -> None:
    async with in_session(tmp_path) as session:
        await session.press("f11")
        assert "Nothing was worded ahead" in session.said


async def test_without_an_agenda_in_sight_it_is_said_what_waits_to_be_decided(tmp_path: Path) -> None:
    long = replace(
        WORDED, agenda=(replace(WORDED.agenda[0], title="展位选择" * 12), *WORDED.agenda[1:]), end=None
    )
    async with in_session(tmp_path, plan=long, size=(80, 24)) as session:
        assert "F11: 1 proposed" in session.text
        session.clock.forward(seconds=5)
        await session.until(lambda: "… · 9:55 left" in session.text)
        await session.press("f11")
        assert "proposed" not in session.text
        await session.enter("/next")
        assert "F11: 2 proposed" in session.text
        await session.press("f10")
        assert "14:24–14:29 · to come" in session.text
