"""Updates typed in the tracker, and somebody who is quicker (T1, T8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.screens.tracker_play import go_to, sealed
from tests.support import run_app, shown, type_in
from tui_minutes.domain.outcomes import Status
from tui_minutes.services import outcomes


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with sealed(tmp_path) as one:
        yield one


async def test_a_line_updates_the_selected_row_or_the_one_it_names(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g", "ctrl+k")
        await type_in(pilot, "A-001 delayed because no money by 12/9")
        await pilot.press("enter")
        await pilot.pause()
        action = meeting.outcome("A-001")
        assert (action.status, str(action.due), str(action.original_due)) == (
            Status.DELAYED, "2026-12-09", "2026-12-04",
        )  # fmt: skip
        assert "12-09" in shown(pilot.app)
        assert "to be told: 周岚" in shown(pilot.app), "as after the form"


async def test_a_line_that_is_but_a_note_or_about_nothing_says_so(meeting: Played) -> None:
    async with run_app(meeting.store, language="zh") as pilot:
        await pilot.press("ctrl+g", "ctrl+k")
        await type_in(pilot, "A-002 拆分")
        await pilot.pause()
        assert "进展 拆分" in shown(pilot.app)
        await pilot.press("enter")
        await type_in(pilot, "A-999 完成")
        await pilot.press("enter")
        await pilot.pause()
        assert "没有编号为 A-999 的事项" in shown(pilot.app)


async def test_somebody_was_quicker_is_told_and_then_decided(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g")
        one = await go_to(pilot, meeting, "A-001")
        await pilot.press("u")
        await type_in(pilot, "mine")
        outcomes.update(meeting.store, meeting.command("韩磊"), one.uid, {"remark": "theirs"})
        await pilot.press("ctrl+s")
        await pilot.pause()
        text = shown(pilot.app)
        assert "Somebody was quicker" in text
        assert "theirs" in text
        assert all(step.note != "mine" for step in meeting.store.history(one.uid))
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        assert meeting.store.history(one.uid)[-1].note == "mine"
        assert meeting.outcome("A-001").remark == "theirs"


@pytest.mark.parametrize("typed", ["A-001 by 12/9", "by 12/9"])
async def test_what_happens_while_a_line_is_typed_is_shown_before_it_counts(
    meeting: Played, typed: str
) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g")
        one = await go_to(pilot, meeting, "A-001")
        await pilot.press("ctrl+k")
        await type_in(pilot, typed)
        outcomes.update(meeting.store, meeting.command("韩磊"), one.uid, {"remark": "theirs"})
        await pilot.pause()  # the tracker has noticed it by now
        await pilot.press("enter")
        await pilot.pause()
        assert "Somebody was quicker" in shown(pilot.app)
        assert meeting.outcome("A-001").due == one.due
        await pilot.press("enter")
        await pilot.pause()
        assert str(meeting.outcome("A-001").due) == "2026-12-09"


async def test_ones_own_move_while_a_line_is_half_typed_is_no_surprise(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-001")
        await pilot.press("ctrl+k")
        await type_in(pilot, "A-001 by 12/9")
        await pilot.press("escape", "u")
        await type_in(pilot, "mine")
        await pilot.press("ctrl+s", "ctrl+k", "enter")
        await pilot.pause()
        assert "Somebody was quicker" not in shown(pilot.app)
        assert str(meeting.outcome("A-001").due) == "2026-12-09"
