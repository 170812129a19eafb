"""Lines of the log by command: taking one back, correcting one, dating one back (D8)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tui_minutes.domain.capture import Kind, parse
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.services import discussion
from tui_minutes.widgets.line_draft import Earlier
from tui_minutes.widgets.status_line import Report

_TIME = re.compile(r"\s*(\d{1,2})[:：](\d{2})(?!\d)\s*(.*)", re.DOTALL)


def last_entry(record: MeetingRecord) -> Entry | None:
    """The last line that people typed and that still stands."""
    return next(
        (e for e in reversed(record.entries) if e.kind is not EntryKind.EVENT and not e.withdrawn), None
    )


def last_withdrawn(record: MeetingRecord) -> Entry | None:
    """The line that was withdrawn last."""
    gone = [(e.revisions[-1].at, -e.seq, e) for e in record.entries if e.withdrawn and e.revisions]
    return max(gone, key=lambda one: one[:2])[2] if gone else None


class LogCommands(Commands):
    """`/undo`, `/edit` and `/at`, and the keys that do the same."""

    def undo(self, number: str = "", typed: Typed | None = None) -> None:
        """Withdraw a line; the last one when no number is given."""
        entry = self._numbered(number, last_entry(self.record), typed)
        if entry:
            self.withdraw(entry, typed)

    def withdraw(self, entry: Entry, typed: Typed | None = None) -> None:
        """Take `entry` back; what it said stays on record."""
        said = tr("Line {n} withdrawn · Ctrl+Y brings it back", n=entry.seq)
        self.do(lambda store, command: discussion.withdraw(store, command, entry.uid), lambda: said, typed)

    def redo(self) -> None:
        """Bring back the line that was withdrawn last."""
        entry = last_withdrawn(self.record)
        if entry is None:
            self.screen.report(tr("No line is withdrawn"))
        else:
            self.restore(entry)

    def restore(self, entry: Entry) -> None:
        """Bring a withdrawn line back."""
        said = tr("Line {n} is back", n=entry.seq)
        self.do(lambda store, command: discussion.restore(store, command, entry.uid), lambda: said)

    def edit(self, number: str = "", typed: Typed | None = None) -> None:
        """Take a line up again to correct it; the last one when no number is given."""
        entry = self._numbered(number, last_entry(self.record), typed)
        if entry:
            if typed:
                typed.saved()
            self.take_up(entry)

    def take_up(self, entry: Entry) -> None:
        """Put `entry` as it was typed into the capture line."""
        line = self.screen.line
        if line is None or entry.kind is EntryKind.EVENT:
            self.screen.report(tr("Line {n} was written by the program", n=entry.seq), Report.REFUSED)
            return
        line.show_earlier(Earlier(entry.uid, str(entry.seq)), entry.raw)
        line.focus_field()

    def record_at(self, args: str, typed: Typed | None = None) -> None:
        """Take down a line that was said earlier: `14:05 Tom: yes`."""
        line, match = self.screen.line, _TIME.fullmatch(args)
        at = self._instant(int(match[1]), int(match[2])) if match else None
        if line is None or match is None or at is None or not match[3].strip():
            self.refuse(tr("When, and what? For example /at 14:05 Tom: agreed"), typed)
            return
        record, reading = self.record, parse(match[3], line.context)
        started = record.meeting.started_at
        if at > self.screen.host.now() or (started and at < started - timedelta(minutes=1)):
            clock = dates.clock(record.meeting.local(at))
            self.refuse(tr("{time} is not within this meeting", time=clock), typed)
        elif reading.kind is Kind.COMMAND:
            self.refuse(tr("A command cannot be dated back"), typed)
        else:
            self.screen.carry_out(
                lambda store, command: discussion.record_line(
                    store, command, record.meeting.uid, reading, at
                ),
                lambda entry: self.screen.report(
                    tr(
                        "Line {n} saved, dated {time}",
                        n=entry.seq,
                        time=dates.clock(record.meeting.local(at)),
                    ),
                    Report.DONE,
                ),
                typed,
            )

    def _instant(self, hour: int, minute: int) -> datetime | None:
        """The last instant before now at which clocks in the meeting's zone showed that time."""
        if hour > 23 or minute > 59:
            return None
        meeting, now = self.record.meeting, self.screen.host.now()
        wall = meeting.local(now).replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=None)
        at = meeting.instant(wall)
        day_before = meeting.instant(wall - timedelta(days=1))
        return day_before if at > now and meeting.started_at and day_before >= meeting.started_at else at

    def _numbered(self, number: str, otherwise: Entry | None, typed: Typed | None) -> Entry | None:
        """The line with that number, `otherwise` without one; None after saying that there is none."""
        wanted = number.strip().lstrip("#")
        if wanted:
            found = self.record.entry(int(wanted)) if wanted.isdecimal() and len(wanted) < 9 else None
        else:
            found = otherwise
        if found is None:
            words = tr("There is no line “{number}”", number=wanted) if wanted else tr("There is no line yet")
            self.refuse(words, typed)
        return found
