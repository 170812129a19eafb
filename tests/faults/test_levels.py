"""No screen shows a word of what is confidential until it is revealed, whichever command is called."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen

from tests.faults.conftest import Say, Scale
from tests.meeting import PLAN, Played, played
from tests.support import Clock, in_front, run_app, shown, type_in
from tui_minutes.cli import main
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import approval, moves, standups
from tui_minutes.store.store import Store
from tui_minutes.widgets.keys import by_command

LATER = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
"""When everything secret is late."""

SECRETS = (
    "朱雀收购案",
    "定下玄武价格",
    "白虎裁员",
    "青龙预算",
    "Kestrel",
    "Zanzibar",
    "北冥仓库",
    "麒麟合同",
    "毕方延期",
)
"""Each stands in a field of its own of the secret meeting; names and dates may be seen."""

SECRET_PLAN = replace(
    PLAN, title="朱雀收购案", goal="定下玄武价格", place="北冥仓库", level=Level.SECRET,
    agenda=(PlanItem("白虎裁员", 10),),
)  # fmt: skip


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Played]:
    """A meeting with a secret item, secret ones that are approved, planned and running; and a standup."""
    with played(tmp_path / "minutes.db") as one:
        one.plan(replace(PLAN, agenda=(PLAN.agenda[0], PlanItem("白虎裁员", 10, level=Level.SECRET))))
        one.begin().say("- 布置展位 @韩磊 截止11/30")
        one.read_back().seal()
        one.plan(SECRET_PLAN).begin()
        for line in (
            "韩磊：Zanzibar 的价格太高", "+ 青龙预算砍半 p1",
            "- 准备 Kestrel 合同 @韩磊 截止11/28 -> 麒麟合同", "? 白虎裁员何时宣布 @周岚",
        ):  # fmt: skip
            one.say(line)
        one.read_back().seal()
        approval.approve(one.store, one.command(), one.uid)
        given = Given(due=date(2026, 11, 29), cause="毕方延期", remedy="青龙预算")
        moves.move(one.store, one.command(), one.in_ledger("A-002").uid, Act.DELAY, given)
        one.plan(SECRET_PLAN)
        one.plan(SECRET_PLAN).begin().say("- 再议 Zanzibar @韩磊 截止12/1")
        standups.begin(one.store, one.command(), Grouping.OWNER, "Asia/Shanghai")
        yield one


def running(one: Played) -> str:
    """The secret meeting in session."""
    found = [meeting.uid for meeting in one.store.meetings() if meeting.phase is Phase.IN_SESSION]
    return next(uid for uid in found if one.store.record(uid).meeting.level is Level.SECRET)


def leaks(app: App[None]) -> list[str]:
    """The secret words on the screen, by its name and what has the focus."""
    text = shown(app).replace("\n", "")
    return [f"{word} on {type(app.screen).__name__}" for word in SECRETS if word in text]


LEFT_OUT = ("app.quit", "app.language", "app.theme", "home.sample", "home.end_sample", "standup.end")
"""Commands that show no words, or lead out of the program, or end what is looked at."""


class Walker:
    """Calls every command of a screen, goes on with Enter, and looks at each frame for secret words."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.found: set[str] = set()
        self.frames = 0

    async def look(self, after: str) -> None:
        """What is on the screen by now."""
        await self._pilot.pause()
        self.frames += 1
        self.found.update(f"{leak} after {after}" for leak in leaks(self._pilot.app))
        assert not self._pilot.app.revealed, after  # type: ignore[attr-defined]

    async def press(self, *keys: str) -> None:
        """Keys, with a look after each."""
        for key in keys:
            await self._pilot.press(key)
            await self.look(key)

    async def type(self, text: str) -> None:
        """Words, with a look when they are there."""
        await type_in(self._pilot, text)
        await self.look(text)

    async def commands(self, way: tuple[str, ...], first: int, step: int) -> None:
        """Commands of the screen that the keys of `way` lead to from Home, and what Enter does then.

        Not all, but from the `first` one each `step`.
        """
        await self._go(way)
        names = list(by_command(in_front(self._pilot.app).active_bindings))
        for name in names[first::step]:
            if name not in LEFT_OUT and not name.endswith(".reveal"):
                await self._go(way)
                active, _ = by_command(in_front(self._pilot.app).active_bindings).get(name, (None, []))
                if active is not None:
                    await self._pilot.app.run_action(active.binding.action, active.node)
                    await self.look(f"{way} {name}")
                    await self._go_on(name)

    async def _go_on(self, name: str) -> None:
        """Enter in what has opened, unless it is the question whether to show it."""
        if "Who can see" not in shown(self._pilot.app):
            await self._pilot.press("enter")
            await self.look(f"{name}, Enter")

    async def _go(self, way: tuple[str, ...]) -> None:
        app = self._pilot.app
        while isinstance(app.screen, ModalScreen):
            app.pop_screen()
            await self._pilot.pause()
        for key in ("ctrl+o", *way):
            await self._pilot.press(key)
        for key in ("ctrl+s", "escape"):  # a standup that was ended begins again, one at its end goes on
            if isinstance(app.screen, ModalScreen):
                await self._pilot.press(key)
        await self.look("/".join(way))


PLACES = {
    "home": (("home",), ("end", "up"), ("end",)),
    "tracker": (
        ("ctrl+g",),
        ("ctrl+g", "j"),
        ("ctrl+g", "j", "j"),
        ("ctrl+g", "j", "j", "j"),
        ("ctrl+g", "end"),
    ),
    "reminders": (("R",),),
    "review": (("ctrl+g", "r"), ("ctrl+g", "r", "l")),
    "standup": (("u",), ("u", "n"), ("u", "n", "j")),
}


@pytest.mark.parametrize("place", PLACES)
async def test_no_command_shows_what_is_covered(
    secret: Played, place: str, scale: Scale, seed: int, say: Say
) -> None:
    step = scale(10, 1)
    async with run_app(secret.store, clock=Clock(LATER), size=(132, 40)) as pilot:
        walker = Walker(pilot)
        for way in PLACES[place][: scale(1, 9)]:
            await walker.commands(way, seed % step, step)
        say(f"{place}: {walker.frames} frames without a covered word")
    assert not walker.found, "\n".join(sorted(walker.found))


async def test_lines_searches_and_drafts_show_nothing_either(secret: Played) -> None:
    async with run_app(secret.store, clock=Clock(LATER), size=(132, 40)) as pilot:
        walker = Walker(pilot)
        await walker.press("ctrl+g", "slash", *"kest", "tab", "escape")
        await walker.press("ctrl+k", *"A-002", "space", "tab", "enter", "escape")
        await walker.press("ctrl+o", "slash", *"zanz", "enter", "escape")
        assert not walker.found, "\n".join(sorted(walker.found))


async def test_what_was_revealed_is_seen_and_hidden_again(secret: Played) -> None:
    async with run_app(secret.store, clock=Clock(LATER), size=(132, 40)) as pilot:
        await pilot.press("ctrl+g", "ctrl+r")
        await pilot.pause()
        assert leaks(pilot.app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert not leaks(pilot.app)


async def test_a_secret_meeting_is_opened_behind_a_question_and_left_when_it_is_hidden(
    secret: Played,
) -> None:
    async with run_app(secret.store, clock=Clock(LATER), first=running(secret)) as pilot:
        assert "Who can see this screen?" in shown(pilot.app)
        assert not leaks(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "HomeScreen"
        pilot.app.open_meeting(running(secret))  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert not leaks(pilot.app), "what the days since the last line were is asked over what is covered"
        await pilot.press("enter")
        await pilot.pause()
        assert "Zanzibar on MeetingScreen" in leaks(pilot.app)
        await pilot.press("ctrl+g", "ctrl+r")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "HomeScreen"
        assert not leaks(pilot.app)


COMMANDS = (
    "list", "ledger", "ledger --search Kestrel", "ledger --history A-002", "remind", "show M-2026-001",
    "show M-2026-002", "export M-2026-001", "export M-2026-002", "review --period 2026-11", "verify",
    "ledger --views", "doctor", "show M-2026-002 --json", "export M-2026-002 --format json", "list --json",
    "ledger --json", "remind --json", "review --period 2026-11 --json", "ledger --history A-002 --json",
)  # fmt: skip


def test_no_command_line_prints_what_is_covered(
    secret: Played, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    path = secret.store.path
    secret.store.close()
    found = []
    for command in COMMANDS:
        main(["--db", str(path), *command.split()])
        said = "".join(capsys.readouterr())
        found += [f"{word} in {command}" for word in SECRETS if word in said]
    secret.store = Store.open(path)
    assert not found, "\n".join(found)


def test_what_differs_from_a_secret_seal_is_told_without_its_words(
    secret: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    path = secret.store.path
    secret.store.close()
    base = sqlite3.connect(path)
    with base:
        for change in (
            "UPDATE outcome SET text = 'Zanzibar' || text",
            "UPDATE agenda_item SET title = title || '青龙预算'",
            "UPDATE sealed_record SET body = replace(body, 'Kestrel', 'Zanzibar')",
        ):  # fmt: skip
            base.execute(change)
    base.close()
    assert main(["--db", str(path), "verify"]) == 1
    told = capsys.readouterr().out
    assert "outcome D-001, text: sealed as" in told
    assert not [word for word in SECRETS if word in told]
    assert main(["--db", str(path), "verify", "--reveal"]) == 1
    assert "Zanzibar" in capsys.readouterr().out
    secret.store = Store.open(path)
