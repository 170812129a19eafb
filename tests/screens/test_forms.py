"""Decision, action and question by form: the same record as by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.screens.meeting_play import in_session
from tests.support import open_store, run_app, shown, type_in


@pytest.mark.parametrize(
    ("language", "title", "due"), [("en", "Deliverable", "next tue"), ("zh", "交付", "下周二")]
)
@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
async def test_an_action_by_form(
    tmp_path: Path, language: str, title: str, due: str, size: tuple[int, int]
) -> None:
    async with in_session(tmp_path, ["+ 选A区", "+ 选B区"], language=language, size=size) as now:
        await now.press("f3")
        assert title in now.text
        for value in ("订位", "nora, 韩磊", due, "合同"):
            await type_in(now.pilot, value)
            await now.press("tab")
        await now.press("ctrl+s")
        action = now.play.outcome("A-001")
        assert (action.text, action.owners, action.deliverable) == ("订位", ("Nora Quinn", "韩磊"), "合同")
        assert action.due == date(2026, 12, 1)
        assert now.play.parent("A-001").number == "D-002"
        assert "A-001" in now.said
        await now.press("up")
        assert now.typed == "- 订位 @Nora Quinn,韩磊 by 2026-12-01 -> 合同"


async def test_a_wrong_date_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.press("f6", *"谁值班", "tab", *"韩磊", "tab", *"someday", "ctrl+s")
        assert "someday" in now.text
        assert "is no date" in now.text
        assert not now.record.outcomes
        await now.press(*["backspace"] * 7, *"fri", "ctrl+s")
        assert now.record.outcomes[0].due == date(2026, 12, 4)


async def test_a_form_left_keeps_its_draft_also_over_a_restart(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.press("f2", *"选C区", "escape")
        assert not now.record.outcomes
        uid = now.play.uid
    store = open_store(tmp_path)
    async with run_app(store, first=uid) as pilot:
        await pilot.press("f2")
        assert "选C区" in shown(pilot.app)
        await pilot.press("ctrl+s")
        assert store.record(uid).outcomes[0].text == "选C区"
        await pilot.press("f2")
        assert "选C区" not in shown(pilot.app).split("Decision")[-1]
    store.close()


async def test_what_is_typed_in_a_form_is_kept_within_a_second(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.press("f3", *"订位")
        await now.until(lambda: "订位" in now.app.drafts.read(f"form.action.{now.play.uid}"))


async def test_vague_words_are_said_while_they_are_typed(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.press("f3", *"尽快订位")
        assert "“尽快” is vague" in now.text
