"""What the ledger is read from: a row per outcome, kept with every write, made again from the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, cast

from peewee import Expression

from tui_minutes.domain.policy import Rules
from tui_minutes.store import bulk, rejudging, searching, tallies
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.rows import columns, in_list, listed
from tui_minutes.store.tables import OutcomePersonRow, OutcomeRow, Setting, TrackedRow
from tui_minutes.store.tracked_reading import told

BATCH = 400
"""So many outcomes are read at once when all are made again."""

_rules = Rules()


def make_sure() -> None:
    """Make the rows of a store that has none yet: a new one, or one of an earlier program.

    Until `attend` says otherwise, a store that has just been opened is judged by the default rules.
    """
    global _rules
    _rules = Rules()
    if Setting.get_or_none(key=rejudging.RULES) is None:
        with Setting._meta.database.atomic():
            rebuild()


def attend(rules: Rules) -> bool:
    """Judge by `rules` from now on; whether what is open was judged by others, and is to be judged again."""
    global _rules
    _rules = rules
    return not rejudging.is_judged_by(rules)


def rules() -> Rules:
    """The rules that rows are judged by now."""
    return _rules


def rebuild() -> None:
    """Make all rows, tallies and words again from the record."""
    TrackedRow.delete().execute()
    searching.clear()
    tallies.rebuild()
    keep_where(~OutcomeRow.withdrawn)
    rejudging.remember(_rules.fingerprint)


def keep_where(condition: Expression) -> None:
    """What is said of some outcomes elsewhere has changed: in their meeting, its agenda, its series."""
    query = OutcomeRow.select(OutcomeRow.id).where(condition).order_by(OutcomeRow.id)
    keep([key for (key,) in columns(query)])


def keep_of_person(*person_ids: int, names: Sequence[str] = ()) -> None:
    """People of the directory, or bare `names`, are called or spelt otherwise: outcomes are found by it."""
    row = OutcomePersonRow
    named = row.person.in_(person_ids) | (row.person.is_null() & row.name.in_(names))
    keep_where(OutcomeRow.id.in_(row.select(row.outcome).where(named)))


def keep(keys: Sequence[int]) -> None:
    """Bring the rows of outcomes up to date, by their keys; those withdrawn lose theirs."""
    for start in range(0, len(keys), BATCH):
        _keep(keys[start : start + BATCH])


def _keep(keys: Sequence[int]) -> None:
    before = Counter(_KNOWN.stored(listed(keys)))
    stand = list(told(keys))
    rows = [one.row(_rules) for one in stand]
    if before:
        TrackedRow.delete().where(TrackedRow.outcome.in_(list(keys))).execute()
    bulk.insert(TrackedRow, rows)
    searching.drop(set(keys) - {one.key for one in stand})
    searching.put(one.entry(row["level"]) for one, row in zip(stand, rows, strict=True))
    now = Counter((str(row["kind"]), str(row["status"])) for row in rows)
    now.subtract(before)
    tallies.add(now)


_KNOWN = Prepared(
    TrackedRow,
    lambda keys: TrackedRow.select(TrackedRow.kind, TrackedRow.status).where(
        in_list(TrackedRow.outcome, keys)
    ),
)


def differences() -> list[str]:
    """The numbers of the outcomes of which the ledger says something else than the record."""
    wrong = _strangers()
    query = OutcomeRow.select(OutcomeRow.id).where(~OutcomeRow.withdrawn).order_by(OutcomeRow.id)
    keys = [key for (key,) in columns(query)]
    for start in range(0, len(keys), BATCH):
        wrong += _wrong(keys[start : start + BATCH])
    return wrong


def _wrong(keys: Sequence[int]) -> list[str]:
    kept = TrackedRow.select().where(TrackedRow.outcome.in_(list(keys))).dicts()
    rows: dict[int, object] = {row["outcome"]: row for row in cast("Iterable[dict[str, Any]]", kept)}
    entries = searching.kept(keys[0], keys[-1])
    found = []
    for one in told(keys):
        row = one.row(_rules)
        if rows.get(one.key) != row or entries.get(one.key) != one.entry(row["level"]):
            found.append(one.outcome.number)
    return found


def _strangers() -> list[str]:
    """Those that are withdrawn and stand in the ledger all the same."""
    query = OutcomeRow.select(OutcomeRow.number).join(TrackedRow).where(OutcomeRow.withdrawn)
    return [number for (number,) in columns(query)]
