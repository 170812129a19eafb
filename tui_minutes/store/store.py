"""An open store: the reads that screens draw from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from tui_minutes.domain.refusal import Refused
from tui_minutes.store import (
    commands,
    directory,
    going_out,
    history,
    ledger,
    meeting_searching,
    meetings,
    outcomes,
    paging,
    readback,
    tallies,
    tracked,
    views,
)
from tui_minutes.store.preparation_reads import PreparationReads
from tui_minutes.store.written import Kept

if TYPE_CHECKING:  # imported by whoever asks for one
    from tui_minutes.domain.discussion import Entry
    from tui_minutes.domain.duties import Duties
    from tui_minutes.domain.filters import Filter
    from tui_minutes.domain.going_out import GoingOut
    from tui_minutes.domain.meeting import Meeting
    from tui_minutes.domain.outcomes import Change, Outcome
    from tui_minutes.domain.policy import Rules
    from tui_minutes.domain.record import MeetingRecord
    from tui_minutes.domain.sealing import Seal
    from tui_minutes.domain.tracking import LedgerCounts, LedgerRow
    from tui_minutes.domain.views import View
    from tui_minutes.store.directory import KnownPerson
    from tui_minutes.store.kept_record import KeptRecord
    from tui_minutes.store.paging import Listing, Page, Place
    from tui_minutes.store.rejudging import Rejudging


class Store(PreparationReads):
    """The record on disk, as screens, services and commands read it."""

    @cached_property
    def _kept_record(self) -> KeptRecord:
        from tui_minutes.store.kept_record import KeptRecord

        return KeptRecord(self._written)

    @cached_property
    def _kept_people(self) -> Kept[list[KnownPerson]]:
        return Kept(self._written, ["person", "department_head"], directory.everyone)

    def record(self, meeting_uid: str) -> MeetingRecord:
        """The whole of one meeting; Refused("not_found") when there is none."""
        if not self._written.may_be_kept:
            return meetings.record(meeting_uid)
        with self.snapshot():
            return self._kept_record.read(meeting_uid)

    def meetings(self, newest: int | None = None) -> list[Meeting]:
        """All meetings, newest first; with `newest` only so many of those that are over."""
        return meetings.all_meetings(newest)

    def in_progress(self) -> list[str]:
        """The uids of the meetings that have begun and are not over."""
        return meetings.in_progress()

    def with_signatures(self, wanted: Sequence[Meeting]) -> list[MeetingRecord]:
        """Who came to each of some meetings, and who has signed; nothing else of their records is read."""
        return meetings.with_signatures(wanted)

    def meeting_by_number(self, number: str) -> Meeting | None:
        """The meeting numbered `number`."""
        return meetings.by_number(number)

    def meetings_like(self, words: str, newest: int, *, revealed: bool) -> list[Meeting]:
        """The meetings in which `words` stand, newest first, as `meetings` gives them.

        Unless `revealed`, what is confidential is found by its number only.
        """
        return meetings.all_meetings(newest, meeting_searching.condition(words, revealed))

    def people(self) -> list[KnownPerson]:
        """The directory, by name."""
        return self._kept_people()

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

    def listing(self, wanted: Filter, order: str, now: datetime, *, revealed: bool = True) -> Listing:
        """What `page` reads from, for whoever reads again and again; each time in a `snapshot`."""
        with self.snapshot():
            return paging.listing(wanted, order, now, revealed)

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

    def on_the_table(self) -> dict[str, str]:
        """The title of the item on the table of each meeting that runs, by the meeting's uid."""
        return meetings.on_the_table()

    def open_of_meetings(self, wanted: Iterable[str], now: datetime) -> dict[str, tuple[int, int]]:
        """How many outcomes each of some meetings (by uid) left open, and how many of these are late."""
        return ledger.open_of_meetings(wanted, now)

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

        Where they are the same, nothing is written, and no calendar is asked. Into a file that was not
        looked through yet nothing is written unseen: Refused("store_damaged").
        """
        if self.go_by(rules):
            if not self.is_looked_through:
                self.look_through()
            self.checkpoints.take()
            work = self.rejudging()
            while work.step():
                pass

    def go_by(self, rules: Rules) -> bool:
        """Judge what is written from now on by `rules`; whether what is open was judged by others."""
        return tracked.attend(rules)

    def rejudging(self) -> Rejudging:
        """What judges all that is open by the rules of now, step by step."""
        from tui_minutes.store.rejudging import Rejudging

        return Rejudging(self.path, self.database, tracked.rules())

    def disagreements(self) -> list[Refused]:
        """Where lists say something else than the record they come from: ledger_differs, tallies_differ."""
        with self.snapshot():
            numbers, counted = tracked.differences(), tallies.counted() == tallies.kept()
        found = [Refused("ledger_differs", numbers=", ".join(numbers))] if numbers else []
        return found if counted else [*found, Refused("tallies_differ")]

    def rebuild(self) -> None:
        """Make what the ledger is read from again: rows, tallies, words."""
        with self.transaction():
            tracked.rebuild()

    def outcome(self, uid: str) -> Outcome | None:
        """The outcome with `uid`."""
        return outcomes.find(uid=uid)

    def outcome_by_number(self, number: str) -> Outcome | None:
        """The outcome numbered `number`; a converted one leads to what it became."""
        return outcomes.by_number(number)

    def history(self, outcome_uid: str) -> tuple[Change, ...]:
        """What happened to an outcome, oldest first."""
        return history.of_outcome(outcome_uid)

    def going_out(self, meeting_uid: str) -> GoingOut:
        """How the papers of a meeting get to people; Refused("not_found") when there is none."""
        with self.snapshot():
            return going_out.going_out(meeting_uid)

    def approved_of_late(self, now: datetime) -> list[Duties]:
        """The meetings whose minutes were approved in the two weeks before `now`, and who lacks them."""
        return going_out.approved_of_late(now)

    def carried_out(self, command_id: str) -> bool:
        """Whether the command of that id reached the store."""
        return commands.carried_out(command_id)

    def seals(self) -> list[Seal]:
        """The chain of seals."""
        return readback.seals()

    def entry(self, uid: str) -> Entry:
        """One line of the log; Refused("not_found") when there is none."""
        return meetings.entry(uid)
