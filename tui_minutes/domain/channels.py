"""By which channels people are reached, and what is still to go out by each (T4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field, replace

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.reminders import Letter, Reminder, Why

Sent = tuple[str, str, Why, str]
"""What went out today: recipient, subject, reason, channel."""


@dataclass(frozen=True, slots=True)
class Channels:
    """The table `[remind]` of the settings: channels have names, and only here their addresses.

    `default` are the channels of everybody who is not in `people`; by `urgent` go urgent reminders, besides.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    default: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, letter: Letter) -> Iterator[tuple[str, Letter]]:
        """Each channel for the letter's recipient, with what of the letter goes by it."""
        usual = self.people.get(letter.recipient, self.default)
        for name in usual:
            yield name, letter
        urgent = tuple(one for one in letter.reminders if one.is_urgent)
        for name in self.urgent:
            if urgent and name not in usual:
                yield name, replace(letter, reminders=urgent)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is to go to one person by one channel."""

    channel: str
    letter: Letter


def key(one: Reminder, channel: str) -> Sent:
    """What makes a reminder the same as another of the day."""
    return one.recipient, one.matter.subject, one.matter.why, channel


def deliveries(letters: Iterable[Letter], channels: Channels, sent: AbstractSet[Sent]) -> list[Delivery]:
    """What is still to go out: never the same reminder twice a day by the same channel (T4)."""
    found = []
    for letter in letters:
        for channel, whole in channels.of(letter):
            left = tuple(one for one in whole.reminders if key(one, channel) not in sent)
            if left:
                found.append(Delivery(channel, replace(letter, reminders=left)))
    return found


def channels_in(table: Mapping[str, object]) -> Channels:
    """The channels that a table `[remind]` of the settings describes.

    Refused("settings_remind", where, right) or ("settings_channel", where, name); no address is named.
    """
    for name in table:
        if name not in _RIGHT:
            raise Refused("settings_remind", where=f"remind.{name}", right=" | ".join(_RIGHT))
    addresses = _table("channels", table)
    if not all(isinstance(address, str) for address in addresses.values()):
        raise Refused("settings_remind", where="remind.channels", right=_RIGHT["channels"])
    people = _table("people", table)
    return Channels(
        addresses={name: str(address) for name, address in addresses.items()},
        default=_names("remind.default", table.get("default", []), addresses),
        urgent=_names("remind.urgent", table.get("urgent", []), addresses),
        people={one: _names(f"remind.people.{one}", names, addresses) for one, names in people.items()},
    )


_RIGHT = {
    "default": '["mail"]',
    "urgent": '["ding"]',
    "channels": '{ mail = "mailtos://…", ding = "env:DING_URL" }',
    "people": '{ "李四" = ["mail"] }',
}


def _table(name: str, table: Mapping[str, object]) -> Mapping[str, object]:
    value = table.get(name, {})
    if not isinstance(value, dict):
        raise Refused("settings_remind", where=f"remind.{name}", right=_RIGHT[name])
    return value


def _names(where: str, value: object, known: Mapping[str, object]) -> tuple[str, ...]:
    """The names of channels in a list, each known and said once."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise Refused("settings_remind", where=where, right=_RIGHT["default"])
    for name in value:
        if name not in known:
            raise Refused("settings_channel", where=where, name=name)
    return tuple(dict.fromkeys(value))
