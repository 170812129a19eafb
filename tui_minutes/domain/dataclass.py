"""`dataclass(frozen=True)`, made in a quarter of the time: a start makes a hundred of them.

The standard one compiles seven functions for each class. Here that is `__init__` alone, when the first of the
class is made; all share the others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, TypeVar

__all__ = ["dataclass"]

T = TypeVar("T")


def _quick(*, frozen: Literal[True], slots: bool = False) -> Callable[[type[T]], type[T]]:  # noqa: ARG001
    """As the standard one, for what is frozen."""
    return partial(_make, slots=slots)


def _make(cls: type[T], *, slots: bool) -> type[T]:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    made.__init__ = _late(made)
    made.__repr__, made.__eq__, made.__hash__ = _repr, _eq, _hash
    made.__setattr__, made.__delattr__ = _set, _delete
    compared = [one.name for one in dataclasses.fields(made) if one.compare]
    made._compared = staticmethod(attrgetter(*compared))
    return made  # type: ignore[no-any-return]


def _late(made: Any) -> Callable[..., None]:  # noqa: ANN401 - a class of any kind
    """What writes the `__init__` of the class when it is called, and stands for it until then."""

    def first(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        made.__init__ = _init(made)
        made.__init__(self, *args, **kwargs)

    return first


def _init(made: Any) -> Callable[..., None]:  # noqa: ANN401 - a class of any kind
    """The one function that is written for each class: its parameters are the fields."""
    names: dict[str, Any] = {"_keep": object.__setattr__, "_missing": dataclasses.MISSING}
    head, body = ["self"], []
    for one in dataclasses.fields(made):
        name, value = one.name, one.name
        if one.default is not dataclasses.MISSING:
            names[f"_{name}"] = one.default
            head.append(f"{name}=_{name}")
        elif one.default_factory is not dataclasses.MISSING:
            names[f"_{name}"] = one.default_factory
            head.append(f"{name}=_missing")
            value = f"_{name}() if {name} is _missing else {name}"
        else:
            head.append(name)
        body.append(f" _keep(self, {name!r}, {value})")
    exec("\n".join([f"def __init__({', '.join(head)}):", *body]), names)  # noqa: S102 - as the standard one does
    made_init: Callable[..., None] = names["__init__"]
    return made_init


def _repr(self: Any) -> str:  # noqa: ANN401
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: Any) -> Any:  # noqa: ANN401
    if type(self) is not type(other):
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:  # noqa: ANN401
    return hash(self._compared(self))


def _set(_: object, name: str, __: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _quick
