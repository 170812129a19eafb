"""Starting stays quick: a command imports what it needs and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tui_minutes
from tests.meeting import played
from tests.running import running_meeting
from tui_minutes.cli import DONE, main

PACKAGE = Path(tui_minutes.__file__).parent
SCREENS = {"textual", "rich"}
STORE = {"peewee", "playhouse"}
WRITERS = {"docx", "openpyxl", "icalendar", "markdown_it"}
WORDS = {"holidays", "pypinyin"}
BUILD = {"babel", "tomlkit"}


NOT_FOR_HOME = {
    "domain.capture", "domain.deadlines", "documents.overview", "documents.sections", "palette",
    "screens.dialogs.ask", "screens.export", "screens.exports", "screens.meeting", "screens.tracker",
    "services.discussion", "services.meetings", "services.papers",
}  # fmt: skip
NOT_FOR_A_MEETING = {
    "domain.capture.completion", "domain.capture.parser", "domain.deadlines", "domain.filters",
    "domain.moves", "palette", "screens.dialogs.ask", "screens.export", "screens.home",
    "screens.line_commands", "screens.meeting_commands", "screens.moving", "screens.outcome_forms",
    "services.discussion", "store.ledger", "store.paging",
}  # fmt: skip
MOST = 156
"""So many modules of our own until the first screen stands: a hundred of them cost a fifth of a start."""

SHOWN = """
import asyncio, sys
from textual.message_pump import MessagePump
from tui_minutes import terminal
from tui_minutes.app import MinutesApp
from tui_minutes.cli import main

async def shown(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        print(type(app.screen).__name__, *sys.modules)

MessagePump.set_timer = lambda *_, **__: None  # what is done in a quiet moment is not waited for
MinutesApp.run = lambda app: asyncio.run(shown(app))
terminal.is_terminal = lambda: True
main(sys.argv[1:])
"""
"""Tells the first screen of the program, and the modules in memory when it stands."""

MOST_OF = {"--help": 14, "ledger": 87}
"""The same for a command: what it imports of ours is a quarter of the time that `ledger` takes."""

NOT_FOR_LEDGER = (
    "documents.ledger_data", "documents.outcome_history", "domain.deadlines",
    "domain.discussion", "domain.filters.language", "domain.moves", "domain.record", "domain.sealing",
    "i18n.messages", "i18n.views", "services.lines", "services.zones", "store.backups", "store.examining",
    "store.history", "store.meetings",
)  # fmt: skip


def calling(arguments: list[str]) -> str:
    """What runs one command line."""
    return f"from tui_minutes.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"


def imported_by(arguments: list[str], folder: Path) -> set[str]:
    """The top-level modules in memory after one command line."""
    return {name.partition(".")[0] for name in in_memory_after(calling(arguments), folder)}


def our_own(modules: set[str]) -> set[str]:
    """Those of the package, by what stands behind its name."""
    return {name.removeprefix("tui_minutes.") for name in modules if name.startswith("tui_minutes.")}


def counted(ours: set[str]) -> int:
    """How many modules these are, packages left out."""
    return len([name for name in ours if (PACKAGE / f"{name.replace('.', '/')}.py").exists()])


def in_memory_after(script: str, folder: Path) -> set[str]:
    """The modules in memory after `script`."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{script}\nimport sys\nprint('\\n' + ' '.join(sys.modules))"],
        input="", capture_output=True, text=True, cwd=folder, check=True,
    )  # fmt: skip
    return set(ran.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("way", "screen", "not_needed"),
    [([], "HomeScreen", NOT_FOR_HOME), (["resume"], "MeetingScreen", NOT_FOR_A_MEETING)],
    ids=["Home", "resume"],
)
def test_a_start_imports_what_its_first_screen_needs(
    way: list[str], screen: str, not_needed: set[str], tmp_path: Path
) -> None:
    running_meeting(tmp_path)
    command = [sys.executable, "-c", SHOWN, "--db", "minutes.db", *way]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    first, *modules = ran.stdout.splitlines()[-1].split()
    assert first == screen
    ours = our_own(set(modules))
    assert ours.isdisjoint(not_needed)
    assert counted(ours) <= MOST


@pytest.mark.parametrize(
    ("arguments", "not_needed"),
    [
        (["--help"], SCREENS | STORE | WRITERS | WORDS | BUILD),
        (["--lang", "zh", "start", "--help"], SCREENS | STORE | WRITERS | WORDS | BUILD),
        (["parse", "--day", "2026-11-21"], SCREENS | STORE | WRITERS | BUILD),
        (["--db", "a.db", "list"], SCREENS | WRITERS | WORDS | BUILD),
        (["--db", "a.db", "ledger", "--json"], SCREENS | WRITERS | WORDS | BUILD),
        (["--db", "a.db", "ledger", "--format", "csv"], SCREENS | WRITERS | WORDS | BUILD),
        (["--db", "a.db", "import", "a.csv"], SCREENS | WRITERS | BUILD | {"pypinyin"}),
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


def test_help_knows_of_no_command(tmp_path: Path) -> None:
    ours = our_own(in_memory_after(calling(["--help"]), tmp_path))
    assert ours.isdisjoint({"cli_options", "domain.outcomes", "store", "services"})
    assert counted(ours) <= MOST_OF["--help"]


def test_the_ledger_imports_what_its_rows_need(tmp_path: Path) -> None:
    with played(tmp_path / "a.db") as meeting:
        meeting.plan().begin()
        meeting.say("决定：订场地")
    assert main(["--db", str(tmp_path / "a.db"), "ledger"]) == DONE, "judged by the rules of today"
    ours = our_own(in_memory_after(calling(["--db", "a.db", "ledger"]), tmp_path))
    assert ours > {"store.ledger", "commands.ledger_printing"}
    assert ours.isdisjoint(NOT_FOR_LEDGER)
    assert counted(ours) <= MOST_OF["ledger"]
