"""Lines of the log by command: taking one back, bringing it back, taking one up to correct it (D8)."""

from __future__ import annotations

from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.screens.line_commands_wording import as_typed
from tui_minutes.services import discussion
from tui_minutes.widgets.line_draft import Earlier
from tui_minutes.widgets.status_line import Report


def typed_by_people(entry: Entry) -> bool:
    """Whether people typed this line, and it still stands."""
    return entry.kind is not EntryKind.EVENT and not entry.withdrawn


def last_entry(record: MeetingRecord) -> Entry | None:
    """The last line that people typed and that still stands."""
    return next((entry for entry in reversed(record.entries) if typed_by_people(entry)), None)


def last_withdrawn(record: MeetingRecord) -> Entry | None:
    """The line that was withdrawn last."""
    gone = [(e.revisions[-1].at, -e.seq, e) for e in record.entries if e.withdrawn and e.revisions]
    return max(gone, key=lambda one: one[:2])[2] if gone else None


class LogCommands(Commands):
    """`/undo` and `/edit`, and the keys that do the same."""

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
        line.show_earlier(Earlier(entry.uid, str(entry.seq)), as_typed(self.record, entry, line.context))
        line.focus_field()

    def earlier(self, step: int, editing: Earlier | None) -> None:
        """Take up the line `step` from the one that is edited; after the last, the half-typed one."""
        typed = [entry for entry in self.record.entries if typed_by_people(entry)]
        uids = [entry.uid for entry in typed]
        place = uids.index(editing.uid) if editing and editing.uid in uids else len(uids)
        if 0 <= place + step < len(typed):
            self.take_up(typed[place + step])
        elif place + step >= len(typed) and editing and self.screen.line:
            self.screen.line.action_leave_earlier()

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
