"""The line of a standup: what is new, what becomes of the outcome it names or of the one at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_minutes.domain.capture import Context, Kind, Reading, parse, parse_as
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.i18n import ntr, tr
from tui_minutes.screens.paste import Paste
from tui_minutes.services import discussion
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.standup import StandupScreen

_NEW = (Kind.DECISION, Kind.ACTION, Kind.QUESTION)
_OWNED = (Kind.ACTION, Kind.QUESTION)


class StandupLine:
    """Reads and enters the lines typed in a standup."""

    def __init__(self, screen: StandupScreen) -> None:
        self._screen = screen

    @property
    def context(self) -> Context:
        """Everybody known; days count from today."""
        host, row = self._screen.host, self._screen.selected
        number = row.outcome.number if row else None
        return Context(self._screen.today, host.people, host.calendar, last_number=number)

    def read(self, raw: str, context: Context) -> Reading:
        """A new action or question is the person's who is shown; words and fields alone update an outcome.

        What begins with `note:` or a speaker is said to nothing in particular, and kept as such.
        """
        reading = parse(raw, context)
        if reading.kind in _NEW and reading.text:
            return self._owned(reading)
        bare = reading.kind in _NEW or (reading.kind is Kind.NOTE and reading.text == raw.strip())
        if bare and context.last_number is not None:
            reading = replace(parse_as(raw, Kind.UPDATE, context), number=context.last_number)
        if reading.kind is Kind.UPDATE:
            self._seen(reading.number or "")
        return reading

    def _seen(self, number: str) -> Outcome | None:
        """The outcome as the person saw it when the line began to speak of it."""
        return self._screen.moving.look(number, self._screen.seen)

    def _owned(self, reading: Reading) -> Reading:
        person = self._screen.person
        if reading.kind not in _OWNED or reading.owners or not person:
            return reading
        cautions = tuple(one for one in reading.cautions if one.code != "no_owner")
        return replace(reading, owners=(person,), cautions=cautions)

    def enter(self, typed: CaptureLine.Submitted) -> None:
        """Save the line; an empty one goes on to the next person. A refused one stays."""
        reading = typed.reading
        if not typed.raw.strip():
            typed.saved()
            self._screen.action_next_round()
        elif reading.kind is Kind.COMMAND:
            self._command(typed, reading)
        elif reading.kind is Kind.UPDATE:
            self._update(typed, reading)
        else:
            uid = self._screen.meeting_uid
            self._screen.carry_out(
                lambda store, command: discussion.record_line(store, command, uid, reading),
                self._say,
                typed,
            )

    def paste(self, block: str) -> None:
        """Show what the lines of `block` will be; all of them are taken down, or none."""
        screen, store, uid = self._screen, self._screen.host.store, self._screen.meeting_uid

        def take(readings: Sequence[Reading] | None) -> None:
            if readings:
                owned = [self._owned(one) for one in readings]
                screen.carry_out(
                    lambda store, command: discussion.record_lines(store, command, uid, owned),
                    lambda made: screen.report(
                        ntr("{n} line saved", "{n} lines saved", len(made)), Report.DONE
                    ),
                )

        dialog = Paste(block, self.context, lambda number: store.outcome_by_number(number) is not None)
        screen.app.push_screen(dialog, take)

    def _update(self, typed: CaptureLine.Submitted, reading: Reading) -> None:
        screen = self._screen
        seen = self._seen(reading.number or "")
        if seen is None:
            typed.refused()
            screen.report(tr("There is no outcome {number}", number=reading.number), Report.REFUSED)
            return
        screen.moving.line(typed, seen)

    def _say(self, entry: Entry) -> None:
        screen = self._screen
        outcome = screen.host.store.outcome(entry.outcome_uid) if entry.outcome_uid else None
        if outcome is None:
            screen.report(tr("Noted"), Report.DONE)
            return
        screen.list.cursor = outcome.uid
        screen.report(tr("{number} saved", number=outcome.number), Report.DONE)

    def _command(self, typed: CaptureLine.Submitted, reading: Reading) -> None:
        screen = self._screen
        match reading.command:
            case "next":
                screen.action_next_round()
            case "back":
                screen.action_previous_round()
            case "item":
                self._open(reading.args)
            case "help":
                screen.call_later(screen.app.run_action, "help")
            case _:
                typed.refused()
                words = tr("/{command} has no meaning here", command=reading.command)
                screen.report(words, Report.REFUSED)
                return
        typed.saved()

    def _open(self, number: str) -> None:
        """Go to the round with that number."""
        agenda = self._screen.record.agenda
        item = next((one for one in agenda if str(one.position) == number.strip()), None)
        if item:
            self._screen.action_open_round(item.uid)
        else:
            self._screen.report(tr("There is no item “{number}”", number=number), Report.REFUSED)
