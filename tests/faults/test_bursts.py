"""Keys that come all at once, as a slow line sends them: each acts on what the one before has opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.meeting import PLAN, played
from tests.terminal import CTRL_Q, Terminal, minutes, settle
from tui_minutes.services import approval

CTRL_G, ESCAPE, F3 = "\x07", "\x1b", "\x1bOR"

BURSTS = {
    "a form": ("nBudget", "Meeting title +Budget"),
    "minutes and what is amended": ("j\rmD-001", "Concerns +D-001"),
    "a meeting and its first line": ("\rhello\r", "Line 1 saved"),
    "a line, a form, its text": (f"\rhello\r{F3}build the stand", "Text +build the stand"),
    "the ledger and what is noted": (f"{CTRL_G}uon my way", "Note +on my way"),
    "the ledger and a search": ("t/Nora", "“Nora”"),
    "help, and out of it": (f"?{ESCAPE}", "Enter open · / search"),
}
"""All the keys of each, and what is seen in the end."""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A meeting in session, and one that is approved, with a decision and an action."""
    settle()
    path = tmp_path / "minutes.db"
    with played(path) as meeting:
        meeting.now = datetime.now(UTC) - timedelta(minutes=50)
        meeting.plan(replace(PLAN, title="展会选址会")).begin()
        meeting.say("+ 租下东厅")
        meeting.say("- 量尺寸 @韩磊 截止周五 -> 尺寸表")
        meeting.read_back().seal()
        approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
        meeting.plan().begin()
    return path


@pytest.mark.parametrize("burst", BURSTS)
def test_each_key_of_a_burst_acts_on_what_the_one_before_opened(db: Path, burst: str) -> None:
    keys, seen = BURSTS[burst]
    with Terminal(minutes("--db", str(db))) as terminal:
        terminal.wait_for("in session")
        terminal.send(keys)
        terminal.wait_for(seen)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0, terminal.text
