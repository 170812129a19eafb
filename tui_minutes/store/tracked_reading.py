"""What the record says of outcomes, gathered for the rows and the words by which the ledger finds them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from peewee import JOIN, Expression

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.judging import asked_at, standing_by
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Change, Outcome
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.searching import spelt
from tui_minutes.store import called, history, outcome_reading, rows, searching
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import (
    AgendaRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    PersonRow,
    SeriesRow,
)
from tui_minutes.store.tracked_columns import Origin, columns


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome by its key with where it comes from, its history and other spellings of its people."""

    key: int
    outcome: Outcome
    origin: Origin
    changes: Sequence[Change]
    readings: Sequence[str]

    def row(self, rules: Rules) -> dict[str, Any]:
        """Its row in the ledger, judged by `rules`."""
        asked = asked_at(self.changes)
        return columns(
            self.key,
            self.outcome,
            self.origin,
            standing_by(rules, self.origin.policy, self.outcome, asked, self.origin.zone),
        )

    def entry(self, level: int) -> searching.Entry:
        """What it is found by when `level` is its place in `Level`."""
        words = spelt(self._words())
        shown, covered = (words, "") if level < searching.HIDDEN_FROM else ("", words)
        return self.key, spelt([self.outcome.number]), shown, covered

    def _words(self) -> Iterator[str]:
        one, origin = self.outcome, self.origin
        yield from (
            one.text,
            one.deliverable,
            one.resources,
            one.remark,
            one.result,
            one.answer,
            one.leftover,
        )
        yield from (one.unclear, one.department, origin.number, origin.title, origin.item)
        yield from (person.name for person in one.people)
        yield from self.readings
        for step in self.changes:
            yield from (step.note, step.cause, step.remedy)


def told(keys: Sequence[int]) -> Iterator[Told]:
    """The outcomes with these keys that are not withdrawn."""
    origins, readings, steps = _origins(keys), _readings(keys), history.of_keys(keys)
    for one in outcome_reading.standing(keys):
        key, origin = origins[one.uid]
        yield Told(key, one, origin, steps.get(one.uid, ()), readings.get(key, ()))


def _origins(keys: Sequence[int]) -> dict[str, tuple[int, Origin]]:
    """The key and the origin of outcomes by their uid."""
    found = {}
    for uid, key, meeting, number, title, zone, item, policy, *levels in _ORIGINS.stored(rows.listed(keys)):
        own = tuple(Level(level) for level in levels if level)
        found[uid] = key, Origin(meeting, number, title, zone, own, item or "", policy or "")
    return found


def _from_where(condition: Expression) -> Any:
    query = OutcomeRow.select(
        OutcomeRow.uid, OutcomeRow.id, MeetingRow.id, MeetingRow.number, MeetingRow.title, MeetingRow.zone,
        AgendaRow.title, SeriesRow.policy, MeetingRow.level, AgendaRow.level,
    ).join(MeetingRow).join(SeriesRow, JOIN.LEFT_OUTER)  # fmt: skip
    return query.join_from(OutcomeRow, AgendaRow, JOIN.LEFT_OUTER).where(condition)


_ORIGINS = Prepared(OutcomeRow, _from_where, lambda keys: rows.in_list(OutcomeRow.id, keys))


def _readings(keys: Sequence[int]) -> dict[int, list[str]]:
    """Other spellings of the names of those who have a part in outcomes: pinyin, initials, aliases."""
    found: dict[int, list[str]] = {}
    parts = _READINGS.stored(rows.listed(keys))
    merged_into = {merged for _, merged, *_ in parts if merged}
    today = called.stayed(merged_into) if merged_into else {}
    for key, merged, *lists in parts:
        found.setdefault(key, []).extend(word for one in lists for word in json.loads(one))
        if merged:
            found[key] += [*today[merged].readings, *today[merged].aliases]
    return found


def _spellings(condition: Expression) -> Any:
    part, known = OutcomePersonRow, PersonRow
    query = part.select(part.outcome, known.merged_into, known.readings, known.aliases)
    return query.join(known).where(condition).order_by(part.id)


_READINGS = Prepared(OutcomePersonRow, _spellings, lambda keys: rows.in_list(OutcomePersonRow.outcome, keys))
