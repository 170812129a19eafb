"""Keys act in the order in which they were typed, also those that the program takes before the field does."""

from __future__ import annotations

from asyncio import Event, wait_for
from contextlib import suppress
from typing import Any

from textual.app import App

LONGEST = 0.5
"""So many seconds a key waits at most: a field that is just being taken away never answers."""


async def after_earlier_keys(app: App[Any]) -> None:
    """Wait until the field has done what was typed before, and its screen what followed from that.

    A slow line brings several keys at once: a line's Enter, and the key that opens the next item.
    """
    done, screen = Event(), app.screen
    field = app.focused or screen
    if field.call_later(screen.call_later, done.set):
        with suppress(TimeoutError):
            await wait_for(done.wait(), LONGEST)
