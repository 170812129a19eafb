"""Taking a line down: as it is said, dated back, or in place of an earlier one (D3, D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from tui_minutes.domain.capture import Kind, Reading, parse
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import Entry, EntryKind, MotionResult
from tui_minutes.domain.readback import vote_gaps
from tui_minutes.domain.regex import regex
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.screens.line_commands_log import last_entry
from tui_minutes.screens.line_commands_wording import as_typed
from tui_minutes.services import discussion
from tui_minutes.store.store import Store
from tui_minutes.widgets.changes import change_lines

_TIME = regex(r"\s*(\d{1,2})[:：](\d{2})(?!\d)\s*(.*)", re.DOTALL)


class LineRecorder(Commands):
    """What is typed goes into the log; what it became is said with its number."""

    def record_line(self, typed: Typed) -> None:
        """Take down a line that was said just now."""

        def take_down(store: Store, command: Command) -> tuple[Entry, Reading]:
            reading = typed.reading
            return discussion.record_line(store, command, self.uid, reading), reading

        self.screen.carry_out(take_down, lambda made: self.echo(*made), typed)

    def record_at(self, args: str, typed: Typed | None = None) -> None:
        """Take down a line that was said earlier: `14:05 Tom: yes`."""
        match, line = _TIME.fullmatch(args), self.screen.line
        at = self._instant(int(match[1]), int(match[2])) if match else None
        if not (line and match and at and match[3].strip()):
            self.refuse(tr("When, and what? For example /at 14:05 Tom: agreed"), typed)
            return
        reading, meeting = parse(match[3], line.context), self.record.meeting
        time = dates.clock(meeting.local(at))
        before = meeting.started_at and at < meeting.started_at - timedelta(minutes=1)
        if before or at > self.screen.host.now():
            self.refuse(tr("{time} is not within this meeting", time=time), typed)
        elif reading.kind is Kind.COMMAND:
            self.refuse(tr("A command cannot be dated back"), typed)
        else:
            self.screen.carry_out(
                lambda store, command: discussion.record_line(store, command, meeting.uid, reading, at),
                lambda entry: self.done(tr("Line {n} saved, dated {time}", n=entry.seq, time=time)),
                typed,
            )

    def _instant(self, hour: int, minute: int) -> datetime | None:
        """The last instant before now at which clocks in the meeting's zone showed that time."""
        if hour > 23 or minute > 59:
            return None
        meeting, now = self.record.meeting, self.screen.host.now()
        wall = meeting.local(now).replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=None)
        at, day_before = meeting.instant(wall), meeting.instant(wall - timedelta(days=1))
        past_midnight = at > now and meeting.started_at and day_before >= meeting.started_at
        return day_before if past_midnight else at

    def correct(self, typed: Typed, uid: str) -> None:
        """Put what was typed in place of the line `uid`; what it said before stays on record."""
        entry, record = self.screen.host.store.entry(uid), self.record
        reading = parse(typed.raw, typed.line.context)
        if reading.kind is Kind.COMMAND:
            self.refuse(tr("A line cannot become a command"), typed)
        elif entry.kind not in (EntryKind.UPDATE, EntryKind.CONTINUATION):
            before = parse(as_typed(record, entry, typed.line.context), typed.line.context)
            said = tr("Line {n} corrected", n=entry.seq)
            self.do(
                lambda store, command: discussion.edit(store, command, uid, reading, before),
                lambda: said,
                typed,
            )
        elif entry.kind is EntryKind.UPDATE or last_entry(record) == entry:
            self.screen.carry_out(
                lambda store, command: discussion.say_anew(store, command, uid, reading),
                lambda entry: self.echo(entry, reading),
                typed,
            )
        else:
            self.refuse(tr("Line {n} adds to an earlier one: correct that one", n=entry.seq), typed)

    def echo(self, entry: Entry, reading: Reading | None = None) -> None:
        """Say the number of the line, and of the outcome it made, or what it changed in one."""
        record = self.record
        outcome = record.outcome(entry.outcome_uid)
        if outcome:
            said = tr("Line {n} saved as {number}", n=entry.seq, number=outcome.number)
        elif reading and reading.number and entry.kind is EntryKind.UPDATE:
            said = tr("Line {n} saved: {changes}", n=entry.seq, changes=self._changed(reading.number))
        else:
            said = tr("Line {n} saved", n=entry.seq)
        lacking = [gap_text(code) for code in vote_gaps(record, outcome or entry)]
        self.done(" · ".join([said, *lacking, *_one_key_more(entry, reading)]))

    def _changed(self, number: str) -> str:
        """What has just changed in the outcome of that number, from what to what."""
        outcome = self.screen.host.store.outcome_by_number(number)
        history = self.screen.host.store.history(outcome.uid) if outcome else ()
        steps = [line.plain for line in change_lines(history[-1])][1:] if history else []
        return " · ".join([outcome.number if outcome else number, *steps])


def _one_key_more(entry: Entry, reading: Reading | None) -> Iterator[str]:
    """What the key of the last line would make of it, where that is wanted most (rules 3, 4 and 11)."""
    unknown = [one.words[0] for one in reading.cautions if one.code == "unknown_person"] if reading else []
    if unknown:
        yield tr("F12 makes {name} known", name=unknown[0])
    elif entry.kind is EntryKind.MOTION and entry.result is MotionResult.PASSED:
        yield tr("F12 makes it a decision")
