"""The whole of one meeting, as read from the store in one go: what screens and documents draw from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from tui_minutes.domain.agenda import AgendaItem, ItemState, Span, elapsed
from tui_minutes.domain.attendance import Participant
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, sort_number
from tui_minutes.domain.sealing import Seal
from tui_minutes.domain.signatures import Amendment, Confirmation, Objection

if TYPE_CHECKING:  # whoever reads one has it
    from tui_minutes.domain.voting import Vote


@dataclass(frozen=True)  # no slots: what is looked up again and again is kept
class MeetingRecord:
    """A meeting with all that belongs to it, each tuple in its natural order; `quorum` is a rule's code."""

    meeting: Meeting
    people: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    breaks: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    objections: tuple[Objection, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    seals: tuple[Seal, ...] = ()
    votes: tuple[Vote, ...] = ()
    quorum: str = ""

    def grown(self, entries: tuple[Entry, ...], outcomes: tuple[Outcome, ...]) -> MeetingRecord:
        """The record with lines and outcomes added; what was worked out of the same outcomes is kept."""
        grown = replace(self, entries=self.entries + entries, outcomes=self.outcomes + outcomes)
        if not outcomes:
            grown.__dict__.update({name: self.__dict__[name] for name in _WORKED_OUT & self.__dict__.keys()})
        return grown

    @property
    def current_item(self) -> AgendaItem | None:
        """The item on the table: the one open, or (in a break) the one that was."""
        return next((item for item in self.agenda if item.state is ItemState.OPEN), None)

    @property
    def paused(self) -> bool:
        """Whether the meeting is in a break."""
        return any(span.end is None for span in self.breaks)

    def elapsed(self, now: datetime) -> timedelta:
        """The meeting's own time by `now`, breaks left out; stands still once it has ended."""
        return elapsed(self.meeting.started_at, self.breaks, self.meeting.ended_at or now)

    def item(self, uid: str | None) -> AgendaItem | None:
        """The agenda item with `uid`."""
        return next((item for item in self.agenda if item.uid == uid), None)

    def entry(self, seq: int) -> Entry | None:
        """The line numbered `seq`."""
        return next((entry for entry in self.entries if entry.seq == seq), None)

    def outcome(self, uid: str | None) -> Outcome | None:
        """The outcome with `uid`."""
        return self._outcomes_by_uid.get(uid)

    @cached_property
    def _outcomes_by_uid(self) -> dict[str | None, Outcome]:
        return {outcome.uid: outcome for outcome in self.outcomes}

    def numbered(self, number: str) -> Outcome | None:
        """The outcome numbered `number`, letters of either case."""
        return next((outcome for outcome in self.outcomes if outcome.number == number.upper()), None)

    def participant(self, name: str) -> Participant | None:
        """The participant called exactly `name`."""
        return next((person for person in self.people if person.name == name), None)

    @cached_property
    def live(self) -> tuple[Outcome, ...]:
        """The outcomes that count, in reading order: item by item, actions under their decision."""
        living = sorted((o for o in self.outcomes if o.is_live), key=lambda o: sort_number(o.number))
        places = {item.uid: item.position for item in self.agenda}
        living.sort(key=lambda o: places.get(o.item_uid or "", -1))
        children: defaultdict[str | None, list[Outcome]] = defaultdict(list)
        for outcome in living:
            children[outcome.parent_uid].append(outcome)
        ordered: list[Outcome] = []
        for outcome in living:
            if self.parent(outcome) is None:
                ordered.append(outcome)
                ordered += children[outcome.uid]
        return tuple(ordered)

    def parent(self, outcome: Outcome) -> Outcome | None:
        """The live decision of this meeting that `outcome` hangs on."""
        above = self.outcome(outcome.parent_uid)
        return above if above and above.is_live and above.uid != outcome.uid else None

    def children(self, outcome: Outcome) -> tuple[Outcome, ...]:
        """The live outcomes that hang on `outcome`."""
        return self._children.get(outcome.uid, ())

    @cached_property
    def _children(self) -> dict[str | None, tuple[Outcome, ...]]:
        found: dict[str | None, tuple[Outcome, ...]] = {}
        for outcome in self.outcomes:
            if outcome.is_live:
                found[outcome.parent_uid] = (*found.get(outcome.parent_uid, ()), outcome)
        return found

    def of_kind(self, kind: OutcomeKind) -> tuple[Outcome, ...]:
        """The live outcomes of one kind, in reading order."""
        return tuple(o for o in self.live if o.kind is kind)

    def log(self, item_uid: str | None) -> tuple[Entry, ...]:
        """The lines that belong to one agenda item (None: to none), withdrawn ones included."""
        return tuple(e for e in self.entries if e.item_uid == item_uid)

    def vote_on(self, about: Outcome | Entry) -> Vote | None:
        """The vote on a decision or a motion that stands; a decision has that on the motion it was."""
        entry = about.entry_uid if isinstance(about, Outcome) else about.uid
        outcome = about.uid if isinstance(about, Outcome) else about.outcome_uid
        on_it = (
            one
            for one in reversed(self.votes)
            if one.holds and ((outcome and one.outcome_uid == outcome) or (entry and one.entry_uid == entry))
        )
        return next(on_it, None)

    @property
    def motions(self) -> tuple[Entry, ...]:
        """The ad-hoc motions, in order (D2)."""
        return tuple(e for e in self.entries if e.kind is EntryKind.MOTION and not e.withdrawn)


_WORKED_OUT = {name for name, value in vars(MeetingRecord).items() if isinstance(value, cached_property)}
"""What is looked up again and again: all of it says something of the outcomes, and of the items."""
