"""A team that follows up what it decided: at the keyboard of the program, by day and clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.hands import Hands
from tests.loop_words import WORDS, Words
from tests.support import Clock, in_front, open_store, run_app
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.standup import Section
from tui_minutes.screens.standup import StandupScreen
from tui_minutes.store.store import Store
from tui_minutes.widgets.walk_pane import WalkPane

SIZE = (160, 34)
"""Columns and rows of its terminal: wide enough for what is looked for to stand on one line."""


@dataclass
class Team(Hands):
    """A team at the keyboard, the words it speaks in, and what its store holds."""

    store: Store
    words: Words

    def outcome(self, number: str) -> Outcome:
        """The outcome with this number."""
        found = self.store.outcome_by_number(number)
        assert found is not None
        return found

    def day(self, day: str, clock: str = "09:30") -> None:
        """A later day, by the clock of Shanghai."""
        self.clock.at = datetime.fromisoformat(f"2026-{day}T{clock}:00+08:00")

    async def find(self, number: str) -> None:
        """Go to one outcome in the tracker, by its search line."""
        await self.press("ctrl+g", "slash")
        await self.field(number)

    @property
    def standup(self) -> dict[str, Section]:
        """What the round on the table shows, by number, and where."""
        screen = in_front(self.pilot.app)
        assert isinstance(screen, StandupScreen)
        return {one.row.outcome.number: one.section for one in screen.matters}

    @property
    def walked(self) -> str:
        """The number of what is under the cursor of the walk through what was left open."""
        uid = self.pilot.app.screen.query_one(WalkPane).cursor
        found = self.store.outcome(uid) if uid else None
        return found.number if found else ""

    async def round_of(self, name: str) -> None:
        """Go on to the round of somebody."""
        await self.press("w", *name.split()[0], "enter")


@asynccontextmanager
async def at_work(folder: Path, language: str, clock: Clock) -> AsyncIterator[Team]:
    """The program with the team at it, on the store in `folder`."""
    store = open_store(folder)
    try:
        async with run_app(store, language=language, clock=clock, size=SIZE) as pilot:
            yield Team(pilot, clock, store, WORDS[language])
    finally:
        store.close()
