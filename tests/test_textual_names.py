"""No class of ours takes a private name that Textual uses: it would break Textual in the strangest place."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from functools import cache
from importlib import import_module
from textwrap import dedent

import pytest
from textual.dom import DOMNode

import tui_minutes
from tui_minutes import screens, widgets

MEANT = {"_fatal_error", "_compositor", "_repaint_required", "_max_idle"}
"""Taken over on purpose: a crash must not print people's words; only the cells asked for are drawn; a paste
that comes as keys is seen on its way.
"""


@cache
def private_names(owner: type) -> frozenset[str]:
    """The names with one underscore that a class defines or sets on itself, in its own source."""
    tree = ast.parse(dedent(inspect.getsource(owner)))
    found = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return frozenset(
        name for name in found if name.startswith("_") and not name.startswith("__") and name != "_"
    )


def our_classes() -> list[type]:
    """Every screen, widget and program of ours."""
    paths = [(package.__path__, f"{package.__name__}.") for package in (screens, widgets)]
    names = [module.name for path, prefix in paths for module in pkgutil.walk_packages(path, prefix)]
    modules = [import_module(name) for name in ("tui_minutes.app", "tui_minutes.room_app", *names)]
    found = {
        one
        for module in modules
        for one in vars(module).values()
        if inspect.isclass(one)
        and issubclass(one, DOMNode)
        and one.__module__.startswith(tui_minutes.__name__)
    }
    return sorted(found, key=lambda one: one.__qualname__)


@pytest.mark.parametrize("ours", our_classes(), ids=lambda one: one.__name__)
def test_a_class_takes_no_private_name_of_textual(ours: type) -> None:
    theirs, own = (
        {name for one in ours.__mro__ if one.__module__.startswith(package) for name in private_names(one)}
        for package in ("textual.", "tui_minutes.")
    )
    assert theirs, "nothing of Textual was looked at"
    assert own & theirs <= MEANT
