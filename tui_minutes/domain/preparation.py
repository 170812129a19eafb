"""What a plan makes one pause at: said while it is typed, never refused (B2, B3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui_minutes.domain.agenda import MOST_ITEMS
from tui_minutes.domain.reading import Caution
from tui_minutes.domain.wording import concrete, vague_goal


class Topic(Protocol):
    """What planned and stored agenda items have in common."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def minutes(self) -> int:
        """The minutes it may take; 0 means no limit."""


def goal_cautions(goal: str) -> tuple[Caution, ...]:
    """`no_goal`, or `vague_goal` with the words that make it so (B2)."""
    if not goal.strip():
        return (Caution("no_goal"),)
    words = vague_goal(goal)
    return (Caution("vague_goal", tuple(words)),) if words else ()


def agenda_cautions(agenda: Sequence[Topic], planned_minutes: int) -> tuple[Caution, ...]:
    """`too_many_items` (how many), `vague_item` (its title), `does_not_fit` (minutes needed, planned) (B3).

    `planned_minutes` 0 means that the end is open: everything fits.
    """
    found = [Caution("vague_item", (item.title,)) for item in agenda if not concrete(item.title)]
    if len(agenda) > MOST_ITEMS:
        found.append(Caution("too_many_items", (str(len(agenda)),)))
    needed = sum(item.minutes for item in agenda)
    if planned_minutes and needed > planned_minutes:
        found.append(Caution("does_not_fit", (str(needed), str(planned_minutes))))
    return tuple(found)


def cautions(goal: str, agenda: Sequence[Topic], planned_minutes: int) -> tuple[Caution, ...]:
    """All there is to say about a plan, the goal first (B2, B3)."""
    return goal_cautions(goal) + agenda_cautions(agenda, planned_minutes)
