"""What the tests of exporting share: Ctrl+E, what is chosen then, the file, the answer in words."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tui_minutes.screens.dialogs.ask import Ask
from tui_minutes.screens.dialogs.choose import Choose
from tui_minutes.widgets.list_pane import ListPane


async def choose(pilot: Pilot[None], *wanted: str) -> None:
    """Ctrl+E, then in one list after the other the option of that key, or with those words."""
    await pilot.press("ctrl+e")
    await pilot.pause()
    for words in wanted:
        dialog = pilot.app.screen
        assert isinstance(dialog, Choose)
        keys = [one.key for one in dialog._options if words in (one.key, one.text)]
        dialog.query_one("#options", ListPane).cursor = keys[0]
        await pilot.press("enter")
        await pilot.pause()


async def write(pilot: Pilot[None], typed: str | Path) -> None:
    """Put that path into the form that asks for one, press Enter, and wait until all is written."""
    assert isinstance(pilot.app.screen, Ask)
    pilot.app.screen.query_one("#path", Input).value = str(typed)
    await pilot.press("enter")
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is being written any more, and the screen has followed."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def export(pilot: Pilot[None], typed: str | Path, *wanted: str) -> None:
    """Choose what is `wanted`, and where."""
    await choose(pilot, *wanted)
    await write(pilot, typed)
