"""Reading what happened to outcomes, step by step (T8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from peewee import Expression

from tui_minutes.domain.outcomes import Act, Change
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.remembered import Values, stored
from tui_minutes.store.rows import among, in_list, listed
from tui_minutes.store.tables import HistoryRow, OutcomeRow


def of_outcome(outcome_uid: str) -> tuple[Change, ...]:
    """What happened to one outcome, oldest first."""
    return by_outcome(OutcomeRow.uid == outcome_uid).get(outcome_uid, ())


def of_all() -> dict[str, tuple[Change, ...]]:
    """The history of every outcome, by its uid."""
    return by_outcome(HistoryRow.id > 0)


def of_outcomes(uids: Sequence[str]) -> dict[str, tuple[Change, ...]]:
    """The history of some outcomes, by their uid."""
    return by_outcome(among(OutcomeRow.uid, uids))


def by_outcome(condition: Expression) -> dict[str, tuple[Change, ...]]:
    """The steps of which `condition` holds, oldest first, by the uid of their outcome."""
    return _by_owner(stored(_steps(condition)))


def of_keys(keys: Sequence[int]) -> dict[str, tuple[Change, ...]]:
    """The history of outcomes with these keys, by their uid."""
    return _by_owner(_OF_KEYS.stored(listed(keys)))


def _steps(condition: Expression) -> Any:
    undone = HistoryRow.alias()
    query = HistoryRow.select(OutcomeRow.uid, undone.uid, *_TOLD).join(OutcomeRow)
    query = query.switch(HistoryRow).left_outer_join(undone, on=(HistoryRow.undoes == undone.id))
    return query.where(condition).order_by(HistoryRow.id)


_OF_KEYS = Prepared(HistoryRow, _steps, lambda keys: in_list(HistoryRow.outcome, keys))


def _by_owner(steps: list[Values]) -> dict[str, tuple[Change, ...]]:
    found: dict[str, list[Change]] = {}
    for owner, undoes, *told in steps:
        found.setdefault(owner, []).append(_change(undoes, *told))
    return {uid: tuple(changes) for uid, changes in found.items()}


_TOLD = (
    HistoryRow.uid, HistoryRow.at, HistoryRow.by, HistoryRow.entered_by, HistoryRow.changes, HistoryRow.cause,
    HistoryRow.remedy, HistoryRow.note, HistoryRow.act,
)  # fmt: skip


def of_command(command_id: str, outcome: OutcomeRow | None = None) -> list[HistoryRow]:
    """What one command changed, of one outcome or of all, last change first."""
    query = HistoryRow.select().where(HistoryRow.command == command_id)
    if outcome is not None:
        query = query.where(HistoryRow.outcome == outcome)
    return list(query.order_by(HistoryRow.id.desc()))


def last_step(outcome: OutcomeRow) -> HistoryRow | None:
    """The last thing that happened to an outcome."""
    steps = HistoryRow.select().where(HistoryRow.outcome == outcome)
    found: HistoryRow | None = steps.order_by(HistoryRow.id.desc()).first()
    return found


def replacements_by(later: OutcomeRow) -> list[HistoryRow]:
    """The steps by which `later` took the place of those that it still replaces, one of each."""
    replaced = OutcomeRow.select(OutcomeRow.id).where(OutcomeRow.superseded_by == later)
    steps = HistoryRow.select().where(HistoryRow.outcome.in_(replaced) & (HistoryRow.act == Act.SUPERSEDE))
    return list({step.outcome_id: step for step in steps.order_by(HistoryRow.id)}.values())


def withdrawal_of(outcome: OutcomeRow) -> HistoryRow:
    """The step by which an outcome that was withdrawn was last taken out of its meeting."""
    steps = HistoryRow.select().where(HistoryRow.outcome == outcome).order_by(HistoryRow.id.desc())
    found: HistoryRow = next(step for step in steps if step.changes.get("withdrawn") == [False, True])
    return found


def _change(
    undoes: str | None,
    uid: str,
    at: str,
    by: str,
    entered_by: str,
    changes: str,
    cause: str,
    remedy: str,
    note: str,
    act: str,
) -> Change:
    """A step from its columns as they lie in the file: a long ledger has a hundred thousand of them."""
    before_and_after: Any = HistoryRow.changes.python_value(changes)
    return Change(
        uid,
        datetime.fromisoformat(at),
        by,
        entered_by,
        {field: (pair[0], pair[1]) for field, pair in before_and_after.items()},
        cause,
        remedy,
        note,
        Act(act),
        undoes,
    )
