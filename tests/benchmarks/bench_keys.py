"""From a key to its paint, beside one bare Textual field: `python -m tests.benchmarks.bench_keys`.

Both programs run on pseudo-terminals at the same time and get the same keys in turn; the time goes from
writing the key to the read after which the screen shows all that was typed. The meeting has forty lines.
"""

from __future__ import annotations

import re
import time

from tests.benchmarks.figures import BARE, ratio, running_meeting, say
from tests.meeting import PLAN
from tests.terminal import Terminal, minutes

TYPED = "- prepare posters 海报 @Nora by fri -> draft ++ photos p1"
ROUNDS = 3
ENTER, CLEAR = "\r", "\x15"


def key(terminal: Terminal, text: str) -> float:
    """Type the last character of `text`; the seconds until all of it is seen."""
    while terminal.pump(0.03):  # the key before has been worked off
        pass
    began = time.monotonic()
    terminal.send(text[-1])
    terminal.wait_for(re.escape(text))
    return terminal.read_at - began


def main() -> None:
    """Print the times and their ratio."""
    bare: list[float] = []
    ours: list[float] = []
    with (
        running_meeting() as meeting,
        Terminal(BARE) as field,
        Terminal(minutes("--db", str(meeting.store.path))) as program,
    ):
        field.wait_for("ready")
        program.wait_for(PLAN.title)
        program.send(ENTER)
        program.wait_for("─ Record ")
        for _ in range(ROUNDS):
            for end in range(1, len(TYPED) + 1):
                if TYPED[end - 1] != " ":  # a space cannot be seen
                    bare.append(key(field, TYPED[:end]))
                    ours.append(key(program, TYPED[:end]))
                else:
                    field.send(" ")
                    program.send(" ")
            field.send(CLEAR)
            program.send(CLEAR)
    say("one bare field", bare)
    say("the capture line", ours)
    ratio(ours, bare)


if __name__ == "__main__":
    main()
