"""Speed 1: from exec to a first screen that is painted, and to one that answers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import programs
from tests.benchmarks.place import Place
from tests.benchmarks.programs import BARE, Program
from tests.benchmarks.rounds import Figures, Measure, Round, Target

HOME, CAPTURE, BESIDE = "Home, 1,000 meetings", "capture line", "capture line, 100,000 outcomes"
PAINTED, ANSWERED, CORE = "painted ms", "answered ms", "ms of a core"
_MEETINGS = 10_000
"""Outcomes of a ledger with a thousand meetings."""


def play(place: Place, rounds: int) -> Iterator[Round]:
    """Each program once a round."""
    everyone = programs.present(
        programs.bare(),
        programs.home(place.ledger(_MEETINGS), HOME),
        programs.capture(place.meeting(), CAPTURE),
        programs.capture(place.meeting(100_000), BESIDE),
        programs.posting(),
        programs.harlequin(),
    )
    for _ in range(rounds):
        yield {program.name: started(program) for program in everyone}


def started(program: Program) -> Figures:
    """The letter goes out as soon as the field has been written; what it needs is to be seen."""
    with program.start() as terminal:
        painted = terminal.seen(program.painted)
        answered = terminal.seen(program.answered)
        return {
            PAINTED: (painted - terminal.began) * 1000,
            ANSWERED: (answered - terminal.began) * 1000,
            CORE: terminal.processor() * 1000,
        }


MEASURE = Measure(
    "start",
    "from exec to a painted screen, and to one that answers a key",
    (BARE, ANSWERED),
    play,
    (
        Target("exec to usable capture screen", (CAPTURE, ANSWERED), 1.25, (BARE, ANSWERED)),
        Target("the same beside 100,000 outcomes", (BESIDE, ANSWERED), 1.1, (CAPTURE, ANSWERED)),
    ),
)
