"""Service calls, in the order they were asked for. None waits for a lock: it is tried again by timer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.refusal import Refused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand(Generic[T]):
    """One call with its command inside, so that trying again never doubles it.

    `done` is told the result, `refused` the refusal, `waiting` that another process holds the store.
    """

    call: Callable[[], T]
    done: Callable[[T], None]
    refused: Callable[[Refused], None]
    waiting: Callable[[], None]

    def try_now(self) -> bool:
        """Whether it is settled, one way or the other."""
        try:
            result = self.call()
        except Refused as refused:
            if refused.code == "store_busy":
                self.waiting()
                return False
            self.refused(refused)
            return True
        self.done(result)
        return True


class Errands:
    """Those that wait. A later call never overtakes an earlier one."""

    def __init__(self) -> None:
        self._queue: deque[Errand[object]] = deque()

    def do(self, errand: Errand[T]) -> None:
        """Carry out `errand`, or keep it until the store is free."""
        if self._queue:
            errand.waiting()
        if self._queue or not errand.try_now():
            self._queue.append(errand)  # type: ignore[arg-type]  # the queue never looks at the result

    def try_again(self) -> None:
        """Try those that wait, oldest first, until one has to wait on."""
        while self._queue and self._queue[0].try_now():
            self._queue.popleft()
