"""What to try on each screen while the sample meeting is played: one line in the status line."""

from __future__ import annotations

from tui_minutes.i18n import mark, tr_late

_LINES = {
    "HomeScreen": mark("Enter opens the meeting that begins next; t shows the ledger; s ends the sample"),
    "PrepareScreen": mark("All is planned. Enter edits a line, Tab goes to the next list, F9 to check-in"),
    "CheckInScreen": mark("Space marks one present, A everyone; F9 starts the meeting"),
    "MeetingScreen": mark("Try: Tom: few errors   + go on Monday p1   - tell Support @Ana by fri -> mail"),
    "ReadbackScreen": mark("y agrees and goes on, o takes an objection, e mends what is missing"),
    "MinutesScreen": mark("p approves, Ctrl+E writes the minutes to a file, v checks the seals"),
    "TrackerScreen": mark("Try: A-001 delayed because tests are missing remedy: two testers by +3d"),
    "ReviewScreen": mark("h and l change the month; a measure typed here becomes an action of the review"),
}


def guidance(screen: object) -> str:
    """What to try on `screen`, in the spoken language; "" where nothing is to be said."""
    line = _LINES.get(type(screen).__name__, "")
    return tr_late(line) if line else ""
