"""Speed 7: the most memory that it ever had, after a meeting of three hours and with a million outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import programs, tracker
from tests.benchmarks.long_meeting import said
from tests.benchmarks.place import ENTRIES, Place
from tests.benchmarks.programs import BARE
from tests.benchmarks.rounds import Measure, Round, Target

PEAK = "MiB"
HOME, MEETING, TYPED = "Home", "a meeting resumed, 1,500 entries", "a meeting, 1,500 entries typed"
AT_ONCE = 10
"""Lines typed before the screen is waited for."""


def play(place: Place, rounds: int) -> Iterator[Round]:
    """One program after the other; the meeting is typed from its beginning each time."""
    for _ in range(rounds):
        found = {
            BARE: _at_field(programs.bare()),
            HOME: _at_field(programs.home(place.meeting())),
            MEETING: _at_field(programs.capture(place.long_meeting)),
            TYPED: _typed(place),
        }
        found |= {tracker.of(size): _tracked(place, size) for size in (tracker.SIZES[0], tracker.SIZES[-1])}
        yield {name: {PEAK: peak} for name, peak in found.items()}


def _at_field(program: programs.Program) -> float:
    with program.at_field() as terminal:
        return terminal.memory()


def _typed(place: Place) -> float:
    """All that is said in three hours, line by line."""
    lines = said(ENTRIES)
    with programs.capture(place.fresh_meeting()).at_field() as terminal:
        for start in range(0, ENTRIES, AT_ONCE):
            terminal.send("".join(f"{line}\r" for line in lines[start : start + AT_ONCE]))
            terminal.seen(f"Line {start + AT_ONCE} saved")
        return terminal.memory()


def _tracked(place: Place, size: int) -> float:
    """The tracker, looked through."""
    terminal, _ = tracker.at_tracker(place, size)
    with terminal:
        terminal.rest()
        terminal.send(tracker.PAGE_DOWN * tracker.PAGES + tracker.END_KEY)
        terminal.rest()
        for words in ("预算", "shipping"):
            tracker.search(terminal, words)
        return terminal.memory()


MEASURE = Measure(
    "memory",
    "the most memory a program has had",
    (BARE, PEAK),
    play,
    (Target("memory with 1,000,000 outcomes", (tracker.of(1_000_000), PEAK), 1.5, (BARE, PEAK)),),
    once=True,
)
