"""What the tests of the tracker share: a sealed meeting, the table, the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.meeting import Played, played
from tests.support import Clock
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.widgets.ledger_table import LedgerTable


@contextmanager
def sealed(folder: Path) -> Iterator[Played]:
    """A sealed meeting with a decision, two actions and a question."""
    with played(folder / "minutes.db") as one:
        one.plan().begin()
        for line in (
            "+ 订A馆 p1",
            "- 付定金[/] @韩磊 截止12月4日 -> 回单 cc 周岚",
            "- 画展板 @Nora Quinn 截止明天",
            "? 停车位 @周岚",
        ):
            one.say(line)
        one.read_back().seal()
        yield one


def later(meeting: Played, days: int) -> Clock:
    clock = Clock(meeting.now)
    clock.forward(minutes=days * 24 * 60)
    return clock


def table(pilot: Pilot[None]) -> LedgerTable:
    """The table, also while a dialog stands over it."""
    below = next(screen for screen in pilot.app.screen_stack if screen.query(LedgerTable))
    return below.query_one(LedgerTable)


async def go_to(pilot: Pilot[None], meeting: Played, number: str) -> Outcome:
    """Put the cursor on an outcome of the open tracker."""
    table(pilot).cursor = meeting.outcome(number).uid
    await pilot.pause()
    return meeting.outcome(number)
