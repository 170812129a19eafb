"""A meeting that nobody has planned yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """An empty store and a clock."""
    with played(tmp_path / "minutes.db") as one:
        yield one


@pytest.fixture
def sealed(meeting: Played) -> Played:
    """A decision, an action and a question that the room has agreed to."""
    meeting.plan().begin()
    for line in ("+ 订A馆", "- 付定金 @韩磊 截止12月4日 抄送：财务部", "? 停车位够不够 @韩磊 下次反馈：12/2"):
        meeting.say(line)
    return meeting.read_back().seal()
