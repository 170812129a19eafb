"""What is open judged anew by other rules: in steps, between which other programs write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import peewee

from tui_minutes.domain.judging import standing_by
from tui_minutes.domain.policy import Rules
from tui_minutes.store import outcome_reading
from tui_minutes.store.failures import refusal
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import MeetingRow, OutcomeRow, SeriesRow, Setting, TrackedRow
from tui_minutes.store.tracked_columns import TO_DO

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

RULES = "rules"
"""The setting that tells by which rules the rows were judged; none yet: there are no rows."""

_UNFINISHED = " (unfinished)"
"""Added to the rules by which some are judged already: they are those of no store that is up to date."""

STEP = 200
"""So many outcomes are judged at once: the store is locked for a few milliseconds."""

Judged = tuple["datetime | None", "datetime | None", int]
"""By when an update and an acknowledgement are wanted of the outcome with a key."""


def is_judged_by(rules: Rules) -> bool:
    """Whether all rows were judged by `rules`."""
    return bool(Setting.get(key=RULES).value == rules.fingerprint)


def remember(fingerprint: str) -> None:
    """The rows were judged by the rules with this fingerprint."""
    kept = Setting.insert(key=RULES, value=fingerprint)
    kept.on_conflict(conflict_target=[Setting.key], update={Setting.value: fingerprint}).execute()


class Rejudging:
    """All that is to be done, judged by `rules`: they decide by when something is wanted, and nothing else.

    Whoever begins last has the last word; where it is cut short, the next start begins anew. A connection of
    its own may call `step`, in whatever thread.
    """

    def __init__(self, path: Path, database: peewee.SqliteDatabase, rules: Rules) -> None:
        self._path = path
        self._database = database
        self._rules = rules
        self._mark = rules.fingerprint + _UNFINISHED
        self._keys: Sequence[int] | None = None
        self.done = 0

    @property
    def total(self) -> int:
        """How many there are to judge; 0 before the first step."""
        return len(self._keys or ())

    def step(self) -> bool:
        """Judge some more; whether there is more to do.

        Raises Refused("store_busy") while another program writes: then nothing was done. "store_damaged" or
        "store_failed" when the file or its disk does not let it.
        """
        try:
            return self._begin() if self._keys is None else self._go_on(self._keys)
        except peewee.DatabaseError as error:
            raise refusal(error, self._path) from error

    def _go_on(self, all_keys: Sequence[int]) -> bool:
        """One step; where anything was committed since it was read, that is read again in the next."""
        keys = all_keys[self.done : self.done + STEP]
        version = self._version()
        with self._database.atomic("DEFERRED"):
            judged = [one for one in self._judged(keys) if one is not None]
        with self._database.atomic():
            if Setting.get(key=RULES).value != self._mark:
                return False  # somebody else has judged all, or does
            if self._version() != version:
                return True
            self._write(judged)
            if self.done + len(keys) == self.total:
                remember(self._rules.fingerprint)
        self.done += len(keys)
        return self.done < self.total

    def _begin(self) -> bool:
        with self._database.atomic():
            if is_judged_by(self._rules):
                return False
            query = TrackedRow.select(TrackedRow.outcome).where(TrackedRow.stage == TO_DO)
            self._keys = sorted(key for (key,) in columns(query))
            remember(self._mark if self._keys else self._rules.fingerprint)
        return bool(self._keys)

    def _version(self) -> int:
        """Another one when another connection has committed."""
        return int(self._database.pragma("data_version"))

    def _judged(self, keys: Sequence[int]) -> Iterator[Judged | None]:
        """Of each that stands otherwise by these rules: by when something is wanted of it, and its key."""
        here = TrackedRow.outcome.in_(list(keys)) & (TrackedRow.stage == TO_DO)
        query = TrackedRow.select(
            OutcomeRow.uid, TrackedRow.outcome, TrackedRow.asked_at, TrackedRow.stale_on,
            TrackedRow.ack_due_on, MeetingRow.zone, SeriesRow.policy,
        ).join(OutcomeRow).join(MeetingRow).left_outer_join(SeriesRow)  # fmt: skip
        kept = {uid: rest for uid, *rest in columns(query.where(here))}
        for one in outcome_reading.those(OutcomeRow.id.in_([key for key, *_ in kept.values()])):
            key, asked, stale_on, ack_due_on, zone, preset = kept[one.uid]
            new = standing_by(self._rules, preset or "", one, asked, zone)
            if (new.stale_on, new.ack_due_on) != (stale_on, ack_due_on):
                yield new.stale_on, new.ack_due_on, key

    def _write(self, judged: Sequence[Judged]) -> None:
        instant = TrackedRow.stale_on.db_value
        rows = [(instant(stale_on), instant(ack_due_on), key) for stale_on, ack_due_on, key in judged]
        update = "UPDATE tracked SET stale_on = ?, ack_due_on = ? WHERE outcome_id = ?"
        self._database.cursor().executemany(update, rows)  # type: ignore[no-untyped-call]
