"""In a large store no key waits for what takes long to read; the last wish counts."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.meeting import Played
from tests.reviewed import NOW
from tests.support import Clock, run_app, shown
from tui_minutes.domain.review import Findings
from tui_minutes.screens.host import Host
from tui_minutes.services import reviews
from tui_minutes.store import opening


class SlowReading:
    """A review that is read as slowly as the test wants it; `periods` are those that were."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = Event(), Event()
        self.periods: list[str] = []
        self._read = reviews.read
        monkeypatch.setattr("tui_minutes.services.reviews.read", self)
        monkeypatch.setattr(opening, "LARGE", 0)

    def __call__(self, *args: object, **options: object) -> Findings:
        self.begun.set()
        assert self.go_on.wait(30)
        found: Findings = self._read(*args, **options)  # type: ignore[arg-type]  # as it was called
        self.periods.append(found.review.period.code)
        return found


async def until(pilot: Pilot[None], so: Callable[[], bool]) -> None:
    """Wait for what a thread does."""
    for _ in range(500):
        if so():
            return
        await pilot.pause(0.01)
    raise AssertionError(shown(pilot.app))


async def test_keys_go_on_while_a_review_is_read_and_only_the_last_period_is_drawn(
    half: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        slow = SlowReading(monkeypatch)
        assert isinstance(pilot.app, Host)
        pilot.app.open_review()
        await until(pilot, slow.begun.is_set)
        assert "Reading …" in shown(pilot.app)
        await pilot.press("h", "h", "l")
        assert "September 2026" in shown(pilot.app)
        slow.go_on.set()
        await until(pilot, lambda: "On-time rate" in shown(pilot.app))
        assert "September 2026" in shown(pilot.app)
        assert "Reading …" not in shown(pilot.app)
        assert slow.periods == ["2026-10", "2026-09"]


async def test_who_leaves_while_it_is_read_is_not_called_back(
    half: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        slow = SlowReading(monkeypatch)
        assert isinstance(pilot.app, Host)
        pilot.app.open_review()
        await pilot.press("escape")
        slow.go_on.set()
        await pilot.press("R")
        await until(pilot, lambda: "please look at this" in shown(pilot.app))


async def test_reminders_of_a_large_store_come_when_they_are_read(
    half: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", 0)
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: "please look at this" in shown(pilot.app))
        assert "Reading …" not in shown(pilot.app)
