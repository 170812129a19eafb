"""Who takes part: the program, the least that Textual can be, and programs of other people.

Those of other people lie each in a virtual environment of its own (README.md, here); what is not there is
left out, and said.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.watched import Watched
from tests.terminal import minutes

PEERS = os.environ.get("TUI_MINUTES_PEERS", "")

OURS, BARE, POSTING, HARLEQUIN, VIM = "tui-minutes", "bare Input", "posting", "harlequin", "vim"
TASK, TODO, JRNL = "task", "todo", "jrnl"

missing: set[str] = set()
"""Who was asked for and is not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """When these bytes have been written, the program can be answered with these keys."""

    told: bytes
    keys: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program on the screen and the way to its first field.

    The keys of the last step are one letter. `painted` is a pattern of its finished first screen, `answered`
    one of the letter typed.
    """

    name: str
    argv: tuple[str, ...]
    painted: str
    answered: str
    way: tuple[Step, ...]

    def start(self) -> Watched:
        """Run it, and go to its first field, as fast as it can be answered; the letter is sent, too."""
        terminal = Watched(self.argv)
        _go(terminal, self.way)
        return terminal

    def at_field(self) -> Watched:
        """Run it, and go to its first field, without the letter."""
        terminal = Watched(self.argv)
        _go(terminal, self.way[:-1])
        terminal.written_out(self.way[-1].told)
        terminal.rest()
        return terminal


def bare() -> Program:
    """One field, and nothing else."""
    argv = (sys.executable, "-m", "tests.benchmarks.bare_app")
    way = (Step(b"eady", "x"),)  # the cursor stands on the first letter
    return Program(BARE, argv, "ready", r"\s\sx\s", way)


def capture(store: Path, name: str = OURS) -> Program:
    """The program, straight in the meeting in progress: the capture line.

    What was typed in a start before may have been kept there.
    """
    argv = tuple(minutes("--db", str(store), "resume"))
    return Program(name, argv, "─ Record ", r"│ x+\s", (Step(b" Record ", "x"),))


def home(store: Path, name: str = OURS) -> Program:
    """The program's first screen: the search line is its field."""
    argv = tuple(minutes("--db", str(store)))
    return Program(name, argv, r"M-20\d\d-", "Title, number or name", (Step(b"M-20", "/"),))


def posting() -> Program | None:
    """A program to try web services with; its field is the address."""
    return _peer(POSTING, ("posting",), "No headers", r"▌x\s", Step(b"No headers", "x"))


def harlequin() -> Program | None:
    """A program to ask databases with; its field is the query."""
    argv = ("harlequin", "-a", "sqlite", ":memory:")
    return _peer(HARLEQUIN, argv, "main db", r"│ 1\s+x\s", Step(b"Query Editor", "x"))


def vim() -> Program | None:
    """An editor without any settings."""
    return _peer(VIM, ("vim", "-Nn", "-u", "NONE"), r"~\s", r"x\s", Step(b"~", "i"), Step(b"INSERT", "x"))


def present(*found: Program | None) -> list[Program]:
    """Those that are there."""
    return [one for one in found if one is not None]


def command(name: str) -> str | None:
    """The path of somebody else's command; None, and remembered, where it is not there."""
    own = next(Path(PEERS).glob(f"*/bin/{name}"), None) if PEERS else None
    path = str(own) if own else shutil.which(name)
    if path is None:
        missing.add(name)
    return path


def _go(terminal: Watched, way: Sequence[Step]) -> None:
    for step in way:
        terminal.written_out(step.told)
        terminal.send(step.keys)


def _peer(name: str, argv: tuple[str, ...], painted: str, answered: str, *way: Step) -> Program | None:
    path = command(argv[0])
    return Program(name, (path, *argv[1:]), painted, answered, way) if path else None
