"""Service calls, in the order they were asked for. What finds a lock or a bad disk is tried again by timer.

What waits for a disk is kept in a file meanwhile, with all behind it; what waits for a lock only when the
program ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import Call, NotWritten
from tui_minutes.services.unwritten import Unwritten, as_json
from tui_minutes.store.store import Store
from tui_minutes.store.unwritten import UnwrittenFile

T = TypeVar("T")

DISK_REST = 8
"""So many turns of the timer pass before a disk that said no is asked again."""


@dataclass(slots=True)
class Errand(Generic[T]):
    """One call with its command inside, so that trying again never doubles it.

    `done` is told the result, `refused` the refusal, `waiting` why it has to wait, `kept` that the
    file has it. `meeting` names the meeting and `typed` is the line, for whoever reads the file.
    """

    call: Callable[[], T]
    done: Callable[[T], None]
    refused: Callable[[Refused], None]
    waiting: Callable[[Refused], None]
    kept: Callable[[], None] = lambda: None
    meeting: Callable[[], str] = lambda: ""
    typed: str = ""
    waits: Call | None = field(default=None, init=False)

    def attempt(self) -> Callable[[], None] | Refused:
        """Call it: what tells the answer, one way or the other, or why it has to wait."""
        try:
            result = self.call()
        except Refused as why:
            if not NotWritten.may_pass(why):
                return partial(self.refused, why)
            self.look_at(why)
            return why
        return partial(self.done, result)

    def look_at(self, why: Refused) -> None:
        """Remember what to keep of a call that could not be written."""
        if isinstance(why, NotWritten):
            self.waits = why.call


class Errands:
    """Those that wait. A later call never overtakes an earlier one. `begun` is told when one has to wait."""

    def __init__(self, store: Store, folders: Sequence[Path], begun: Callable[[], None]) -> None:
        self._store = store
        self._begun = begun
        self._file = UnwrittenFile(store.path, folders)
        self._queue: deque[Errand[object]] = deque()
        self._rest = 0
        self._why: Refused | None = None
        self._all_kept = True

    def __len__(self) -> int:
        """How many wait."""
        return len(self._queue)

    @property
    def kept_at(self) -> Path | None:
        """The file that holds all that waits; None where it cannot."""
        return self._file.at if self._all_kept else None

    def do(self, errand: Errand[T]) -> None:
        """Carry out `errand`, or keep it until the store can be written; those before it are tried first."""
        why = self.try_again()
        if why is None:
            answer = errand.attempt()
            if not isinstance(answer, Refused):
                answer()
                return
            why = answer
        else:
            self._foresee(errand)
        self._queue.append(errand)  # type: ignore[arg-type]  # the queue never looks at the result
        self._wait(why)
        self._why = why
        self._begun()
        errand.waiting(why)

    def _foresee(self, errand: Errand[T]) -> None:
        """Learn what an errand will call, without calling it before its turn."""
        try:
            with self._store.held():
                errand.call()
        except Refused as refused:
            errand.look_at(refused)

    def _wait(self, why: Refused) -> None:
        """A lock is short: only what waits for a disk goes into the file, and all behind it."""
        self._rest = 0
        if why.code != "store_busy":
            self._rest = DISK_REST
            self.keep()
        elif self._file.at:
            self.keep()

    def tick(self) -> None:
        """The timer's turn: try those that wait, a disk that said no not every time."""
        self._rest = max(0, self._rest - 1)
        if not self._rest:
            self.try_again()

    def try_again(self) -> Refused | None:
        """Try those that wait, oldest first, until one has to wait on; why it has to."""
        while self._queue:
            answer = self._queue[0].attempt()
            if isinstance(answer, Refused):
                self._wait(answer)
                if self._why is None or answer.args != self._why.args:
                    self._queue[0].waiting(answer)
                self._why = answer
                return answer
            self._queue.popleft()
            if self._file.at:
                self.keep()
            answer()
        self._why = None
        return None

    def keep(self) -> bool:
        """Hold in a file all that waits, before the program ends at the latest; False when some cannot be."""
        known = [(one, one.waits) for one in self._queue]
        entries = [
            as_json(Unwritten(call, one.meeting(), one.typed)) for one, call in known if call is not None
        ]
        written = self._file.keep(entries)
        for one, call in known if written else ():
            if call is not None:
                one.kept()
        self._all_kept = written and len(entries) == len(known)
        return self._all_kept
