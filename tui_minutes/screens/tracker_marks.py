"""Several outcomes marked, to be changed together (T1)."""

from __future__ import annotations

from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.tracking import LedgerRow


class Marks:
    """The marked outcomes as they were seen when they were marked, by uid, in the order of marking."""

    def __init__(self) -> None:
        self._marked: dict[str, Outcome] = {}

    def __bool__(self) -> bool:
        """Whether anything is marked."""
        return bool(self._marked)

    def __len__(self) -> int:
        return len(self._marked)

    @property
    def uids(self) -> frozenset[str]:
        """Which are marked."""
        return frozenset(self._marked)

    @property
    def outcomes(self) -> list[Outcome]:
        """The marked ones."""
        return list(self._marked.values())

    def toggle(self, row: LedgerRow) -> None:
        """Mark a row, or no longer."""
        if self._marked.pop(row.outcome.uid, None) is None:
            self._marked[row.outcome.uid] = row.outcome

    def clear(self) -> None:
        """Mark nothing."""
        self._marked.clear()
