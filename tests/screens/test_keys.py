"""A key that is shown does something, and nothing else does it first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding
from textual.screen import Screen

import tui_minutes.screens
from tests.support import open_store, run_app, shown
from tui_minutes.app import MinutesApp
from tui_minutes.screens.base import BaseScreen


def screens() -> list[type[Screen[object]]]:
    """Every screen of the program, by name."""
    found: set[type[Screen[object]]] = set()
    for module in iter_modules(tui_minutes.screens.__path__):
        for thing in vars(import_module(f"tui_minutes.screens.{module.name}")).values():
            if isinstance(thing, type) and issubclass(thing, Screen):
                found.add(thing)
    return sorted(found, key=lambda one: one.__name__)


@pytest.mark.parametrize("screen", screens())
def test_each_key_of_a_screen_has_an_act(screen: type[Screen[object]]) -> None:
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        whose, _, act = binding.action.partition("(")[0].rpartition(".")
        assert hasattr(MinutesApp if whose == "app" else screen, f"action_{act}"), binding


NEVER_TOGETHER = {"sample", "end_sample"}
"""Acts of one key of which `check_action` lets one through."""


def pressed(of: type[BaseScreen | MinutesApp]) -> Iterator[tuple[str, str]]:
    """Each key that a screen of the program, or the program, binds, with its act."""
    for one in of.__mro__:
        if one.__module__.startswith("tui_minutes."):
            for binding in one.__dict__.get("BINDINGS", ()):
                for key in binding.key.split(","):
                    yield key, binding.action.removeprefix("app.")


@pytest.mark.parametrize("screen", [one for one in screens() if issubclass(one, BaseScreen)])
def test_a_key_does_one_thing_on_a_screen_and_the_program_does_not_take_it(screen: type[BaseScreen]) -> None:
    acts: defaultdict[str, set[str]] = defaultdict(set)
    taken = dict(pressed(MinutesApp))
    for key, act in pressed(screen):
        acts[key].add(act)
        assert taken.get(key, act) == act, f"{key} is {taken[key]} everywhere, and cannot be {act}"
    assert [(key, found) for key, found in acts.items() if len(found) > 1 and found != NEVER_TOGETHER] == []


async def test_t_on_home_opens_the_tracker(tmp_path: Path) -> None:
    async with run_app(open_store(tmp_path)) as pilot:
        await pilot.press("t")
        assert "Decision ledger" in shown(pilot.app)
