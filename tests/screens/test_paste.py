"""A paste of many lines: shown, confirmed once, all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.meeting_play import in_session
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.outcomes import OutcomeKind

BLOCK = "韩磊：A区贵\n- 订展位 @韩磊 截止周五\n+ 选B区\n/next\nA-999 done\n"


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("zh", (132, 34))])
async def test_all_lines_are_saved_at_once(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    async with in_session(tmp_path, language=language, size=size) as now:
        await now.paste(BLOCK)
        assert "选B区" in now.text
        assert not now.record.of_kind(OutcomeKind.DECISION)
        await now.press("enter")
        kinds = [entry.kind for entry in now.record.entries if entry.kind is not EntryKind.EVENT]
        assert kinds == ["point", "note", "decision", "note", "note"]
        assert now.play.item.position == 1


async def test_bullets_may_be_actions(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.paste(BLOCK)
        await now.press("b", "enter")
        assert now.play.outcome("A-001").owners == ("韩磊",)


async def test_escape_saves_none(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.type("半句")
        await now.paste(BLOCK)
        await now.press("escape")
        assert not [entry for entry in now.record.entries if entry.kind is not EntryKind.EVENT]
        assert now.typed == "半句"
