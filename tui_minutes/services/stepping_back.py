"""Where a step of an outcome's history leads back to, or on to once more (D8, T8)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tui_minutes.domain.outcomes import OutcomePerson, Part
from tui_minutes.store import outcomes
from tui_minutes.store.tables import HistoryRow, OutcomeRow

DAYS = ("due", "next_feedback", "original_due", "done_on")
OTHERS = ("parent", "superseded_by")
"""Links to other outcomes, told by their numbers."""

FIXED = ("becomes", "item", "meeting", "entry")
"""Links that no step back changes."""


def targets(
    row: OutcomeRow, step: HistoryRow, back: bool
) -> tuple[dict[str, Any], tuple[OutcomePerson, ...] | None]:
    """The fields and people to set to undo (`back`) or redo `step`, where what it left still stands."""
    fields: dict[str, Any] = {}
    people = None
    for name, pair in step.changes.items():
        was, then = pair if back else reversed(pair)
        if name == outcomes.PEOPLE:
            if outcomes.people_told(row) == then:
                people = tuple(OutcomePerson(Part(part), who, department) for part, who, department in was)
        elif name not in FIXED and outcomes.plain(getattr(row, name)) == then:
            fields[name] = _value(name, was)
    return fields, people


def _value(name: str, told: Any) -> Any:  # noqa: ANN401 - a column's value
    """A column's value from what history tells of it."""
    if told and name in DAYS:
        return date.fromisoformat(told)
    if told and name in OTHERS:
        return OutcomeRow.get(OutcomeRow.number == told)
    return told
