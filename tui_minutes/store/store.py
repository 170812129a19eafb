"""An open store: transactions, what another process did, and the reads that screens draw from."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

import peewee
from filelock import FileLock, Timeout

from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.outcomes import Change, Outcome
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.sealing import Seal
from tui_minutes.domain.tracking import LedgerCounts, LedgerRow
from tui_minutes.domain.views import View
from tui_minutes.store import (
    directory,
    history,
    ledger,
    meetings,
    opening,
    outcomes,
    paging,
    readback,
    tallies,
    tracked,
    views,
)
from tui_minutes.store.directory import KnownPerson
from tui_minutes.store.paging import Page, Place
from tui_minutes.store.tables import TABLES, Setting

CHECKPOINT_PAGES = 1000


class Store:
    """The record on disk. One is open at a time in a process; close it when done."""

    def __init__(self, path: Path, database: peewee.SqliteDatabase) -> None:
        self.path = path
        self.database = database
        self.on_commit: list[Callable[[], None]] = []
        database.bind(TABLES, bind_refs=False, bind_backrefs=False)
        self._lock = FileLock(f"{path}.lock", timeout=0)
        self._seen = 0

    @classmethod
    def open(cls, path: Path, create: bool = True, busy_ms: int = 100) -> Store:
        """Open the store at `path`, made when it is not there and `create` says so.

        `busy_ms` is how long a write waits for another process before it is refused. Raises Refused with
        store_missing, store_foreign, store_newer, store_damaged, store_read_only or store_no_folder.
        """
        is_store = opening.inspect(path)
        if not is_store and not create:
            raise Refused("store_missing", path=str(path))
        try:
            store = cls(path, opening.connect(path, busy_ms))
            opening.migrate(store.database)
            store._make_uid()
            tracked.make_sure()
        except peewee.DatabaseError as error:
            raise _refusal(error) from error
        store._own_checkpoints()
        store.changed_elsewhere()
        return store

    def _make_uid(self) -> None:
        if Setting.get_or_none(key="uid") is None:
            # a store's uid only has to differ from every other store's
            Setting.insert(
                key="uid", value=str(UUID(int=secrets.randbits(128)))
            ).on_conflict_ignore().execute()

    def _own_checkpoints(self) -> None:
        """Take the right to checkpoint: two at once can harm a WAL (SQLite before 3.51.3)."""
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return
        self.database.pragma("wal_autocheckpoint", CHECKPOINT_PAGES)

    def close(self) -> None:
        """Close the connection and give up the lock."""
        self.database.close()
        self._lock.release()

    @property
    def uid(self) -> str:
        """The store's own uid: seals are bound to it."""
        return str(Setting.get(key="uid").value)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction, taken at once. After it is on disk the `on_commit` callbacks run.

        Raises Refused("store_busy") when another process is writing, "store_failed" when the disk refuses;
        nothing is written then.
        """
        try:
            with self.database.atomic():
                yield
        except peewee.DatabaseError as error:
            raise _refusal(error) from error
        for callback in self.on_commit:
            callback()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one instant, whatever another process commits meanwhile."""
        with self.database.atomic("DEFERRED"):
            yield

    def changed_elsewhere(self) -> bool:
        """Whether another process has committed since this was last asked."""
        now = int(self.database.pragma("data_version"))
        before, self._seen = self._seen, now
        return now != before

    def record(self, meeting_uid: str) -> MeetingRecord:
        """The whole of one meeting; Refused("not_found") when there is none."""
        with self.snapshot():
            return meetings.record(meeting_uid)

    def meetings(self) -> list[Meeting]:
        """All meetings, newest first."""
        return meetings.all_meetings()

    def meeting_by_number(self, number: str) -> Meeting | None:
        """The meeting numbered `number`."""
        return meetings.by_number(number)

    def names(self) -> dict[str, tuple[str, ...]]:
        """The names of those asked to each meeting, by its uid."""
        return meetings.names()

    def people(self) -> list[KnownPerson]:
        """The directory, by name."""
        return directory.everyone()

    def ledger(self) -> list[LedgerRow]:
        """All outcomes of all meetings, without their history."""
        with self.snapshot():
            return ledger.rows()

    def page(
        self,
        wanted: Filter,
        order: str,
        now: datetime,
        *,
        after: Place | None = None,
        before: Place | None = None,
        limit: int = 50,
        revealed: bool = True,
    ) -> Page:
        """At most `limit` rows of what is `wanted`, in one of `orders.ORDERS` as it is at the instant `now`.

        From the beginning, behind the place `after`, or those right before the place `before` (`paging.END`:
        the last ones). Unless `revealed`, words that are confidential are not searched.
        """
        with self.snapshot():
            return paging.listing(wanted, order, now, revealed).page(after, before, limit)

    def place_at(
        self, wanted: Filter, order: str, now: datetime, nth: int, *, revealed: bool = True
    ) -> Place | None:
        """Where the `nth` row stands (0 is the first): a far jump reads on from there."""
        with self.snapshot():
            return paging.listing(wanted, order, now, revealed).at(nth)

    def nth(
        self, wanted: Filter, order: str, now: datetime, uid: str, *, revealed: bool = True
    ) -> int | None:
        """How many rows stand before the outcome with `uid`; None when it is not wanted."""
        with self.snapshot():
            return paging.listing(wanted, order, now, revealed).nth(uid)

    def total(self, wanted: Filter, now: datetime, revealed: bool = True) -> int:
        """How many rows are wanted."""
        with self.snapshot():
            return paging.total(wanted, now, revealed)

    def groups(self, wanted: Filter, by: str, now: datetime, revealed: bool = True) -> list[tuple[str, int]]:
        """The headings of the ledger in the order `by` (`orders.HEADINGS`), and how many wanted rows stand
        under each: a name, a code, a meeting's number; "" for none.
        """
        with self.snapshot():
            return paging.groups(wanted, by, now, revealed)

    def counts(self, now: datetime) -> LedgerCounts:
        """The figures on top of the ledger at the instant `now`."""
        with self.snapshot():
            return tallies.counts(now)

    def owners_open(self, now: datetime) -> list[tuple[str, int, int]]:
        """Whoever is responsible for something open: name, how many, how many of these need attention."""
        return tallies.owners_open(now)

    def open_of_meetings(self, now: datetime) -> dict[str, tuple[int, int]]:
        """How many outcomes each meeting (by uid) left open, and how many of these are late."""
        return ledger.open_of_meetings(now)

    def row(self, uid_or_number: str) -> LedgerRow | None:
        """The outcome with this uid or number, as the ledger tells it."""
        with self.snapshot():
            return ledger.one(uid_or_number)

    def rows_of(self, uids: Sequence[str]) -> tuple[LedgerRow, ...]:
        """The outcomes with these uids, in that order; what there is not is left out."""
        with self.snapshot():
            return ledger.of_uids(uids)

    def views(self) -> tuple[View, ...]:
        """The saved views of the ledger, in their order."""
        return views.saved()

    def attend(self, rules: Rules) -> None:
        """Judge what needs attention by `rules` from now on; what is open is judged anew when they differ.

        Where they are the same, nothing is written, and no calendar is asked.
        """
        if tracked.attend(rules):
            with self.transaction():
                tracked.judge_again()

    def outcome(self, uid: str) -> Outcome | None:
        """The outcome with `uid`."""
        return outcomes.find(uid=uid)

    def outcome_by_number(self, number: str) -> Outcome | None:
        """The outcome numbered `number`; a converted one leads to what it became."""
        return outcomes.by_number(number)

    def history(self, outcome_uid: str) -> tuple[Change, ...]:
        """What happened to an outcome, oldest first."""
        return history.of_outcome(outcome_uid)

    def seals(self) -> list[Seal]:
        """The chain of seals."""
        return readback.seals()

    def entry(self, uid: str) -> Entry:
        """One line of the log; Refused("not_found") when there is none."""
        return meetings.entry(uid)


def _refusal(error: peewee.DatabaseError) -> Refused:
    """Why the disk or another process said no; a failed COMMIT hides its cause in the context."""
    causes = [str(error), str(error.__context__), str(error.__cause__)]
    if any("locked" in cause or "busy" in cause for cause in causes):
        return Refused("store_busy")
    hidden = error.__context__ if "no transaction is active" in str(error) and error.__context__ else error
    return Refused("store_failed", reason=str(hidden))
