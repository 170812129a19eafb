"""How much was open, and late, at an earlier instant: history is taken back step by step (T8, T10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import ENDED, Status

TOLD = ("status", "due", "provisional", "withdrawn")
"""The fields whose history decides what was open, and late."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How one outcome stands: what decides whether it is open, and late. `made_at` is a UTC instant."""

    made_at: datetime
    status: Status
    due: date | None
    provisional: bool = False
    withdrawn: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it; drafts and what was taken back are nobody's."""
        return not (self.provisional or self.withdrawn) and self.status not in ENDED

    def is_late(self, day: date) -> bool:
        """Whether its due date is before `day`, and nobody has reported it done."""
        return self.is_open and self.status is not Status.DONE and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True)
class Step:
    """A step of history: what the fields of `TOLD` said before it, those that it changed."""

    outcome: int
    at: datetime
    before: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Load:
    """How many outcomes are open, and how many of these are late."""

    open: int = 0
    late: int = 0


def loads(
    now: Mapping[int, Stand], steps: Iterable[Step], moments: Sequence[tuple[datetime, date]]
) -> list[Load]:
    """The load at each of `moments`: an instant, and the day against which due dates count there.

    `now` holds by key every outcome that is open or that one of `steps` is about; `steps` are all since the
    earliest moment, in the order they were made.
    """
    stands = dict(now)
    waiting = sorted(steps, key=lambda step: step.at)
    found: dict[tuple[datetime, date], Load] = {}
    for instant, day in sorted(moments, reverse=True):
        while waiting and waiting[-1].at >= instant:
            step = waiting.pop()
            stands[step.outcome] = _taken_back(stands[step.outcome], step.before)
        there = [one for one in stands.values() if one.made_at < instant]
        found[instant, day] = Load(sum(one.is_open for one in there), sum(one.is_late(day) for one in there))
    return [found[moment] for moment in moments]


def _taken_back(stand: Stand, before: Mapping[str, object]) -> Stand:
    """`stand` as it was before a step; what a new outcome began from, nothing, takes nothing back."""
    fields = {name: value for name, value in before.items() if value is not None or name == "due"}
    due = fields.get("due")
    if isinstance(due, str):
        fields["due"] = date.fromisoformat(due)
    if "status" in fields:
        fields["status"] = Status(str(fields["status"]))
    return replace(stand, **fields)  # type: ignore[arg-type]  # the fields of TOLD
