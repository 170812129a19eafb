"""What the ledger is read from: one row per outcome, kept with every write, made again from the record at will."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from peewee import JOIN, Expression

from tui_minutes.domain.attending import asked_at, standing_by
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Change, Outcome
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.searching import spelt
from tui_minutes.store import history, outcomes, searching, tallies
from tui_minutes.store.tables import (
    AgendaRow,
    HistoryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    PersonRow,
    SeriesRow,
    Setting,
    TrackedRow,
)
from tui_minutes.store.tracked_columns import ENDED, Origin, columns

BATCH = 400
"""So many outcomes are read at once when all are made again."""

RULES = "rules"
"""The setting that tells by which rules the rows were judged; none yet: there are no rows."""

_rules = Rules()


def make_sure() -> None:
    """Make the rows of a store that has none yet: a new one, or one of an earlier program.

    Until `attend` says otherwise, a store that has just been opened is judged by the default rules.
    """
    global _rules
    _rules = Rules()
    if Setting.get_or_none(key=RULES) is None:
        with Setting._meta.database.atomic():
            rebuild()


def attend(rules: Rules) -> bool:
    """Judge by `rules` from now on; whether what is open was judged by others, and is to be judged again."""
    global _rules
    _rules = rules
    return bool(Setting.get(key=RULES).value != rules.fingerprint)


def judge_again() -> None:
    """Judge all that is open by the rules of now."""
    opened = TrackedRow.select(TrackedRow.outcome).where(TrackedRow.stage < ENDED)
    keep_where(OutcomeRow.id.in_(opened))
    _remember()


def rebuild() -> None:
    """Make all rows, tallies and words again from the record."""
    TrackedRow.delete().execute()
    tallies.rebuild()
    searching.drop()
    keep(_keys(~OutcomeRow.withdrawn))
    _remember()


def _remember() -> None:
    kept = Setting.insert(key=RULES, value=_rules.fingerprint)
    kept.on_conflict(conflict_target=[Setting.key], update={Setting.value: _rules.fingerprint}).execute()


def keep_where(condition: Expression) -> None:
    """What is said of some outcomes elsewhere has changed: in their meeting, its agenda, the directory."""
    keep(_keys(condition))


def _keys(condition: Expression) -> list[int]:
    return [
        key for (key,) in OutcomeRow.select(OutcomeRow.id).where(condition).order_by(OutcomeRow.id).tuples()
    ]


def keep(keys: Sequence[int]) -> None:
    """Bring the rows of outcomes up to date, by their keys; those withdrawn lose theirs."""
    for start in range(0, len(keys), BATCH):
        _keep(list(keys[start : start + BATCH]))


def _keep(keys: list[int]) -> None:
    before = _counted(keys)
    rows, words = [], []
    for key, outcome, origin, changes, readings in _read(keys):
        asked = asked_at(changes)
        standing = standing_by(_rules, origin.policy, outcome, asked, origin.zone)
        rows.append(columns(key, outcome, origin, standing))
        words.append((key, spelt([outcome.number]), spelt(_words(outcome, origin, changes, readings))))
    TrackedRow.delete().where(TrackedRow.outcome.in_(keys)).execute()
    searching.drop([key for key in keys if key not in {one for one, *_ in words}])
    for start in range(0, len(rows), 100):
        TrackedRow.insert_many(rows[start : start + 100]).execute()
    searching.put(words)
    now = _counted(keys)
    now.subtract(before)
    tallies.add(now)


def _counted(keys: list[int]) -> Counter[tuple[str, str]]:
    kept = TrackedRow.select(TrackedRow.kind, TrackedRow.status).where(TrackedRow.outcome.in_(keys))
    return Counter(kept.tuples())


def _read(keys: list[int]) -> Iterator[tuple[int, Outcome, Origin, Sequence[Change], Sequence[str]]]:
    """All that is said of outcomes that stand: themselves, their origin, their history, readings of people."""
    here = OutcomeRow.id.in_(keys)
    origins, readings = _origins(here), _readings(keys)
    steps = history.by_outcome(HistoryRow.outcome.in_(keys))
    for one in outcomes.those(here & ~OutcomeRow.withdrawn):
        key, origin = origins[one.uid]
        yield key, one, origin, steps.get(one.uid, ()), readings.get(key, ())


def _origins(condition: Expression) -> dict[str, tuple[int, Origin]]:
    """The key and the origin of outcomes by their uid."""
    query = OutcomeRow.select(
        OutcomeRow.uid, OutcomeRow.id, MeetingRow.id, MeetingRow.number, MeetingRow.title, MeetingRow.zone,
        MeetingRow.level, AgendaRow.level, AgendaRow.title, SeriesRow.policy,
    ).join(MeetingRow).join(SeriesRow, JOIN.LEFT_OUTER)  # fmt: skip
    query = query.join_from(OutcomeRow, AgendaRow, JOIN.LEFT_OUTER).where(condition)
    return {
        uid: (
            key,
            Origin(
                meeting,
                number,
                title,
                zone,
                tuple(map(Level, filter(None, levels))),
                item or "",
                policy or "",
            ),
        )
        for uid, key, meeting, number, title, zone, *levels, item, policy in query.tuples()
    }


def _readings(keys: list[int]) -> dict[int, list[str]]:
    """Other spellings of the names of those who have a part in outcomes: pinyin, initials, aliases."""
    query = OutcomePersonRow.select(OutcomePersonRow.outcome_id, PersonRow.readings, PersonRow.aliases)
    found: dict[int, list[str]] = {}
    for key, readings, aliases in query.join(PersonRow).where(OutcomePersonRow.outcome.in_(keys)).tuples():
        found.setdefault(key, []).extend((*readings, *aliases))
    return found


def _words(one: Outcome, origin: Origin, steps: Sequence[Change], readings: Sequence[str]) -> Iterator[str]:
    """All that a search looks through beside the number."""
    yield from (one.text, one.deliverable, one.resources, one.remark, one.result, one.answer, one.leftover)
    yield from (one.unclear, one.department, origin.number, origin.title, origin.item)
    yield from (person.name for person in one.people)
    yield from readings
    for step in steps:
        yield from (step.note, step.cause, step.remedy)
