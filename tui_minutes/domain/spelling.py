"""Records of the domain as JSON, and back: whatever a command was given, to be kept in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from typing import Any

_DOMAIN = __name__.rpartition(".")[0]


def spell(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value made of records, codes, days, instants, tuples, lists and maps; TypeError for another one."""
    match value:
        case Enum():
            return {"code": _name(type(value)), "value": value.value}
        case None | bool() | int() | str():
            return value
        case datetime():
            return {"instant": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case tuple():
            return {"tuple": [spell(one) for one in value]}
        case list():
            return [spell(one) for one in value]
        case Mapping():
            return {"map": [[spell(key), spell(one)] for key, one in value.items()]}
    if not is_dataclass(value):
        raise TypeError(type(value))
    given = {one.name: spell(getattr(value, one.name)) for one in fields(value) if one.init}
    return {"record": _name(type(value)), "fields": given}


def read(spelt: Any) -> Any:  # noqa: ANN401 - JSON
    """What `spell` wrote; ValueError for anything else. Only records and codes of the domain are made."""
    match spelt:
        case None | bool() | int() | str():
            return spelt
        case list():
            return [read(one) for one in spelt]
        case {"code": str(name), "value": value}:
            return _made(name, Enum)(value)
        case {"instant": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"tuple": list(items)}:
            return tuple(read(one) for one in items)
        case {"map": list(items)}:
            return {read(key): read(one) for key, one in items}
        case {"record": str(name), "fields": dict(given)}:
            return _record(name, {key: read(one) for key, one in given.items()})
    raise ValueError(spelt)


def _record(name: str, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any record
    try:
        return _made(name, object)(**given)
    except TypeError as error:  # a field that this program does not know
        raise ValueError(name) from error


def _name(kind: type) -> str:
    return f"{kind.__module__.removeprefix(f'{_DOMAIN}.')}:{kind.__qualname__}"


def _made(name: str, base: type) -> Any:  # noqa: ANN401 - a class
    """The class of that name, if it is a record or a code of the domain."""
    module, _, kind = name.partition(":")
    if not all(part.isidentifier() for part in (*module.split("."), kind)):
        raise ValueError(name)
    try:
        found = getattr(import_module(f"{_DOMAIN}.{module}"), kind, None)
    except ImportError as error:
        raise ValueError(name) from error
    if not (
        isinstance(found, type) and issubclass(found, base) and found.__module__ == f"{_DOMAIN}.{module}"
    ):
        raise ValueError(name)
    if not (is_dataclass(found) or issubclass(found, Enum)):
        raise ValueError(name)
    return found
