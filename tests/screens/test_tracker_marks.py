"""Several outcomes of the tracker changed together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.screens.tracker_play import go_to, sealed
from tests.support import run_app, shown, type_in
from tui_minutes.widgets.ledger_table import LedgerTable


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with sealed(tmp_path) as one:
        yield one


async def test_marked_rows_are_changed_together_after_one_confirmation(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-001")
        await pilot.press("v")
        await go_to(pilot, meeting, "A-002")
        await pilot.press("v")
        await pilot.pause()
        text = shown(pilot.app)
        assert any("A-001" in line and "✓" in line for line in text.splitlines())
        assert "2 marked" in text
        await pilot.press("t")
        await type_in(pilot, "12/18")
        await pilot.press("ctrl+s")
        await pilot.pause()
        text = shown(pilot.app)
        assert "A-001  付定金[/]" in text
        assert "A-002  画展板" in text
        assert "New date 2026-12-18 Fri" in text
        await pilot.press("enter")
        await pilot.pause()
        assert {str(meeting.outcome(number).due) for number in ("A-001", "A-002")} == {"2026-12-18"}
        assert "marked" not in shown(pilot.app)


async def test_the_confirmation_of_a_batch_names_the_cause_in_words(meeting: Played) -> None:
    async with run_app(meeting.store, language="zh") as pilot:
        await pilot.press("ctrl+g")
        for number in ("A-001", "A-002"):
            await go_to(pilot, meeting, number)
            await pilot.press("v")
        await pilot.press("d", "right", "tab")
        await type_in(pilot, "12/18")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "原因 资源不足" in shown(pilot.app)


async def test_escape_clears_the_marks_before_it_leaves(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "v")
        await pilot.pause()
        assert "1 marked" in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "marked" not in shown(pilot.app)
        assert pilot.app.screen.query(LedgerTable)
