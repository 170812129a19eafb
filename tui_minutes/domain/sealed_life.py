"""Sealed records against what they have become: only what history tells may differ (E5, T8)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.verification import Finding, Record

OTHERS = ("gaps", "seal")
"""Sealed records that are no rows of a meeting."""

PHASES = ("signed", "approved")
"""The step a meeting takes between the room's seal and the chair's."""


_LINKS = ("parent", "becomes", "superseded_by")
"""The columns of an outcome that refer to another one."""


@dataclass(frozen=True, slots=True)
class Stand:
    """The rows of a meeting by uid, under seal number `seal` or (after it) as they are now.

    `damaged` are those whose sealed bytes were changed: nothing is compared with them.
    """

    seal: int
    records: Mapping[str, Record]
    damaged: Mapping[str, Record] = field(default_factory=dict)

    @property
    def known(self) -> dict[str, Record]:
        """All of them."""
        return {**self.damaged, **self.records}


def compare(stands: Sequence[Stand], live: Stand, numbers: Mapping[str, str]) -> list[Finding]:
    """What differs between two seals, or a seal and the `live` rows, without history to tell why.

    `numbers` are uids of outcomes by their numbers: history refers to other outcomes by number.
    """
    found: list[Finding] = []
    for place, before in enumerate(stands):
        for uid, record in before.records.items():
            after = next((stand for stand in stands[place + 1 :] if uid in stand.records), live)
            told = _told(uid, before, after)
            found += _compare_record(before.seal, record, after.records.get(uid), told, numbers)
    return found


def _told(outcome_uid: str, before: Stand, after: Stand) -> list[Record]:
    """The steps of an outcome's history that `after` has and `before` had not."""
    earlier = before.known
    return [
        record
        for uid, record in after.known.items()
        if record["table"] == "history"
        and record["fields"].get("outcome") == outcome_uid
        and uid not in earlier
    ]


def _compare_record(
    seal: int, record: Record, found: Record | None, told: Iterable[Record], numbers: Mapping[str, str]
) -> list[Finding]:
    if found is None:
        return [Finding("row_missing", seal, record["record"])]
    expected, broken = _lived_on(seal, record, told, numbers)
    now = dict(found["fields"])
    if "people" in expected and expected["people"] != record["fields"]["people"]:
        now["people"] = _spell(now["people"])
    return broken + [
        Finding("row_changed", seal, record["record"], name, value, now.get(name))
        for name, value in expected.items()
        if now.get(name) != value and not _may_differ(record, name, value, now.get(name))
    ]


def _may_differ(record: Record, name: str, sealed: object, found: object) -> bool:
    """A meeting goes on from signed to approved; that it did so under a seal is checked apart."""
    return record["table"] == "meeting" and name == "phase" and (sealed, found) == PHASES


def _lived_on(
    seal: int, record: Record, told: Iterable[Record], numbers: Mapping[str, str]
) -> tuple[dict[str, Any], list[Finding]]:
    """The fields an outcome must have after the steps of history `told`, and the steps that do not follow."""
    fields, broken = dict(record["fields"]), []
    for step in told:
        for name, (before, after) in _changes(step).items():
            fields.setdefault(name, before)  # a column that is younger than the seal
            current = _spell(fields["people"]) if name == "people" else fields.get(name)
            if current != _resolved(name, before, numbers):
                broken.append(Finding("history_broken", seal, step["record"], name, current, before))
            fields[name] = _resolved(name, after, numbers)
        fields["version"] += 1
        fields["updated_at"] = step["fields"].get("at")
    return fields, broken


def _changes(step: Record) -> dict[str, tuple[Any, Any]]:
    """The changes of a step; a spelling no program of ours wrote tells nothing."""
    try:
        changes = json.loads(step["fields"].get("changes", ""))
    except (TypeError, ValueError):
        return {}
    if not isinstance(changes, dict):
        return {}
    return {
        name: (pair[0], pair[1])
        for name, pair in changes.items()
        if isinstance(pair, list) and len(pair) == 2
    }


def _resolved(name: str, value: Any, numbers: Mapping[str, str]) -> Any:  # noqa: ANN401 - any column's value
    return numbers.get(value, value) if name in _LINKS and isinstance(value, str) else value


def _spell(people: list[list[Any]]) -> list[list[Any]]:
    """People as history tells them: part, name, department."""
    return [person[:3] for person in people]


def added(live: Stand, sealed: set[str]) -> list[Finding]:
    """Rows that no seal knows, but for history, which goes on, and the parts of an outcome split since."""
    parts = _parts_told(live)
    return [
        Finding("row_added", live.seal, record["record"])
        for uid, record in live.records.items()
        if uid not in sealed and record["table"] != "history" and record["record"] not in parts
    ]


def _parts_told(stand: Stand) -> set[str]:
    """What outcomes were split into, as the history of the whole tells by their numbers (T8)."""
    steps = (record["fields"] for record in stand.records.values() if record["table"] == "history")
    notes = (str(step.get("note")) for step in steps if step.get("act") == Act.SPLIT)
    return {f"outcome {number}" for note in notes for number in note.partition(" · ")[0].split(", ")}
