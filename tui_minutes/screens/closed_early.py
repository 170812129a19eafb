"""Screens that are closed before they were ever seen, or twice: keys can come faster than screens."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual import events
from textual.screen import Screen

T = TypeVar("T")


class ClosedEarly(Screen[T], Generic[T]):
    """A screen that is not mounted when it is being closed: Textual mounts it all the same, half empty."""

    @property
    def is_closed(self) -> bool:
        """Whether it is being closed, or the program is: its widgets may be gone, or never have come."""
        return self._pruning or self._closing or not self.is_attached

    async def on_event(self, event: events.Event) -> None:
        """Let nobody look for widgets that never came."""
        if not (isinstance(event, events.Mount) and self.is_closed):
            await super().on_event(event)
