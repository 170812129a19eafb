"""The line of a review: a measure becomes an action of the review meeting (T10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_minutes.domain.capture import Context, Kind, Reading, parse, parse_as
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.i18n import tr
from tui_minutes.screens.moving import Moving
from tui_minutes.services import review_meetings
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.review import ReviewScreen

_KEPT = (Kind.ACTION, Kind.DECISION, Kind.QUESTION, Kind.UPDATE, Kind.COMMAND)


def read_measure(raw: str, context: Context) -> Reading:
    """Words without a mark of their own are an action."""
    reading = parse(raw, context)
    return reading if reading.kind in _KEPT else parse_as(raw, Kind.ACTION, context)


class ReviewLine:
    """Enters the lines typed in the review."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._moving = Moving(screen)

    @property
    def context(self) -> Context:
        """Everybody known; days count from today."""
        host = self._screen.host
        return Context(self._screen.today, host.people, host.calendar)

    def enter(self, typed: CaptureLine.Submitted) -> None:
        """Take the measure down, or move the outcome that is named; what is neither is said in words."""
        screen, reading = self._screen, typed.reading
        if not typed.raw.strip():
            typed.saved()
            screen.focus_page()
        elif reading.kind is Kind.COMMAND:
            self._command(typed, reading)
        elif reading.kind is Kind.UPDATE:
            self._update(typed, reading)
        else:
            period, zone = screen.period, screen.host.zone.key
            screen.carry_out(
                lambda store, command: review_meetings.measure(store, command, period, zone, reading),
                self._added,
                typed,
            )

    def _update(self, typed: CaptureLine.Submitted, reading: Reading) -> None:
        screen = self._screen
        seen = screen.seen(reading.number or "")
        if seen is None:
            typed.refused()
            screen.report(tr("There is no outcome {number}", number=reading.number), Report.REFUSED)
            return
        self._moving.line(typed, seen, lambda after: screen.select(after.uid))

    def _added(self, one: Outcome) -> None:
        words = tr("{number} is added: {text}", number=one.number, text=one.text)
        self._screen.report(words, Report.DONE)
        self._screen.select(one.uid)

    def _command(self, typed: CaptureLine.Submitted, reading: Reading) -> None:
        if reading.command == "help":
            typed.saved()
            self._screen.app.action_help()  # type: ignore[attr-defined]  # the program has it
            return
        typed.refused()
        self._screen.report(tr("/{command} has no meaning here", command=reading.command), Report.REFUSED)
