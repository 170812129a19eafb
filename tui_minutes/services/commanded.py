"""One command, one transaction: carried out once, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from tui_minutes.domain.command import Command
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.disk import DiskFault
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import commands
from tui_minutes.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")

SERVICES: dict[str, Callable[..., Any]] = {}
"""Every service by its name, as ``discussion.record_line``; those of a module once it is imported."""


@dataclass(frozen=True, slots=True)
class Call:
    """A service by its name, with all that it was asked for."""

    service: str
    command: Command
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


class NotWritten(Refused):
    """The refusal of a store that could not be written just now; `call` is what to try again."""

    def __init__(self, why: Refused, call: Call) -> None:
        super().__init__(why.code, **why.params)
        self.call = call

    @classmethod
    def may_pass(cls, why: Refused) -> bool:
        """Whether another program or the disk is the cause, so that the same call may do later."""
        return why.code == "store_busy" or isinstance(why.params.get("reason"), DiskFault)


def commanded(
    work: Callable[Concatenate[Store, Command, P], T],
) -> Callable[Concatenate[Store, Command, P], T]:
    """Make `work` a service: one transaction; a retry of the same command gives its first result.

    What could not be written, and may be before long, is refused as NotWritten.
    """
    name = f"{work.__module__.rpartition('.')[2]}.{work.__name__}"

    @wraps(work)
    def run(store: Store, command: Command, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with store.transaction():
                before = commands.earlier(command)
                if before is not None:
                    return cast("T", _recall(store, before.result))
                result = work(store, command, *args, **kwargs)
                commands.remember(command, work.__name__, _spell(result))
        except Refused as why:
            if not NotWritten.may_pass(why):
                raise
            raise NotWritten(why, Call(name, command, args, kwargs)) from why
        return result

    SERVICES[name] = run
    return cast("Callable[Concatenate[Store, Command, P], T]", run)


_BY_UID = ("Entry", "Outcome", "Seal")
"""The records that are known again by their uid, by name: a start needs none of them."""


def _spell(result: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(result, list):
        return [_spell(one) for one in result]
    name = type(result).__name__
    return {name: result.uid} if name in _BY_UID else result


def _recall(store: Store, spelt: Any) -> object:  # noqa: ANN401 - JSON
    match spelt:
        case {"Entry": str(uid)}:
            return store.entry(uid)
        case {"Outcome": str(uid)}:
            return store.outcome(uid)
        case {"Seal": str(uid)}:
            return next(seal for seal in store.seals() if seal.uid == uid)
        case list():
            return [_recall(store, one) for one in spelt]
    return spelt
