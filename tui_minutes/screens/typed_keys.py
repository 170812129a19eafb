"""What is typed, as Textual can take it: rare characters and wide spaces."""

from __future__ import annotations

import unicodedata

from textual.events import Event, Key, Paste

WIDE_SPACE = "\u3000"
_JOINERS = "\u200c\u200d"
_UNKNOWN = ("Cn", "Co")
"""Categories of what Python has no table of: characters of names newer than it, and private ones."""


def as_typed(event: Event) -> Event:
    """The event, or one that does what was meant: Textual drops every key that it thinks not printable.

    The wide space of input methods is a space; a joiner of emoji or letters, and a character that Python
    does not know, is put in like a paste.
    """
    character = event.character if isinstance(event, Key) else None
    if character == WIDE_SPACE:
        return Key("space", " ")
    if character and (character in _JOINERS or unicodedata.category(character) in _UNKNOWN):
        return Paste(character)
    return event
