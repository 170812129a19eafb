"""What a terminal sends, as Textual can take it: rare characters, wide spaces, bytes that are no text."""

from __future__ import annotations

import unicodedata
from codecs import getincrementaldecoder
from functools import partial

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


def forgive_broken_bytes() -> None:
    """Let the thread that reads the terminal show `\ufffd` for what is no UTF-8, instead of dying of it."""
    from textual.drivers import linux_driver  # not on Windows

    decoder = partial(getincrementaldecoder("utf-8"), errors="replace")
    linux_driver.getincrementaldecoder = lambda _: decoder  # type: ignore[attr-defined]
