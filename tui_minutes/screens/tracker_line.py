"""The line of the tracker: it updates the outcome it names, or the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_minutes.domain.capture import Context, Kind, Reading, parse, parse_as
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.services import outcomes
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.ledger_line import Showing
from tui_minutes.widgets.names import stands
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.tracker_view import TrackerView


class Standings(Mapping[str, str]):
    """How each outcome stands, by number, said when it is asked for: a ledger is long."""

    def __init__(self, rows: Sequence[LedgerRow], showing: Showing) -> None:
        self._rows = {row.outcome.number: row for row in rows if not showing.hides(row)}

    def __getitem__(self, number: str) -> str:
        """Its status, and what the line of the meeting says of it."""
        outcome = self._rows[number].outcome
        return f"{label(outcome.status)} · {stands(outcome)}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class TrackerLine:
    """Reads and enters the lines typed in the tracker."""

    def __init__(self, screen: TrackerView) -> None:
        self._screen = screen

    @property
    def context(self) -> Context:
        """Everybody known; days count from today."""
        host = self._screen.host
        return Context(self._screen.today, host.people, host.calendar, last_number=self._under_cursor)

    @property
    def _under_cursor(self) -> str | None:
        found = self._screen.query(CaptureLine)
        row = self._screen.selected if found else None
        return row.outcome.number if row else None

    def read(self, raw: str, context: Context) -> Reading:
        """An update of the outcome named first, else of the one under the cursor."""
        reading = parse(raw, context)
        if reading.kind in (Kind.UPDATE, Kind.COMMAND) or context.last_number is None:
            return reading
        return replace(parse_as(raw, Kind.UPDATE, context), number=context.last_number)

    def enter(self, typed: CaptureLine.Submitted) -> None:
        """Save the update; what is none is said in words, and the text stays."""
        screen, reading = self._screen, typed.reading
        if not typed.raw.strip():
            typed.saved()
            screen.table.focus()
            return
        if reading.kind is Kind.COMMAND:
            self._command(typed, reading)
            return
        found = screen.host.store.outcome_by_number(reading.number or "")
        if found is None:
            typed.refused()
            screen.report(tr("Which outcome? Begin with its number: A-057 …"), Report.REFUSED)
            return
        seen: Outcome = found
        screen.carry_out(
            lambda store, command: outcomes.apply(store, command, seen.uid, reading, seen.version),
            lambda after: screen.acts.say(seen, after),
            typed,
        )

    def _command(self, typed: CaptureLine.Submitted, reading: Reading) -> None:
        if reading.command == "help":
            typed.saved()
            self._screen.host.action_help()  # type: ignore[attr-defined]  # the program has it
            return
        typed.refused()
        self._screen.report(tr("/{command} has no meaning here", command=reading.command), Report.REFUSED)
