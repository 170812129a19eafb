"""Imports point one way: cli → app → screens → services → store → domain (CONTRIBUTING, the map)."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import tui_minutes

PACKAGE = Path(tui_minutes.__file__).parent
GROUND = {"domain", "i18n", "private", "settings", "terminal"}
MAY_IMPORT = {
    "domain": {"domain"},
    "later": set(),
    "private": set(),
    "crash": {"domain", "i18n", "private"},
    "store": {"later", "store", "domain", "private"},
    "i18n": {"i18n", "domain"},
    "settings": {"domain", "private"},
    "terminal": {"domain"},
    "bootstrap": {"i18n"},
    "documents": {"documents", "domain", "i18n"},
    "services": {"later", "services", "store", "documents", *GROUND},
    "widgets": {"widgets", "domain", "i18n"},
    "themes": {"i18n"},
    "stylesheets": set(),
    "screens": {"later", "screens", "widgets", "services", "store", "themes", "stylesheets", *GROUND},
    "palette": {"screens", "widgets", "services", "themes", *GROUND},
    "app": {"palette", "screens", "widgets", "services", "store", "themes", "stylesheets", *GROUND},
    "room_app": {"screens", "widgets", "services", "store", "themes", "stylesheets", *GROUND},
    "commands": {"commands", "app", "room_app", "crash", "services", "store", "documents", *GROUND},
    "cli_options": {"cli_options_before", "domain", "i18n"},
    "cli_options_before": {"cli_options", "domain", "i18n"},
    "cli_parser": {"cli_options", "i18n"},
    "cli": {"cli_parser", "commands", "crash", *GROUND},
    "__main__": {"bootstrap", "cli"},
}
DRAWS = {"app", "room_app", "palette", "screens", "widgets", "themes", "stylesheets"}
ONLY_THERE = {
    "textual": DRAWS,
    "rich": DRAWS,
    "peewee": {"store"},
    "playhouse": {"store"},
    "babel": {"i18n"},
    "apprise": {"services"},
    "holidays": {"services"},
    "pypinyin": {"services"},
    "docx": {"documents"},
    "openpyxl": {"documents"},
    "icalendar": {"documents", "services"},
    "dateutil": {"services"},
}
OUTSIDE_WORLD = {"io", "os", "pathlib", "random", "shutil", "socket", "sqlite3", "subprocess", "sys", "time"}


def area_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imports(tree: ast.AST) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def faults(area: str, source: str) -> list[str]:
    """What a module of ``area`` may not import: other areas, other people's libraries, the outside world."""
    found = []
    for line, name in imports(ast.parse(source)):
        top, _, rest = name.partition(".")
        inner = rest.partition(".")[0]
        if top == "tui_minutes" and inner != "__version__" and inner not in MAY_IMPORT[area]:
            found.append(f"{line}: {area} imports {inner}")
        if area not in ONLY_THERE.get(top, {area}):
            found.append(f"{line}: {area} imports {top}")
        if area == "domain" and (
            top in OUTSIDE_WORLD or top not in {*sys.stdlib_module_names, "tui_minutes"}
        ):
            found.append(f"{line}: the rules import {top}")
    return found


def clocks_and_files(source: str) -> list[str]:
    """Where the time of day or a file is read."""
    asked = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            bare = isinstance(node.func, ast.Name)
            if name in ("now", "today", "utcnow", "monotonic") or (bare and name == "open"):
                asked.append(f"{node.lineno}: {name}()")
    return asked


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_imports_point_one_way(path: Path) -> None:
    area = area_of(path)
    source = path.read_text(encoding="utf-8")
    if area == "__init__":
        assert imports(ast.parse(source)) == []
        return
    assert faults(area, source) == []
    if area in ("domain", "store"):
        assert clocks_and_files(source) == []


def test_an_arrow_the_other_way_is_found() -> None:
    assert faults("domain", "from tui_minutes.store import tables") == ["1: domain imports store"]
    assert faults("domain", "from tui_minutes import store") == ["1: domain imports store"]
    assert faults("store", "import tui_minutes.services.log") == ["1: store imports services"]
    assert faults("screens", "from tui_minutes.app import MinutesApp") == ["1: screens imports app"]


def test_a_library_in_the_wrong_place_is_found() -> None:
    assert faults("services", "def f():\n    import peewee") == ["2: services imports peewee"]
    assert faults("documents", "from textual.app import App") == ["1: documents imports textual"]
    assert faults("domain", "import attrs") == ["1: the rules import attrs"]
    assert faults("domain", "from os import environ") == ["1: the rules import os"]


def test_a_clock_in_the_rules_is_found() -> None:
    assert clocks_and_files("late = due < date.today()") == ["1: today()"]
    assert clocks_and_files("open('words.txt')") == ["1: open()"]
