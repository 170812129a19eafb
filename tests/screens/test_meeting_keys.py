"""The keys with which people edit a line stay with the line while a meeting runs (D1)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import PLAN
from tests.screens.meeting_play import in_session
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.proposals import ProposalKind

WORDED = replace(
    PLAN, agenda=(PlanItem("展位选择", 10, proposals=((ProposalKind.DECISION, "选用 A12 展位 @韩磊"),)),)
)


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("home", "right", "right", "ctrl+k"), "周岚"),
        (("ctrl+a", "ctrl+k"), ""),
        (("ctrl+u",), ""),
        (("ctrl+w",), "周岚：东"),
        (("ctrl+a", "ctrl+d"), "岚：东门"),
        (("shift+home", "ctrl+x"), ""),
        (("shift+home", "ctrl+x", "ctrl+v", "ctrl+v"), "周岚：东门周岚：东门"),
    ],
)
async def test_what_is_typed_is_edited_and_nothing_is_decided(
    tmp_path: Path, keys: tuple[str, ...], left: str
) -> None:
    async with in_session(tmp_path, plan=WORDED) as session:
        await session.enter("+ 订展位")
        await session.type("周岚：东门")
        await session.press(*keys)
        assert session.typed == left
        assert [one.text for one in session.record.live] == ["订展位"]
