"""Two programs on one store, one recording, one showing the tracker: nobody waits, nothing doubles."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.support import run_app, shown, type_in

RECORDER = """
import sys
from pathlib import Path
from tests.meeting import Played
from tui_minutes.store.store import Store

meeting = Played(Store.open(Path(sys.argv[1]), busy_ms=5000), sys.argv[2])
for number in range(int(sys.argv[3])):
    meeting.say(f"- task {number} @韩磊")
    print(number, flush=True)
meeting.store.close()
"""


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting in session with one action."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin().say("- 付定金 @韩磊")
        yield one


@contextmanager
def process(script: str, *args: str) -> Iterator[subprocess.Popen[str]]:
    """Another program; ended when the test is."""
    command = [sys.executable, "-c", script, *args]
    root = Path(__file__).parent.parent
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as other:
        try:
            yield other
        finally:
            other.kill()


async def test_the_tracker_shows_what_the_other_program_takes_down(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        assert "1 outcome" in shown(pilot.app)
        with process(RECORDER, str(meeting.store.path), meeting.uid, "30") as other:
            for number in range(10):  # both write at once, again and again
                assert other.stdout is not None
                other.stdout.readline()
                await pilot.press("ctrl+k")
                await type_in(pilot, f"note {number}")
                await pilot.press("enter")
            assert other.wait(timeout=60) == 0
        for _ in range(100):
            if "31 outcomes" in shown(pilot.app):
                break
            await pilot.pause(0.1)
        assert "31 outcomes" in shown(pilot.app)
        notes = [step.note for step in meeting.store.history(meeting.outcome("A-001").uid) if step.note]
        assert sorted(notes) == [f"note {number}" for number in range(10)]
