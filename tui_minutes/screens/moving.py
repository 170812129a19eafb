"""Making moves of outcomes from a screen: asks what a move needs, then calls the service (T1, T2, T5-T7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui_minutes.domain.command import Command
from tui_minutes.domain.moves import Given, possible, told
from tui_minutes.domain.outcomes import Act, Outcome
from tui_minutes.i18n import dates, ntr, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.looking_again import look_again
from tui_minutes.screens.move_forms import Around, MoveForm
from tui_minutes.screens.move_words import MOVE_WORDS, MoveMenu
from tui_minutes.services import moves, outcomes
from tui_minutes.widgets.changes import change_rows
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.names import joined, stands
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen
    from tui_minutes.screens.dialogs.ask import Values
    from tui_minutes.store.store import Store
    from tui_minutes.widgets.capture_line import CaptureLine

COMPLETING = (Act.REPORT, Act.ANSWER, Act.CONFIRM)
"""What `c` means, whichever is possible: done, answered, or confirmed and closed."""

_ONE_BY_ONE = (Act.ASK_BACK, Act.EXPLAIN, Act.ANSWER, Act.SPLIT, Act.SUPERSEDE)
"""Moves whose words fit one outcome only."""


class Moving:
    """The moves that `screen` lets a person make, of one outcome or of several at once.

    Every outcome is taken as it was seen: what somebody did meanwhile is shown before it is overwritten.
    `moved` is called when a move is on disk.
    """

    def __init__(self, screen: BaseScreen, moved: Callable[[], None] = lambda: None) -> None:
        self._screen = screen
        self._moved = moved
        self._looked_at: dict[str, Outcome] = {}
        self._own: set[tuple[str, int]] = set()

    def menu(self, seen: Sequence[Outcome]) -> None:
        """The moves that are possible now, each with its letter."""

        def chosen(act: str | None) -> None:
            if act is not None:
                self.move(seen, Act(act))

        self._screen.app.push_screen(MoveMenu(_called(seen), [*_possible(seen), Act.EDIT]), chosen)

    def complete(self, seen: Sequence[Outcome]) -> None:
        """The next step towards the end."""
        acts = [act for act in _possible(seen) if act in COMPLETING]
        if acts:
            self.move(seen, acts[0])
        else:
            self.menu(seen)

    def move(self, seen: Sequence[Outcome], act: Act, again: tuple[Values, str] = ({}, "")) -> None:
        """Show the form of a move and make it; a refused one comes back with what was typed (`again`)."""
        form = MoveForm(seen, act, self._around)

        def answered(values: Values | None) -> None:
            if values is None:
                return
            by, given = form.by(values), form.given(values)

            def once_more(why: str) -> None:
                look_again(self._screen, seen, lambda now: self.move(now, act, (values, why)))

            if len(seen) == 1:
                self._make(seen[0], act, by, given, once_more)
            else:
                self._confirm(
                    seen, act, form.said(values), lambda: self._make_all(seen, act, by, given, once_more)
                )

        self._screen.app.push_screen(form.ask(_called(seen)).filled(*again), answered)

    @property
    def _around(self) -> Around:
        host = self._screen.host
        today = host.now().astimezone(host.zone).date()
        by_number = host.store.outcome_by_number
        return Around(today, host.people, host.calendar, self._screen.by or host.entered_by, by_number)

    def _make(self, seen: Outcome, act: Act, by: str, given: Given, again: Callable[[str], None]) -> None:
        def work(store: Store, command: Command) -> Outcome:
            return moves.move(store, command, seen.uid, act, given, seen.version)

        def done(after: Outcome) -> None:
            self._moved()
            self.say(seen, after, act)

        self._screen.carry_out(work, done, again=again, by=by or None)

    def _confirm(
        self, seen: Sequence[Outcome], act: Act, said: Sequence[Content], go_on: Callable[[], None]
    ) -> None:
        """Name all that will be changed together, and what will be said of them."""
        lines = [*said, Content(), *(Content(f"{one.number}  {stands(one)}") for one in seen)]
        answered: Callable[[bool | None], None] = lambda yes: go_on() if yes else None  # noqa: E731
        title = tr("{which}: {move}", which=_called(seen), move=tr_late(MOVE_WORDS[act][1]))
        self._screen.app.push_screen(Confirm(title, lines, yes=tr("change them all")), answered)

    def _make_all(
        self, seen: Sequence[Outcome], act: Act, by: str, given: Given, again: Callable[[str], None]
    ) -> None:
        chosen = [(one.uid, one.version) for one in seen]

        def done(after: list[Outcome]) -> None:
            self._moved()
            names = [name for one in after for name in told(one, act)]
            self._report([ntr("{n} outcome saved", "{n} outcomes saved", len(after))], names)

        self._screen.carry_out(
            lambda store, command: moves.batch(store, command, chosen, act, given),
            done,
            again=again,
            by=by or None,
        )

    def look(self, number: str, find: Callable[[str], Outcome | None]) -> Outcome | None:
        """The outcome as it was found when the line began to speak of it, however long that is typed."""
        if number not in self._looked_at and (found := find(number)):
            self._looked_at[number] = found
        return self._looked_at.get(number)

    def line(
        self, typed: CaptureLine.Submitted, seen: Outcome, then: Callable[[Outcome], None] = lambda _: None
    ) -> None:
        """Make the move that a typed line says; refused, its text stays. `then` gets the outcome as saved."""
        screen, reading = self._screen, typed.reading
        self._looked_at.clear()

        def done(after: Outcome) -> None:
            self._own.add((after.uid, after.version))
            self.say(seen, after, screen.host.store.history(after.uid)[-1].act)
            then(after)

        def once_more(now: list[Outcome]) -> None:
            if now[0].version != seen.version:
                typed.line.restore("")
                self.line(typed, now[0], then)

        screen.carry_out(
            lambda store, command: outcomes.apply(store, command, seen.uid, reading, self._known(seen)),
            done,
            typed,
            again=lambda _: look_again(screen, [seen], once_more),
        )

    def _known(self, seen: Outcome) -> int:
        """The version seen, or that to which one's own lines have brought it since: they are no surprise."""
        version = seen.version
        while (seen.uid, version + 1) in self._own:
            version += 1
        return version

    def say(self, before: Outcome, after: Outcome, act: Act = Act.EDIT) -> None:
        """What has changed, and who is to be told of it, in the status line."""
        words = [tr("{number} saved", number=after.number)]
        if before.status is not after.status:
            words.append(f"{label(before.status)} {glyph('→')} {label(after.status)}")
        if before.due != after.due and after.due:
            words.append(tr("due {day}", day=dates.day_short(after.due)))
        self._report(words, told(after, act))

    def _report(self, words: list[str], names: Sequence[str]) -> None:
        self._looked_at.clear()  # one's own moves are no surprise
        tell = [tr("to be told: {names}", names=joined(dict.fromkeys(names)))] if names else []
        self._screen.report(f" {glyph('·')} ".join([*words, *tell]), Report.DONE)

    def undo(self, seen: Outcome) -> None:
        """Take back its last step, after it is said what that was."""
        host = self._screen.host
        last = host.store.history(seen.uid)[: seen.version][-1:]

        def answered(yes: bool | None) -> None:
            if yes:
                self._screen.carry_out(
                    lambda store, command: moves.undo(store, command, seen.uid, seen.version),
                    lambda after: self.say(seen, after, Act.UNDO),
                    again=lambda _: look_again(self._screen, [seen], lambda _: None),
                )

        title = tr("Undo the last step of {number}?", number=seen.number)
        self._screen.app.push_screen(
            Confirm(title, list(change_rows(last, host.zone)), yes=tr("undo it")), answered
        )


def _possible(seen: Sequence[Outcome]) -> list[Act]:
    """The moves that all of them can make."""
    acts = [act for act in possible(seen[0]) if all(act in possible(one) for one in seen)]
    return acts if len(seen) == 1 else [act for act in acts if act not in _ONE_BY_ONE]


def _called(seen: Sequence[Outcome]) -> str:
    return seen[0].number if len(seen) == 1 else ntr("{n} outcome", "{n} outcomes", len(seen))
