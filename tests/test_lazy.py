"""Starting stays quick: a command imports what it needs and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tui_minutes

PACKAGE = Path(tui_minutes.__file__).parent
SCREENS = {"textual", "rich"}
STORE = {"peewee", "playhouse"}
WRITERS = {"docx", "openpyxl", "icalendar", "markdown_it"}
WORDS = {"holidays", "pypinyin"}
BUILD = {"babel", "tomlkit"}


HOME = ("bootstrap", "cli", "cli_parser", "commands.app", "app", "screens.home")
"""What a start imports until its first screen stands."""

NOT_FOR_HOME = (
    "domain.capture", "domain.deadlines", "documents.sections", "palette", "screens.meeting",
    "screens.tracker", "services.discussion", "services.meetings",
)  # fmt: skip
MOST = 190
"""So many modules of our own at most: a hundred of them cost a fifth of a start."""


def imported_by(arguments: list[str], folder: Path) -> set[str]:
    """The top-level modules in memory after one command line."""
    script = (
        f"from tui_minutes.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
    )
    return {name.partition(".")[0] for name in in_memory_after(script, folder)}


def in_memory_after(script: str, folder: Path) -> set[str]:
    """The modules in memory after `script`."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{script}\nimport sys\nprint('\\n' + ' '.join(sys.modules))"],
        input="", capture_output=True, text=True, cwd=folder, check=True,
    )  # fmt: skip
    return set(ran.stdout.splitlines()[-1].split())


def test_a_start_imports_what_its_first_screen_needs(tmp_path: Path) -> None:
    script = "\n".join(f"import tui_minutes.{module}" for module in HOME)
    ours = {name.removeprefix("tui_minutes.") for name in in_memory_after(script, tmp_path)} - {"tui_minutes"}
    assert ours.isdisjoint(NOT_FOR_HOME)
    assert ours > set(HOME)
    assert len([name for name in ours if (PACKAGE / f"{name.replace('.', '/')}.py").exists()]) <= MOST


@pytest.mark.parametrize(
    ("arguments", "not_needed"),
    [
        (["--help"], SCREENS | STORE | WRITERS | WORDS | BUILD),
        (["--lang", "zh", "start", "--help"], SCREENS | STORE | WRITERS | WORDS | BUILD),
        (["parse", "--day", "2026-11-21"], SCREENS | STORE | WRITERS | BUILD),
        (["--db", "a.db", "list"], SCREENS | WRITERS | WORDS | BUILD),
        (["--db", "a.db", "ledger", "--json"], SCREENS | WRITERS | WORDS | BUILD),
        (["--db", "a.db", "verify"], SCREENS | WRITERS | WORDS | BUILD),
        (["--db", "a.db", "remind"], SCREENS | WRITERS | BUILD | {"apprise", "pypinyin"}),
        (["--db", "a.db", "doctor"], SCREENS | WRITERS | BUILD | {"pypinyin"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_imports_only_what_it_needs(
    arguments: list[str], not_needed: set[str], tmp_path: Path
) -> None:
    modules = imported_by(arguments, tmp_path)
    assert "tui_minutes" in modules
    assert modules & not_needed == set()
