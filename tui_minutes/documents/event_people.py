"""Who is invited to an event of a calendar: people, not rooms and projectors (B4, B8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from icalendar import Event

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.inviting.event import Guest
from tui_minutes.domain.text import clean

_NO_PEOPLE = ("ROOM", "RESOURCE")
_LONGEST_NAME = 80


def organizer(event: Event) -> Guest | None:
    """Who calls the meeting; None where the file does not say."""
    value = event.get("ORGANIZER")
    first = value[0] if isinstance(value, list) and value else value
    guest = _guest(first) if first is not None else None
    return guest if guest and guest.name else None


def guests(event: Event) -> tuple[Guest, ...]:
    """All who are asked, each once: by the address, else by the name. Groups stay as they are named."""
    found: dict[str, Guest] = {}
    for value in _attendees(event):
        guest = _guest(value)
        if guest.name and not _is_thing(value):
            found.setdefault((guest.email or guest.name).casefold(), guest)
    return tuple(found.values())


def rooms(event: Event) -> list[str]:
    """The rooms that are asked as people are."""
    return [_guest(value).name for value in _attendees(event) if _kind(value) == "ROOM"]


def _attendees(event: Event) -> Iterator[Any]:
    value = event.get("ATTENDEE", [])
    yield from value if isinstance(value, list) else [value]


def _kind(value: Any) -> str:  # noqa: ANN401 - icalendar's own kinds of values
    """What is asked; what does not come is no person, whatever its kind says (Exchange's rooms)."""
    kind = str(value.params.get("CUTYPE", "")).upper()
    if kind not in _NO_PEOPLE and str(value.params.get("ROLE", "")).upper() == "NON-PARTICIPANT":
        address = _address(str(value)).casefold()
        return "ROOM" if address.startswith("room") or "resource.calendar" in address else kind
    if "@resource.calendar.google.com" in str(value).casefold():
        return "ROOM"
    return kind


def _is_thing(value: Any) -> bool:  # noqa: ANN401
    return _kind(value) in _NO_PEOPLE


def _guest(value: Any) -> Guest:  # noqa: ANN401
    address = _address(str(value))
    email = address if is_address(address) else ""
    said = clean(str(value.params.get("CN", ""))).strip().strip("'\"").strip()
    if not said or said.casefold() == email.casefold():
        said = email.partition("@")[0] if email else ""
    role = str(value.params.get("ROLE", "")).upper()
    return Guest(
        said[:_LONGEST_NAME],
        email,
        optional=role in ("OPT-PARTICIPANT", "NON-PARTICIPANT"),
        declined=str(value.params.get("PARTSTAT", "")).upper() == "DECLINED",
    )


def _address(text: str) -> str:
    """The address in `mailto:ann@example.com`; Feishu and Exchange write MAILTO:, or nothing before it."""
    plain = clean(text).strip()
    return plain[7:].strip() if plain.casefold().startswith("mailto:") else plain
