"""A meeting is purged from its minutes: what goes is said, then it is gone from the screens, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.played import PLAN, Played
from tests.screens.test_reading_aside import until
from tests.support import open_store, run_app, shown, type_in
from tui_minutes.services import purging
from tui_minutes.services.verification import verify
from tui_minutes.store.store import Store
from tui_minutes.widgets.status_line import Report, StatusLine


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


async def purge(pilot: Pilot[None]) -> None:
    """Who and why, and yes."""
    await pilot.press("P")
    await pilot.pause()
    await pilot.press("tab")
    await type_in(pilot, "客户要求删除")
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def test_the_files_of_a_large_store_are_made_anew_while_people_go_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_minutes.store.opening.LARGE", 0)
    [meeting] = store.meetings()
    said: list[str] = []
    say = StatusLine.say

    def noted(status: StatusLine, text: str, tone: Report = Report.NOTE) -> None:
        said.append(text)
        say(status, text, tone)

    monkeypatch.setattr(StatusLine, "say", noted)
    async with run_app(store, first=meeting.uid) as pilot:
        await purge(pilot)
        assert PLAN.title not in shown(pilot.app)
        await until(pilot, lambda: any("all files are made anew, 0 s so far" in text for text in said))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: not purging.is_unfinished(store))
        await until(pilot, lambda: "Purged: M-2026-001" in shown(pilot.app))
        assert "Decision ledger" in shown(pilot.app)
        assert store.checkpoints.take()
    assert len(verify(store).purges) == 1


async def test_why_the_files_could_not_be_made_anew_is_said_and_it_can_be_gone_on_with(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_minutes.store.opening.LARGE", 0)
    [meeting] = store.meetings()
    async with run_app(store, first=meeting.uid) as pilot:
        monkeypatch.setattr("tui_minutes.store.checkpoints.Checkpoints.lend", lambda _: None)
        await purge(pilot)
        await until(pilot, lambda: "Another program has" in shown(pilot.app))
        assert purging.is_unfinished(store)
        monkeypatch.undo()
        monkeypatch.setattr("tui_minutes.store.opening.LARGE", 0)
        await pilot.press("P")
        await until(pilot, lambda: "Purged: M-2026-001" in shown(pilot.app))
        assert not purging.is_unfinished(store)
