"""What in a meeting concerns one person or one department (F1)."""

from __future__ import annotations

from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Part
from tui_minutes.domain.record import MeetingRecord

PARTS = (Part.RESPONSIBLE, Part.HELPER, Part.COPIED)
"""What somebody may be to an outcome in an extract, the weightiest first."""


def part_in(outcome: Outcome, name: str) -> Part | None:
    """The weightiest part that `name`, a person or a department, has in `outcome`; letters of either case."""
    wanted = name.casefold()
    theirs = {
        one.part for one in outcome.people if wanted in (one.name.casefold(), one.department.casefold())
    }
    if outcome.department.casefold() == wanted:
        theirs.add(Part.RESPONSIBLE)
    return next((part for part in PARTS if part in theirs), None)


def concerning(record: MeetingRecord, name: str) -> dict[Part, tuple[Outcome, ...]]:
    """The live outcomes in which `name` has a part, by that part, in reading order."""
    return {part: tuple(one for one in record.live if part_in(one, name) is part) for part in PARTS}


def decisions_of(record: MeetingRecord, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The decisions among `outcomes`, and those that the others carry out, in reading order."""
    above = {(record.parent(one) or one).uid for one in outcomes}
    return tuple(one for one in record.of_kind(OutcomeKind.DECISION) if one.uid in above)
