"""A long list, read a stretch at a time: only what comes into sight is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

from tui_minutes.domain.tracking import LedgerRow

BLOCK = 50
"""So many rows are read at once."""

KEPT = 20
"""So many blocks are remembered: more than any screen shows, little of a long ledger."""


class Group(NamedTuple):
    """Rows with a heading of their own: what they have in common, and how many they are."""

    key: str
    size: int


class Pager(Protocol):
    """Where the rows of a list come from."""

    @property
    def length(self) -> int:
        """How many rows there are."""

    @property
    def groups(self) -> Sequence[Group]:
        """The headings in their order, each with one row at least; none where nothing is grouped."""

    def heading(self, key: str) -> str:
        """The words that stand above the group with `key`."""

    def read(self, first: int, limit: int) -> Sequence[LedgerRow]:
        """At most `limit` rows from the place `first` on."""

    def place(self, uid: str) -> int | None:
        """At which place the outcome with `uid` stands, None when it is not in the list."""


class Held:
    """A list that is in memory already."""

    def __init__(self, rows: Sequence[LedgerRow] = (), groups: Sequence[Group] = ()) -> None:
        self._rows = rows
        self.groups = groups
        self.length = len(rows)

    def heading(self, key: str) -> str:
        """The key itself."""
        return key

    def read(self, first: int, limit: int) -> Sequence[LedgerRow]:
        """A slice."""
        return self._rows[first : first + limit]

    def place(self, uid: str) -> int | None:
        """Found by looking at one after the other."""
        return next((nth for nth, row in enumerate(self._rows) if row.outcome.uid == uid), None)


class Blocks:
    """The rows of a pager by their place; those read last are remembered."""

    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._blocks: OrderedDict[int, Sequence[LedgerRow]] = OrderedDict()

    def row(self, place: int) -> LedgerRow | None:
        """The row at `place`; None beyond the end, or when the list has become shorter meanwhile."""
        if not 0 <= place < self._pager.length:
            return None
        number, within = divmod(place, BLOCK)
        if number not in self._blocks:
            self._blocks[number] = self._pager.read(number * BLOCK, BLOCK)
            if len(self._blocks) > KEPT:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(number)
        block = self._blocks[number]
        return block[within] if within < len(block) else None


class Lines:
    """Which line of a list is a heading and which is a row: a heading stands above the first of its rows."""

    def __init__(self, length: int, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.count = length + len(groups)
        counts = [group.size for group in groups[:-1]]
        self.firsts = list(accumulate(counts, initial=0)) if groups else []
        """The place of the first row of each group."""
        self._headings = [first + nth for nth, first in enumerate(self.firsts)]

    def heading(self, line: int) -> Group | None:
        """The heading that stands on `line`."""
        nth = bisect_right(self._headings, line) - 1
        return self.groups[nth] if nth >= 0 and self._headings[nth] == line else None

    def place(self, line: int) -> int:
        """The place of the row on `line`; of a heading, that of its first row."""
        above = bisect_right(self._headings, line)
        return line - above + (1 if self.heading(line) else 0)

    def line(self, place: int) -> int:
        """The line of the row at `place`."""
        return place + bisect_right(self.firsts, place)

    def next_group(self, place: int, step: int) -> int | None:
        """The place where the next group begins (`step` 1) or the one before (-1)."""
        nth = bisect_right(self.firsts, place) - 1 + step
        return self.firsts[nth] if 0 <= nth < len(self.firsts) else None
