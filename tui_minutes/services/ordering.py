"""Moving one of several up or down: agenda items, people."""

from __future__ import annotations

from typing import Any


def swap(ordered: list[Any], uid: str, step: int) -> None:
    """Let the row with `uid` and the one `step` places on change places; at the edge nothing happens."""
    place = next(index for index, one in enumerate(ordered) if one.uid == uid)
    other = place + step
    if 0 <= other < len(ordered):
        ordered[place], ordered[other] = ordered[other], ordered[place]
    for position, one in enumerate(ordered, start=1):
        one.position = position
        one.save()
