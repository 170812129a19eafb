"""What a ledger that comes in would do, as JSON: what `import --json` prints (docs/importing.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tui_minutes.documents.plain import veiled
from tui_minutes.domain.importing.plan import ImportPlan, Step, Treatment
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import OutcomePerson


def plan_object(plan: ImportPlan, *, stored: bool, reveal: bool) -> dict[str, Any]:
    """The whole plan; `stored` says whether it was carried out."""
    return {
        "stored": stored,
        **{treatment.value: plan.count(treatment) for treatment in Treatment},
        "people": [{"name": name, "department": department} for name, department in plan.people],
        "meetings": list(plan.meetings),
        "ignored_columns": list(plan.ignored),
        "rows": [_step(step, reveal=reveal) for step in plan.steps],
    }


def _step(step: Step, *, reveal: bool) -> dict[str, Any]:
    hidden = is_hidden(step.level) and not reveal
    return {
        "row": step.row,
        "treatment": step.treatment,
        "number": step.number or None,
        "uid": step.uid or None,
        "kind": step.kind,
        "hidden": hidden,
        **veiled({"text": step.text, "meeting": step.source.title or None}, hidden=hidden),
        "changes": {name: [None, None] if hidden else pair for name, pair in _changes(step).items()},
        "wrong": [
            {
                "code": one.wrong,
                "column": one.field,
                **veiled({"value": one.value, "about": one.about}, hidden=hidden),
            }
            for one in step.troubles
        ],
    }


def _changes(step: Step) -> dict[str, list[Any]]:
    """From what to what, by the fields of an outcome; of a new one from nothing."""
    before = step.before or {}
    found = {name: [_plain(before.get(name)), _plain(value)] for name, value in step.fields.items()}
    if step.people is not None:
        found["people"] = [_plain(before.get("people", ())), _plain(step.people)]
    return {name: pair for name, pair in found.items() if pair[0] != pair[1] and (before or pair[1])}


def _plain(value: Any) -> Any:  # noqa: ANN401 - a field of an outcome
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, OutcomePerson):
        return {"part": value.part, "name": value.name, "department": value.department}
    return value
