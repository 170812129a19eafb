"""What the program does by itself in the background, and what it says of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.faults.test_locks import WAITS, locked, talking, until
from tests.meeting import played
from tests.support import Clock, run_app, shown
from tui_minutes.domain.refusal import Refused
from tui_minutes.screens.host import Host
from tui_minutes.screens.upkeep import keep_up


async def test_a_backup_that_fails_is_not_told_over_a_line_that_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Refused("backup_failed", reason="no room", path="backups")

    monkeypatch.setattr("tui_minutes.screens.upkeep.make", fail)
    with played(tmp_path / "minutes.db") as play:
        talking(play)
        async with run_app(play.store, clock=Clock(play.now), first=play.uid) as pilot:
            assert isinstance(pilot.app, Host)
            keep = partial(keep_up, pilot.app, lambda _: None)
            with locked(play.store.path):
                await pilot.press(*"said", "enter")
                await pilot.app.run_worker(keep, thread=True).wait()
                await pilot.pause()
                assert WAITS in shown(pilot.app)
            await until(pilot, lambda: len(play.record.entries) == 2)
            await pilot.app.run_worker(keep, thread=True).wait()
            await until(pilot, lambda: "No backup was made" in shown(pilot.app))
