"""What the tests of exporting share: Ctrl+E, what is chosen then, the file, the answer in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tests.meeting import Played, played
from tui_minutes.screens.dialogs.ask import Ask
from tui_minutes.screens.dialogs.choose import Choose
from tui_minutes.widgets.list_pane import ListPane

SHORT = ("decisions and actions", "md")
"""A paper in a form that is made at once, as it is chosen."""


@contextmanager
def held(folder: Path) -> Iterator[Played]:
    """A meeting in session with three outcomes; its store is in a folder of its own."""
    (folder / "store").mkdir()
    with played(folder / "store" / "minutes.db") as one:
        one.plan().begin()
        for line in ("+ 订A馆 p1", "- 付定金 @韩磊 截止12月4日 -> 回单", "- 画展板 @Nora Quinn 截止明天"):
            one.say(line)
        yield one


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
