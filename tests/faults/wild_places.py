"""Stores from which a walk of chance begins: nothing yet, a meeting at each stage, half a year, a standup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.hostile import PIECES, HostileMeeting, Words
from tests.meeting import START, played
from tests.reviewed import NOW, half_a_year
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import demo, standups

Place = Callable[[Path], tuple[str, datetime]]
"""Makes a store in a folder; the meeting to begin with ("" for Home), and when it is."""


def nothing(folder: Path) -> tuple[str, datetime]:
    """The very first start."""
    return "", START


def in_session(folder: Path) -> tuple[str, datetime]:
    """A meeting that runs, with some lines."""
    with played(folder / "minutes.db") as meeting:
        meeting.plan().begin()
        for line in ("周岚：先定展位", "+ 采用靠门的展位", "- 量尺寸 @韩磊 截止周五 -> 尺寸表", "? 谁值班"):
            meeting.say(line)
        return meeting.uid, meeting.now


def read_back(folder: Path) -> tuple[str, datetime]:
    """One that is sealed and one that is being read back."""
    in_session(folder)
    with played(folder / "minutes.db") as meeting:
        meeting.uid = meeting.store.meetings()[0].uid
        meeting.now = START.replace(hour=7)
        meeting.read_back().seal()
        meeting.plan().begin().say("- 付定金 @Nora fri")
        meeting.read_back()
        return meeting.uid, meeting.now


def sample(folder: Path) -> tuple[str, datetime]:
    """The sample meeting."""
    with played(folder / "minutes.db") as meeting:
        return demo.fill(meeting.store, START, "en", "Asia/Shanghai"), START


def months(folder: Path) -> tuple[str, datetime]:
    """Half a year of meetings, on Home."""
    with played(folder / "minutes.db") as meeting:
        half_a_year(meeting)
    return "", NOW


def standup(folder: Path) -> tuple[str, datetime]:
    """A standup that runs, after half a year of meetings."""
    months(folder)
    with played(folder / "minutes.db") as meeting:
        meeting.now = NOW
        uid = standups.begin(
            meeting.store, meeting.command(), Grouping.OWNER, "Asia/Shanghai", seconds_each=9
        )
        return uid, meeting.now


def hostile(stages: int) -> Place:
    """A meeting of hostile words, so many stages on."""

    def make(folder: Path) -> tuple[str, datetime]:
        meeting = HostileMeeting(folder, Words(["王敏", *PIECES]))
        meeting.go_on(stages)
        uid, now = meeting.uid, meeting.now
        meeting.store.close()
        return uid, now

    make.__name__ = f"hostile_{stages}"
    return make


PLACES: tuple[Place, ...] = (
    in_session, nothing, months, standup, read_back, sample, *(hostile(stages) for stages in range(6)),
)  # fmt: skip
