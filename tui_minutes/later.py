"""Modules that are imported when something in them is first asked for: a start needs few of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType


def later(package: str) -> Callable[[str], ModuleType]:
    """The `__getattr__` of a `package` whose modules are all imported late.

    `from package import module` gives a stand-in then; it is typed, and read from, as the module itself.
    """

    def stand_in(name: str) -> ModuleType:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Later(f"{package}.{name}")

    return stand_in


class _Later(ModuleType):
    """Stands for a module, for reading and for patching; any thread may be the first to ask."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(import_module(self.__name__), name, value)

    @property
    def __dict__(self) -> dict[str, object]:  # type: ignore[override]
        """That of the module: a patch is taken back to what stood there."""
        return import_module(self.__name__).__dict__
