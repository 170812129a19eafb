"""A key that is shown does something."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding
from textual.screen import Screen

import tui_minutes.screens
from tests.support import open_store, run_app, shown
from tui_minutes.app import MinutesApp


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


async def test_t_on_home_opens_the_tracker(tmp_path: Path) -> None:
    async with run_app(open_store(tmp_path)) as pilot:
        await pilot.press("t")
        assert "Decision ledger" in shown(pilot.app)
