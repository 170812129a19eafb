"""The pictures of the README, taken of the real screens: `python -m tests.pictures docs/pictures`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tests.meeting import Played
from tests.reviewed import NOW, half_a_year
from tests.story import SCRIPTS, ZONE, Story
from tests.support import Clock, open_store, run_app
from tests.svg_grid import draw
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.standup import Grouping
from tui_minutes.i18n import set_language
from tui_minutes.room_app import RoomApp
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.host import Host
from tui_minutes.services import attendance, standups
from tui_minutes.settings import Settings
from tui_minutes.store.store import Store

SIZE = (132, 34)
WALL = (80, 24)
"""On a projector letters are large, and fewer of them fit."""


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


async def standup(scene: Scene) -> None:
    """A week later the team goes through it, two minutes for each; what is said is typed."""
    story = scene.story
    story.begin()
    story.talk()
    story.read_back()
    story.sign()
    story.follow()
    uid = standups.begin(
        story.store, story.command(minutes=2 * 24 * 60), Grouping.OWNER, ZONE, seconds_each=120
    )
    scene.host.open_meeting(uid)
    await scene.pilot.pause()
    await scene.pilot.press("n", "n", "n")
    story.clock.forward(minutes=0.6)
    scene.type(story.script.said)


class HalfYear(Story):
    """Another team's meetings of half a year in place of the sample meeting."""

    def __init__(self, store: Store, language: str) -> None:
        self.store, self.script, self.clock = store, SCRIPTS[language], Clock(NOW)
        self.uid = half_a_year(Played(store)).uid


async def review(scene: Scene) -> None:
    """October is reviewed, a measure is typed."""
    scene.host.open_review()
    await scene.pilot.pause()
    scene.type(scene.story.script.measure)


PICTURES: dict[str, tuple[str, type[Story], Callable[[Scene], Awaitable[None]]]] = {
    "check_in": ("en", Story, check_in),
    "meeting": ("zh", Story, meeting),
    "readback": ("zh", Story, read),
    "tracker": ("en", Story, tracker),
    "standup": ("zh", Story, standup),
    "review": ("zh", HalfYear, review),
}
"""By name: the language, what has been before, and what brings the screen to where the picture is taken."""


async def picture(language: str, before: type[Story], take: Callable[[Scene], Awaitable[None]]) -> str:
    """The SVG of a screen, of the sample meeting or of what else has been `before`."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        story = before(store, language)
        async with run_app(store, size=SIZE, language=language, clock=story.clock) as pilot:
            scene = Scene(pilot, story)
            await take(scene)
            scene.screen.show_time()
            await pilot.pause()
            svg = pilot.app.export_screenshot()
        store.close()
    return svg


async def wall(language: str) -> str:
    """The SVG of the window for the room: the third item is on the table."""
    set_language(language)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        story = Story(store, language)
        story.begin()
        story.talk()
        app = RoomApp(store, Settings(), story.clock, zone=ZONE)
        async with app.run_test(size=WALL) as pilot:
            await pilot.pause()
            await pilot.pause()
            svg = app.export_screenshot()
        store.close()
    return svg


def main(folder: Path) -> None:
    """Take all pictures and put them into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (language, before, take) in PICTURES.items():
        draw(asyncio.run(picture(language, before, take)), folder / f"{name}.png")
    draw(asyncio.run(wall("en")), folder / "room.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
