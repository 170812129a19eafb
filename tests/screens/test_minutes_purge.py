"""A meeting is purged from its minutes: what goes is said, then it is gone from the screens, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.played import PLAN, Played
from tests.support import open_store, run_app, shown, type_in
from tui_minutes.services.verification import verify
from tui_minutes.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path)
    Played(store, PLAN).approve()
    yield store
    store.close()


@pytest.mark.parametrize("size", [(132, 34), (80, 24)])
async def test_it_is_asked_who_and_why_then_said_what_goes_then_gone(
    store: Store, size: tuple[int, int]
) -> None:
    [meeting] = store.meetings()
    async with run_app(store, first=meeting.uid, size=size) as pilot:
        await pilot.press("P")
        await pilot.pause()
        assert "its words go from every file" in shown(pilot.app)
        await pilot.press("tab")
        await type_in(pilot, "客户要求删除")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Purge M-2026-001 for good?" in shown(pilot.app)
        assert "lines of the log go" in shown(pilot.app)
        assert verify(store).purges == ()
        await pilot.press("enter")
        await pilot.pause()
        text = shown(pilot.app)
        assert "M-2026-001 is purged" in text
        assert PLAN.title not in text
        assert len(verify(store).purges) == 1
        await pilot.press("v")
        await pilot.pause()
        assert "M-2026-001 was purged on" in shown(pilot.app)
        await pilot.press("escape", "ctrl+o")
        await pilot.pause()
        assert PLAN.title not in shown(pilot.app)


async def test_escape_leaves_all_as_it_is(store: Store) -> None:
    [meeting] = store.meetings()
    async with run_app(store, first=meeting.uid) as pilot:
        await pilot.press("P", "escape")
        await pilot.pause()
        assert PLAN.title in shown(pilot.app)
        assert verify(store).purges == ()
