"""The `[policy]` table of the config file: the default preset, fields for all presets, presets of one's own.

[policy]
preset = "coordination"    # for meetings that chose none
closes = "17:30"           # for every preset

[policy.design]            # a preset of one's own, or more about one that comes with the program
preset = "minutes"         # what it begins with
urgent_days = 2
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import time
from typing import Any

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import MINUTES, PRESETS, Period, Policy

_PRESET = "preset"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Misfit(ValueError):
    """A value that is none of those wanted, or a key that is no field (`wanted` is "" then)."""

    def __init__(self, key: str, given: object = None, wanted: str = "") -> None:
        super().__init__(key, given, wanted)
        self.key, self.given, self.wanted = key, given, wanted


@dataclass(frozen=True, slots=True)
class Policies:
    """All policies by the names of their presets; called with a name, "" or an unknown one is the default."""

    default: str = MINUTES.name
    by_name: Mapping[str, Policy] = field(default_factory=lambda: PRESETS)

    def __call__(self, name: str) -> Policy:
        """The policy of the preset `name`."""
        return self.by_name.get(name) or self.by_name[self.default]


def policies(table: Mapping[str, object]) -> Policies:
    """What the table says; raises Misfit for the first key that is wrong."""
    own = {name: value for name, value in table.items() if isinstance(value, Mapping)}
    common = _fields("policy", {name: value for name, value in table.items() if name not in own})
    names = dict.fromkeys((*PRESETS, *own))
    default = _name("policy", common.pop(_PRESET, MINUTES.name), tuple(names))
    found = {}
    for name in names:
        place = f"policy.{name}"
        fields = _fields(place, own.get(name, {}))
        base = _name(place, fields.pop(_PRESET, name if name in PRESETS else MINUTES.name), tuple(PRESETS))
        found[name] = _checked(place, replace(PRESETS[base], **(common | fields | {"name": name})))
    return Policies(default, found)


def _name(place: str, given: object, known: tuple[str, ...]) -> str:
    if given not in known:
        raise Misfit(f"{place}.{_PRESET}", given, " | ".join(f'"{name}"' for name in known))
    return str(given)


def _checked(place: str, policy: Policy) -> Policy:
    if policy.closes <= policy.opens:
        raise Misfit(f"{place}.closes", f"{policy.closes:%H:%M}", f'> "{policy.opens:%H:%M}"')
    return policy


def _fields(place: str, table: Mapping[str, object]) -> dict[str, Any]:
    """The fields of a policy as the table has them, each of the kind it must be."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        if name == _PRESET:
            found[name] = value
            continue
        if name not in FIELDS:
            raise Misfit(f"{place}.{name}")
        wanted, read = FIELDS[name]
        found[name] = read(value)
        if found[name] is None:
            raise Misfit(f"{place}.{name}", value, wanted)
    return found


def _count(least: int) -> Callable[[object], int | None]:
    """Reads a whole number of at least `least`."""

    def read(value: object) -> int | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= _MOST
        return value if fits and isinstance(value, int) else None

    return read


def _one_of(choices: Mapping[str, object]) -> Callable[[object], object]:
    """Reads one of the words `choices`, and gives what it stands for."""
    return lambda value: choices.get(value) if isinstance(value, str) else None


def _time(value: object) -> time | None:
    """A time of day, as TOML's own or in quotes."""
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _spelt(choices: Mapping[str, object]) -> tuple[str, Callable[[object], object]]:
    return " | ".join(f'"{word}"' for word in choices), _one_of(choices)


_MOST = 100_000
FIELDS: Mapping[str, tuple[str, Callable[[object], object]]] = {
    "urgent_days": ("1, 2, 3 …", _count(1)),
    "important_weekday": _spelt({word: nth for nth, word in enumerate(_WEEKDAYS)}),
    "routine": _spelt({period.value: period for period in Period}),
    "unset": _spelt({priority.value: priority for priority in Priority}),
    "ack_workdays": ("0, 1, 2 …", _count(0)),
    "reminder_workdays": ("0, 1, 2 …", _count(0)),
    "opens": ('"09:00"', _time),
    "closes": ('"18:00"', _time),
    "standup_seconds": ("0, 60, 90 …", _count(0)),
    "minutes_hours": ("12, 24, 48 …", _count(1)),
    "minutes_workdays": ("0, 1, 2 …", _count(0)),
    "circulation_workdays": ("1, 2, 3 …", _count(1)),
    "sending_workdays": ("1, 2, 3 …", _count(1)),
    "notice_workdays": ("0, 1, 2 …", _count(0)),
    "materials_workdays": ("0, 1, 2 …", _count(0)),
}
"""The fields people can set: what is wanted, and how a value is read (None when it does not fit)."""
