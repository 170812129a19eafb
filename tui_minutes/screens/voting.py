"""Votes on motions and decisions: asked by name or by count, or typed in one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.quorum import voting
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.voting import Ballot, Choice
from tui_minutes.domain.voting_line import TypedVote, names_in, read_vote
from tui_minutes.i18n import tr
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.voting import vote_text
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.screens.vote_count import ask_count
from tui_minutes.screens.vote_dialog import BY_COUNT, WITHDRAWN, VoteDialog
from tui_minutes.services import lines, votes
from tui_minutes.store.store import Store
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.quorum import quorum_content

About = Outcome | Entry
"""What is voted on: a decision or a motion."""


class Voting(Commands):
    """Takes votes for the meeting that `screen` shows."""

    def choose(self) -> None:
        """Ask on what, latest first; where there is but one on the table, it is that."""
        found = self._open(self.record)
        if not found:
            self.refuse(tr("There is no motion or decision to vote on: type “* motion” or “+ decision”"))
        elif len(found) == 1:
            self.ask(found[0])
        else:
            options = [
                Option(one.uid, f"{_number(one)} {one.text}", _stands(self.record, one)) for one in found
            ]
            by_uid = {one.uid: one for one in found}
            self.screen.app.push_screen(
                Choose(tr("Vote on"), options), lambda uid: self.ask(by_uid[uid]) if uid else None
            )

    def ask(self, about: About, ballots: Sequence[Ballot] = (), said: str = "") -> None:
        """Ask how those present vote, `ballots` filled in; one recused is listed also outside the room."""
        record = self.record
        present = voting(record.people)
        if not present:
            self._ask_count(about)
            return
        standing = record.vote_on(about)
        title = tr("Vote on {number}", number=_number(about))
        before = ballots or (standing.ballots if standing else ())
        out = {one.name for one in before if one.choice is Choice.RECUSED} - {one.name for one in present}
        listed = (*present, *(one for one in record.people if one.name in out))
        dialog = VoteDialog(title, about.text, listed, quorum_content(record), before, said)

        def answered(answer: tuple[Ballot, ...] | str | None) -> None:
            if answer == BY_COUNT:
                self._ask_count(about)
            elif answer == WITHDRAWN:
                self.withdraw(about)
            elif isinstance(answer, tuple):
                self._by_name(about, answer)

        self.screen.app.push_screen(dialog, answered)

    def _ask_count(self, about: About) -> None:
        record = self.record
        title = tr("Vote on {number}", number=_number(about))
        ask_count(self.screen, title, record.vote_on(about), record.people, partial(self._by_count, about))

    def _by_name(self, about: About, ballots: Sequence[Ballot], typed: Typed | None = None) -> None:
        def work(store: Store, command: Command) -> None:
            votes.by_name(store, command, about.uid, ballots)

        def again(said: str) -> None:
            if typed is None:
                self.ask(about, ballots, said)

        self.screen.carry_out(work, lambda _: self._say(about), typed, again)

    def _by_count(
        self, about: About, count: Votes, recused: Sequence[str] = (), typed: Typed | None = None
    ) -> None:
        self.do(
            lambda store, command: votes.by_count(store, command, about.uid, count, recused),
            lambda: self._told(about),
            typed,
        )

    def withdraw(self, about: About, typed: Typed | None = None) -> None:
        """Take the vote back; that there was one stays on record."""
        said = tr("{number}: the vote is taken back", number=_number(about))
        self.do(lambda store, command: votes.withdraw(store, command, about.uid), lambda: said, typed)

    def _say(self, about: About) -> None:
        self.done(self._told(about))

    def _told(self, about: About) -> str:
        """What the vote came to, and what there is to look at in it."""
        vote = self.record.vote_on(about)
        if vote is None:
            return ""
        said = tr("{number}: {vote}", number=_number(about), vote=vote_text(vote))
        cautions = joined(gap_text(code) for code in vote.cautions if code != "not_carried")
        return f"{said} · {cautions}" if cautions else said

    def line(self, args: str, typed: Typed | None, read: About | None = None) -> None:
        """`/vote D-031 for … against …`, `/表决 7:1:2`; without a number it is `read`, or the latest."""
        vote = read_vote(args)
        about = (
            self._named(vote.subject) if vote.subject else read or next(iter(self._open(self.record)), None)
        )
        if about is None:
            known = tr("There is no motion or decision to vote on: type “* motion” or “+ decision”")
            missing = tr("{number}: only motions and decisions are voted on", number=vote.subject)
            self.refuse(missing if vote.subject else known, typed)
        elif vote.withdraws:
            self.withdraw(about, typed)
        elif vote.wrong:
            example = tr("“{words}”? For example /vote D-031 for Ann, Bob against Kim", words=vote.wrong)
            self.refuse(example, typed)
        elif vote.says_how:
            self._take(about, vote, typed)
        else:
            if typed:
                typed.saved()
            self.ask(about)

    def _take(self, about: About, vote: TypedVote, typed: Typed | None) -> None:
        """Carry out what was typed: names as they are on the list, and the rest of those present."""
        record = self.record
        people = lines.people(record.people, ())
        ballots = [
            Ballot(name, choice) for choice, said in vote.names.items() for name in names_in(said, people)
        ]
        if vote.count:
            self._by_count(about, vote.count, [one.name for one in ballots], typed)
            return
        if vote.rest:
            named = {one.name for one in ballots}
            rest = (one.name for one in voting(record.people) if one.name not in named)
            ballots += [Ballot(name, vote.rest) for name in rest]
        self._by_name(about, ballots, typed)

    def _named(self, subject: str) -> About | None:
        """The decision or the motion with that number."""
        record = self.record
        if subject.startswith("#"):
            entry = record.entry(int(subject[1:]))
            return entry if entry in record.motions else None
        outcome = record.numbered(subject)
        return outcome if outcome and outcome.is_live and outcome.kind is OutcomeKind.DECISION else None

    def _open(self, record: MeetingRecord) -> list[About]:
        """The motions and decisions of the item on the table, else of the meeting, latest first."""
        item = record.current_item
        passed = {vote.entry_uid for vote in record.votes if vote.outcome_uid}
        motions = [one for one in record.motions if one.uid not in passed]
        every: list[About] = [*record.of_kind(OutcomeKind.DECISION), *motions]
        here = [one for one in every if item and one.item_uid == item.uid]
        said = {entry.uid: entry.seq for entry in record.entries}
        return sorted(here or every, key=lambda one: -said.get(_line(one), 0))


def _line(about: About) -> str:
    return (about.entry_uid or "") if isinstance(about, Outcome) else about.uid


def _number(about: About) -> str:
    return about.number if isinstance(about, Outcome) else f"#{about.seq}"


def _stands(record: MeetingRecord, about: About) -> str:
    vote = record.vote_on(about)
    return vote_text(vote) if vote else ""
