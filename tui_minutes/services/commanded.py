"""One command, one transaction: carried out once, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.sealing import Seal
from tui_minutes.store import commands
from tui_minutes.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")


def commanded(
    work: Callable[Concatenate[Store, Command, P], T],
) -> Callable[Concatenate[Store, Command, P], T]:
    """Make `work` a service: one transaction; a retry of the same command gives its first result."""

    @wraps(work)
    def run(store: Store, command: Command, *args: P.args, **kwargs: P.kwargs) -> T:
        with store.transaction():
            before = commands.earlier(command)
            if before is not None:
                return cast("T", _recall(store, before.result))
            result = work(store, command, *args, **kwargs)
            commands.remember(command, work.__name__, _spell(result))
        return result

    return cast("Callable[Concatenate[Store, Command, P], T]", run)


def _spell(result: object) -> Any:  # noqa: ANN401 - JSON
    match result:
        case Entry() | Outcome() | Seal():
            return {type(result).__name__: result.uid}
        case list():
            return [_spell(one) for one in result]
    return result


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
