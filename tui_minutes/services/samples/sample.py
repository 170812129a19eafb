"""What a sample consists of: a meeting that was, as it was typed, and the one that comes next."""

from __future__ import annotations

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.plan import Plan, PlanItem


@dataclass(frozen=True, slots=True)
class Sample:
    """A team with a past meeting and a next one.

    `said` are the capture lines of each agenda item of `past` that was dealt with; its last item was put off.
    `absent` is who was missing, and why. `updates` are lines typed into the ledger since. `next_items` are
    minutes and facilitator of the items that come along (walk-through, put off), and `new_items` the others.
    """

    recorder: str
    past: Plan
    said: tuple[tuple[str, ...], ...]
    absent: tuple[str, str]
    updates: tuple[str, ...]
    focus: str
    expected: tuple[str, ...]
    place: str
    next_items: tuple[tuple[int, str], ...]
    new_items: tuple[PlanItem, ...]
