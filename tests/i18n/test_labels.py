"""Every code that people see has a word, and none has a word for what it cannot be."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

import pytest

from tui_minutes import domain
from tui_minutes.i18n import labels


def kinds() -> dict[str, list[type[StrEnum]]]:
    """The kinds of codes of the domain, by their names."""
    found: dict[str, list[type[StrEnum]]] = defaultdict(list)
    for module in walk_packages(domain.__path__, f"{domain.__name__}."):
        for one in vars(import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, StrEnum) and one.__module__ == module.name:
                found[one.__name__].append(one)
    return found


@pytest.mark.parametrize("name", labels._LABELS)
def test_every_code_of_a_kind_has_a_word(name: str) -> None:
    [kind] = kinds()[name]
    assert set(labels._LABELS[name]) == {str(code) for code in kind}
    assert all(labels.label(code) for code in kind)
