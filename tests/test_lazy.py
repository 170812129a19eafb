"""Starting stays quick: a command imports what it needs and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = {"textual", "rich"}
STORE = {"peewee", "playhouse"}
WRITERS = {"docx", "openpyxl", "icalendar", "markdown_it"}
WORDS = {"holidays", "pypinyin"}
BUILD = {"babel", "tomlkit"}


def imported_by(arguments: list[str], folder: Path) -> set[str]:
    """The top-level modules in memory after one command line."""
    script = (
        "import sys\nfrom tui_minutes.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print('\\n' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], input="", capture_output=True, text=True, cwd=folder, check=True
    )
    return set(ran.stdout.splitlines()[-1].split())


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
