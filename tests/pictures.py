"""The pictures of the README, taken of the real screens: `python -m tests.pictures docs/pictures`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tests.story import Story
from tests.support import open_store, run_app
from tests.svg_grid import draw
from tui_minutes.domain.attendance import Attendance
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.host import Host
from tui_minutes.services import attendance

SIZE = (132, 34)


@dataclass
class Scene:
    """The program and the meeting it shows."""

    pilot: Pilot[None]
    story: Story

    @property
    def host(self) -> Host:
        """The program."""
        assert isinstance(self.pilot.app, Host)
        return self.pilot.app

    @property
    def screen(self) -> BaseScreen:
        """What is on top."""
        assert isinstance(self.host.screen, BaseScreen)
        return self.host.screen

    async def open(self) -> None:
        """Show the meeting where it stands."""
        self.host.open_meeting(self.story.uid)
        await self.pilot.pause()

    def type(self, text: str) -> None:
        """Begin a line."""
        assert self.screen.line is not None
        self.screen.line.take(text)


async def check_in(scene: Scene) -> None:
    """Three are here, one has sent word, the others are awaited."""
    story = scene.story
    story.check_in()
    people = story.record.people
    for person in people[:3]:
        attendance.mark(story.store, story.command(), person.uid, Attendance.PRESENT)
    attendance.mark(story.store, story.command(), people[4].uid, Attendance.ABSENT, "month-end closing")
    await scene.open()
    await scene.pilot.press("j", "j", "j")


async def meeting(scene: Scene) -> None:
    """The third item is on the table, an action half typed."""
    scene.story.begin()
    scene.story.talk()
    await scene.open()
    scene.story.clock.forward(minutes=0.8)
    scene.type(scene.story.script.typing)


async def read(scene: Scene) -> None:
    """An action without an owner is before the room."""
    scene.story.begin()
    scene.story.talk()
    scene.story.read_back()
    await scene.open()


async def tracker(scene: Scene) -> None:
    """Days later: one action was put off, another gets an owner in the line."""
    story = scene.story
    story.begin()
    story.talk()
    story.read_back()
    story.sign()
    story.follow()
    scene.host.open_tracker()
    await scene.pilot.pause()
    await scene.pilot.press("j")
    scene.type(story.script.updating)


PICTURES: dict[str, tuple[str, Callable[[Scene], Awaitable[None]]]] = {
    "check_in": ("en", check_in),
    "meeting": ("zh", meeting),
    "readback": ("zh", read),
    "tracker": ("en", tracker),
}
"""By name: the language, and what brings the screen to where the picture is taken."""


async def picture(language: str, take: Callable[[Scene], Awaitable[None]]) -> str:
    """The SVG of a screen of the sample meeting."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        story = Story(store, language)
        async with run_app(store, size=SIZE, language=language, clock=story.clock) as pilot:
            scene = Scene(pilot, story)
            await take(scene)
            scene.screen.show_time()
            await pilot.pause()
            svg = pilot.app.export_screenshot()
        store.close()
    return svg


def main(folder: Path) -> None:
    """Take all pictures and put them into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (language, take) in PICTURES.items():
        draw(asyncio.run(picture(language, take)), folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
