"""Many outcomes made or changed at once, each with its history, as `outcomes.write` does with one (T8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Act, OutcomePerson
from tui_minutes.store import bulk, directory, outcomes, tracked
from tui_minutes.store.rows import among, pairs
from tui_minutes.store.tables import HistoryRow, OutcomePersonRow, OutcomeRow


@dataclass(frozen=True, slots=True)
class New:
    """An outcome to be made: its whole record, who has a part in it, and the `fields` that history tells."""

    record: dict[str, Any]
    people: tuple[OutcomePerson, ...]
    fields: dict[str, Any]


def make_all(command: Command, made: Sequence[New], act: Act) -> list[int]:
    """Many new outcomes at once, each with its people and the first step of its history; their keys."""
    bulk.insert(OutcomeRow, (one.record for one in made))
    uids = [one.record["uid"] for one in made]
    keys = dict(pairs(OutcomeRow.select(OutcomeRow.uid, OutcomeRow.id).where(among(OutcomeRow.uid, uids))))
    bulk.insert(OutcomePersonRow, _parts(command, made, keys))
    bulk.insert(HistoryRow, (_first_step(command, one, keys[one.record["uid"]], act) for one in made))
    tracked.keep(list(keys.values()))
    return [keys[uid] for uid in uids]


def _parts(command: Command, made: Sequence[New], keys: dict[str, int]) -> Iterator[dict[str, Any]]:
    known = directory.unmistakable()
    for one in made:
        for position, person in enumerate(one.people):
            yield {
                "uid": new_uid(command.at), "outcome": keys[one.record["uid"]], "part": person.part.value,
                "person": known.get(person.name), "name": person.name, "department": person.department,
                "position": position,
            }  # fmt: skip


def _first_step(command: Command, one: New, key: int, act: Act) -> dict[str, Any]:
    return _step(command, key, outcomes.differences(OutcomeRow(), one.fields, one.people), act)


def _step(command: Command, key: int, changes: dict[str, tuple[Any, Any]], act: Act) -> dict[str, Any]:
    """A step of history among many."""
    return {
        "uid": new_uid(command.at), "outcome": key, "at": command.at, "by": command.by, "act": act,
        "entered_by": command.entered_by, "command": command.id, "changes": changes,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of an outcome that was `seen` in a version: its fields, all people or (None) those before."""

    uid: str
    seen: int
    fields: dict[str, Any]
    people: tuple[OutcomePerson, ...] | None


def change_all(command: Command, edits: Sequence[Edit], act: Act) -> None:
    """`write` for many at once; refused as `outcomes.current`."""
    found = {row.uid: row for row in OutcomeRow.select().where(among(OutcomeRow.uid, [e.uid for e in edits]))}
    steps = []
    for one in edits:
        row = _unchanged(found.get(one.uid), one)
        changes = outcomes.differences(row, one.fields, one.people)
        if not changes:
            continue
        columns = {**one.fields, "version": row.version + 1, "updated_at": command.at}
        OutcomeRow.update(columns).where(OutcomeRow.id == row.id).execute()
        if one.people is not None and outcomes.PEOPLE in changes:
            OutcomePersonRow.delete().where(OutcomePersonRow.outcome == row).execute()
            outcomes.add_people(command, row, one.people)
        steps.append(_step(command, row.id, changes, act))
    bulk.insert(HistoryRow, steps)
    tracked.keep([step["outcome"] for step in steps])


def _unchanged(row: OutcomeRow | None, edit: Edit) -> OutcomeRow:
    """The row of an edit, if it is still what was seen."""
    if row is None or row.version != edit.seen:
        return outcomes.current(edit.uid, edit.seen)
    return row
