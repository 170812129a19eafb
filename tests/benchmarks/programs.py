"""Who takes part: the program, the least that Textual can be, and programs of other people.

Those of other people lie each in a virtual environment of its own (README.md, here); what is not there is
left out, and said.
"""

from __future__ import annotations

import os
import shutil
import sys
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
class Program:
    """A program on the screen and the way to its first field.

    `way` is which bytes tell that it can be answered, with the keys that are the answer; the last of them is
    one letter. `painted` is a pattern of its finished first screen, `answered` one of the letter typed.
    """

    name: str
    argv: tuple[str, ...]
    painted: str
    answered: str
    way: tuple[tuple[bytes, str], ...]

    def start(self, **env: str) -> Watched:
        """Run it."""
        return Watched(self.argv, **env)

    def at_field(self) -> Watched:
        """Run it, and go to its first field, without the letter."""
        terminal = self.start()
        for bytes_, keys in self.way[:-1]:
            terminal.written_out(bytes_)
            terminal.send(keys)
        terminal.written_out(self.way[-1][0])
        terminal.rest()
        return terminal


def bare() -> Program:
    """One field, and nothing else."""
    argv = (sys.executable, "-m", "tests.benchmarks.bare_app")
    way = ((b"eady", "x"),)  # the cursor stands on the first letter
    return Program(BARE, argv, "ready", r"\s\sx\s", way)


def capture(store: Path, name: str = OURS) -> Program:
    """The program: on to Home, Enter to resume the meeting, the capture line.

    What was typed in a start before may have been kept there.
    """
    record = b" Record "
    way = ((b"M-20", "\r"), (record, "x"))
    return Program(name, tuple(minutes("--db", str(store))), "─ Record ", r"│ x+\s", way)


def home(store: Path, name: str = OURS) -> Program:
    """The program's first screen: the search line is its field."""
    argv = tuple(minutes("--db", str(store)))
    return Program(name, argv, r"M-20\d\d-", "Title, number or name", ((b"M-20", "/"),))


def posting() -> Program | None:
    """A program to try web services with; its field is the address."""
    return _peer(POSTING, ("posting",), "No headers", r"▌x\s", ((b"No headers", "x"),))


def harlequin() -> Program | None:
    """A program to ask databases with; its field is the query."""
    way = ((b"Query Editor", "x"),)
    return _peer(HARLEQUIN, ("harlequin", "-a", "sqlite", ":memory:"), "main db", r"│ 1\s+x\s", way)


def vim() -> Program | None:
    """An editor without any settings."""
    return _peer(VIM, ("vim", "-N", "-u", "NONE"), r"~\s", r"x\s", ((b"~", "i"), (b"INSERT", "x")))


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


def _peer(
    name: str, argv: tuple[str, ...], painted: str, answered: str, way: tuple[tuple[bytes, str], ...]
) -> Program | None:
    path = command(argv[0])
    return Program(name, (path, *argv[1:]), painted, answered, way) if path else None
