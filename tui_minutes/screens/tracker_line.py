"""The line of the tracker: it moves the outcome it names, or the one under the cursor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_minutes.domain.capture import Context, Kind, Reading, parse, parse_as
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.names import stands
from tui_minutes.widgets.showing import Showing
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.tracker_view import TrackerView
    from tui_minutes.store.store import Store


class Standings:
    """How outcomes stand, by number: looked up once, when the line first names one."""

    def __init__(self, store: Store, showing: Showing) -> None:
        self._store = store
        self._showing = showing
        self._known: dict[str, str] = {}

    def __call__(self, number: str) -> str:
        """Its status, and what the line of the meeting says of it; "" for one that is hidden or not there."""
        if number not in self._known:
            row = self._store.row(number)
            hidden = row is None or self._showing.hides(row)
            self._known[number] = "" if row is None or hidden else _standing(row.outcome)
        return self._known[number]


def _standing(outcome: Outcome) -> str:
    return f"{label(outcome.status)} {glyph('·')} {stands(outcome)}"


def _which(number: str) -> str:
    """What to say of a line that is about no outcome, or about one that is not there."""
    if number:
        return refusal_text(Refused("no_such_outcome", number=number))
    return tr("Which outcome? Begin with its number: A-057 …")


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
        if reading.kind not in (Kind.UPDATE, Kind.COMMAND) and context.last_number is not None:
            reading = replace(parse_as(raw, Kind.UPDATE, context), number=context.last_number)
        self._seen(reading.number or "")
        return reading

    def enter(self, typed: CaptureLine.Submitted) -> None:
        """Make the move that the line says; what is none is said in words, and the text stays."""
        screen, reading = self._screen, typed.reading
        if not typed.raw.strip():
            typed.saved()
            screen.table.focus()
            return
        if reading.kind is Kind.COMMAND:
            self._command(typed, reading)
            return
        seen = self._seen(reading.number or "")
        if seen is None:
            typed.refused()
            screen.report(_which(reading.number or ""), Report.REFUSED)
            return
        screen.moving.line(typed, seen)

    def _seen(self, number: str) -> Outcome | None:
        """The outcome as the person saw it when the line began to speak of it."""
        return self._screen.moving.look(number, self._find)

    def _find(self, number: str) -> Outcome | None:
        """That of the row under the cursor, else as it stands now."""
        row = self._screen.selected
        if row is not None and row.outcome.number == number.upper():
            return row.outcome
        return self._screen.host.store.outcome_by_number(number)

    def _command(self, typed: CaptureLine.Submitted, reading: Reading) -> None:
        if reading.command == "help":
            typed.saved()
            self._screen.host.action_help()  # type: ignore[attr-defined]  # the program has it
            return
        typed.refused()
        self._screen.report(tr("/{command} has no meaning here", command=reading.command), Report.REFUSED)
