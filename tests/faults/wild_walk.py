"""A walk of chance through the program, and whether the store and the screen bear it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.faults.left_behind import check_store
from tests.faults.wild_acts import Act
from tests.support import Clock, shown, type_at_once
from tui_minutes.app import MinutesApp
from tui_minutes.i18n import set_language
from tui_minutes.settings import Settings, load
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.status_line import StatusLine

SIZE = (132, 34)
LOOKED = 12
"""The store is looked at after so many acts."""

_KEPT = {
    table: f"SELECT {column} FROM {table}"
    for table, column in (
        ("entry", "uid"), ("history", "uid"), ("revision", "uid"), ("seal", "uid"), ("command", "command"),
        ("outcome", "number"), ("meeting", "uid"), ("amendment", "uid"), ("confirmation", "uid"),
    )
}  # fmt: skip
"""What is never taken out of a store again."""

_SAVED = re.compile(r"^Line (\d+) saved|^第 (\d+) 行已保存")


class Walk:
    """Acts one after the other, on the store in `folder`; the program is started again when it ends."""

    def __init__(self, folder: Path, clock: Clock, first: str) -> None:
        self._folder = folder
        self._clock = clock
        self._first = first
        self._kept: dict[str, set[object]] = {table: set() for table in _KEPT}
        self._other: sqlite3.Connection | None = None
        self.done: list[Act] = []
        self.seen: set[str] = set()

    async def go(self, acts: Sequence[Act], language: str) -> None:
        """All of the `acts`; AssertionError, or what the program raised, when something does not hold."""
        rest = list(acts)
        set_language(language)
        store = Store.open(self._folder / "minutes.db")
        try:
            while rest:
                async with self._program(store).run_test(size=SIZE) as pilot:
                    await _settled(pilot)
                    await self._acts(pilot, store, rest)
                    self._unlock()
                    pilot.app.exit()
                    await self._ended(pilot)
                    await self._look(store)
        finally:
            self._unlock()
            store.close()

    def _program(self, store: Store) -> MinutesApp:
        """The program as a person starts it, with what was set before."""
        config = self._folder / "config.toml"
        settings = load(config) if config.exists() else Settings(name="王敏")
        app = MinutesApp(store, settings, self._clock, zone="Asia/Shanghai", config_file=config)
        app.first = self._first
        return app

    async def _acts(self, pilot: Pilot[None], store: Store, rest: list[Act]) -> None:
        """Until there is none left, or the program ends."""
        while rest:
            act = rest.pop(0)
            self.done.append(act)
            self._clock.forward(seconds=7)
            await self._act(pilot, store, act)
            await _settled(pilot)
            if pilot.app._exit or not pilot.app.is_running:
                return
            self._look_at_screen(pilot, store)
            if len(self.done) % LOOKED == 0:
                await self._look(store)

    async def _act(self, pilot: Pilot[None], store: Store, act: Act) -> None:
        match act.kind, act.what:
            case "size", (int(width), int(height)):
                await pilot.resize_terminal(width, height)
            case "jump", int(seconds):
                self._clock.forward(seconds=seconds)
            case "lock", _:
                self._lock(store)
            case "unlock", _:
                self._unlock()
            case "restart", _:
                pilot.app.exit()
            case _:
                _at_keyboard(pilot.app, act)

    def _lock(self, store: Store) -> None:
        """Another program writes."""
        if self._other is None:
            self._other = sqlite3.connect(store.path, isolation_level=None)
            self._other.execute("BEGIN IMMEDIATE")

    def _unlock(self) -> None:
        if self._other is not None:
            self._other.close()
            self._other = None

    async def _ended(self, pilot: Pilot[None]) -> None:
        """Until the program has ended by itself."""
        if pilot.app._task:
            await pilot.app._task

    def _look_at_screen(self, pilot: Pilot[None], store: Store) -> None:
        """What the status line says is saved is in the store."""
        screen = pilot.app.screen
        self.seen.add(type(screen).__name__)
        shown(pilot.app)
        for status in screen.query(StatusLine):
            saved, uid = _SAVED.match(status.text), getattr(screen, "meeting_uid", None)
            if saved and uid:
                number = int(saved[1] or saved[2])
                assert any(e.seq == number for e in store.record(uid).entries), (
                    f"not in the store: {status.text}"
                )

    async def _look(self, store: Store) -> None:
        """The store is consistent, and nothing that was in it is gone."""
        check_store(store)
        with closing(sqlite3.connect(store.path)) as base:
            for table, query in _KEPT.items():
                now = {row[0] for row in base.execute(query)}
                lost = self._kept[table] - now
                assert not lost, f"gone from {table}: {sorted(map(str, lost))[:3]}"
                self._kept[table] = now


def _at_keyboard(app: App[None], act: Act) -> None:
    """Keys, words, a paste and clicks, all of an act before the program has seen the first of it."""
    match act.kind, act.what:
        case "keys", tuple(keys):
            for key in keys:
                char = key if len(key) == 1 else None
                app.post_message(events.Key(_character_to_key(key) if char else key, char))
        case "word", str(text):
            type_at_once(app, text)
        case "paste", str(text):
            app.post_message(events.Paste(text))
        case "click", (float(x), float(y), int(times)):
            at = int(x * app.size.width), int(y * app.size.height)
            for kind in (events.MouseMove, *(events.MouseDown, events.MouseUp) * times):
                app.post_message(kind(None, *at, 0, 0, 1, False, False, False))


async def _settled(pilot: Pilot[None]) -> None:
    """Until the program has done what it was asked."""
    await pilot._wait_for_screen()
    while pilot.app.is_running and not pilot.app._exit:
        await pilot._wait_for_screen()
        if not isinstance(pilot.app, MinutesApp):
            return
        to_be_read = any(line._to_be_read for line in pilot.app.screen.query(CaptureLine))
        if pilot.app._key_order.is_through and not to_be_read:
            await pilot._wait_for_screen()  # a line that was read last is saved by then
            return
