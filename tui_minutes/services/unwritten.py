"""Commands that could not be written: as text for a file, and taken in later, each once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from inspect import signature
from typing import Any

from tui_minutes.domain.command import Command
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.spelling import read, spell
from tui_minutes.services.commanded import SERVICES, Call
from tui_minutes.store.store import Store


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A call that waits, with what a person knows of it: the meeting (number and title), the words typed."""

    call: Call
    meeting: str = ""
    typed: str = ""


def as_json(one: Unwritten) -> dict[str, Any]:
    """For people first when, in which meeting and what was typed; then all that is needed to do it."""
    return {
        "at": one.call.command.at.isoformat(),
        "meeting": one.meeting,
        "typed": one.typed,
        "service": one.call.service,
        "command": spell(one.call.command),
        "args": spell(one.call.args),
        "kwargs": spell(dict(one.call.kwargs)),
    }


def from_json(kept: Mapping[str, Any]) -> Unwritten:
    """What `as_json` wrote; Refused("unwritten_unknown") when this program cannot know what was meant."""
    try:
        command, args, kwargs = read(kept["command"]), read(kept["args"]), read(kept["kwargs"])
        call = Call(str(kept["service"]), command, args, kwargs)
        one = Unwritten(call, str(kept["meeting"]), str(kept["typed"]))
    except (KeyError, ValueError) as error:
        raise Refused("unwritten_unknown") from error
    if not (isinstance(command, Command) and isinstance(args, tuple) and isinstance(kwargs, dict)):
        raise Refused("unwritten_unknown")
    return one


def take_in(store: Store, call: Call) -> object:
    """Carry out a call that was kept; if it was written after all, nothing happens but its result.

    Refused as the service refuses.
    """
    module, _, name = call.service.partition(".")
    if module.isidentifier() and name.isidentifier():
        try:
            import_module(f"{__package__}.{module}")
        except ImportError as error:
            raise Refused("unwritten_unknown") from error
    service = SERVICES.get(call.service)
    try:
        asked = signature(service).bind(store, call.command, *call.args, **call.kwargs) if service else None
    except TypeError as error:
        raise Refused("unwritten_unknown") from error
    if service is None or asked is None:
        raise Refused("unwritten_unknown")
    return service(*asked.args, **asked.kwargs)
