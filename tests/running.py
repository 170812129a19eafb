"""A store with a meeting in session, and the real program with that meeting resumed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.meeting import PLAN, played
from tests.terminal import Terminal, settle


def running_meeting(folder: Path) -> Path:
    """The store in `folder`; its meeting began ten minutes ago."""
    settle()
    path = folder / "minutes.db"
    with played(path) as meeting:
        meeting.now = datetime.now(UTC) - timedelta(minutes=10)
        meeting.plan(PLAN).begin()
    return path


def resume(terminal: Terminal) -> None:
    """From Home into the meeting."""
    terminal.wait_for(PLAN.title)
    terminal.send("\r")
    terminal.wait_for("─ (?:Record|记录) ")
