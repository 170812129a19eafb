"""What is typed and clicked acts in its order, each on the screen that the one before has opened."""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key, MouseMove
from textual.message_pump import MessagePump

TRIPS = 2
"""A key climbs from the field to the program, where it acts; what the field then says climbs again."""

LOOK, LOOKS = 0.1, 5
"""A trip that has not ended after so many looks, so many seconds apart, never will: its field is gone."""


class KeyOrder:
    """Lets `act` have one event after the other; all but text in a field waits for what came before it.

    Textual hands a key to the field in focus, and what that has no use for climbs from widget to widget up
    to the program: two keys are under way at once, and the second would act on what the first one leaves.
    """

    def __init__(self, app: App[Any], act: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._act = act
        self._waiting: deque[Event] = deque()
        self._settled = False
        self._trip = 0

    @property
    def is_through(self) -> bool:
        """Whether all that came has acted."""
        return not self._waiting

    async def take(self, event: Event) -> None:
        """Let `event` act now, or once what was typed before has."""
        self._waiting.append(event)
        if len(self._waiting) == 1:
            await self._go_on()

    async def _go_on(self) -> None:
        while self._waiting:
            event = self._waiting[0]
            if self._must_wait(event):
                self._travel(TRIPS)
                return
            await self._act_first()

    def _must_wait(self, event: Event) -> bool:
        return not self._settled or (isinstance(event, Key) and not self._is_text(event))

    def _is_text(self, event: Event) -> bool:
        field = self._app.focused
        return isinstance(event, Key) and bool(field and field.check_consume_key(event.key, event.character))

    async def _act_first(self) -> None:
        event = self._waiting[0]
        self._settled = isinstance(event, MouseMove) or self._is_text(event)
        try:
            await self._act(event)
        finally:
            self._waiting.popleft()

    def _travel(self, trips: int) -> None:
        """Follow the keys under way from the field up to the program."""
        start: DOMNode = self._app.focused or self._app.screen
        self._trip += 1
        self._climb(start.ancestors_with_self, self._trip, trips)
        self._look(self._trip, LOOKS)

    def _climb(self, nodes: Sequence[MessagePump], trip: int, trips: int) -> None:
        """Pass through the queue of each of the `nodes` that still has one."""
        for n, node in enumerate(nodes[:-1]):
            if node.call_later(self._climb, nodes[n + 1 :], trip, trips):
                return
        self._app.call_later(self._arrived, trip, trips)

    def _look(self, trip: int, looks: int) -> None:
        if trip != self._trip:
            return
        if looks:
            get_running_loop().call_later(LOOK, self._look, trip, looks - 1)
        else:
            self._app.call_later(self._arrived, trip, 1)

    async def _arrived(self, trip: int, trips: int) -> None:
        if trip != self._trip:
            return
        if trips > 1:
            self._travel(trips - 1)
            return
        self._trip += 1
        await self._act_first()
        await self._go_on()
