"""What check-in and the people of a running meeting share: the table, its keys, names in the line (C1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.domain.capture import Context, Kind, Reading, parse
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.attendance_acts import AttendanceActs
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.line_commands import LineCommands
from tui_minutes.screens.names_typed import COMMAS
from tui_minutes.services import lines
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.people_pane import MissingView, PeoplePane


class AttendanceScreen(BaseScreen):
    """The people of a meeting and a key for each state. A subclass says what `here` means at its time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("attendance.present", "space", mark("Present")),
        bind("attendance.late", "l", mark("Late")),
        bind("attendance.absent", "b", mark("Absent")),
        bind("attendance.walk_in", "+", mark("Walk-in")),
        bind("attendance.excused", "v", mark("Excused"), show=False),
        bind("attendance.substitute", "s", mark("Substitute"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self.acts = AttendanceActs(self)
        self._commands = LineCommands(self)

    def table(self) -> Iterable[Widget]:
        """The people, and under them who is missing and why."""
        yield PeoplePane(id="people")
        yield MissingView()

    def capture_line(self) -> CaptureLine:
        """The line: names typed there are here, commands say the rest."""
        hint = tr("a name: here · /absent Kim visit · Enter: present, and next")
        return CaptureLine(self._line_context(), self._keep_line, hint=hint, reader=read_names)

    def _keep_line(self, draft: str) -> None:
        self.keep_draft(self._draft_key, draft)

    @property
    def _draft_key(self) -> str:
        return f"people.{self.meeting_uid}"

    def _line_context(self) -> Context:
        now = self.record.meeting.local(self.host.now())
        return lines.context(self.record, self.host.directory, now.date(), self.host.calendar)

    def on_mount(self) -> None:
        """The table has the focus; what was half typed is back."""
        self.bring_back(self._draft_key)
        self.pane.focus()

    def redraw(self) -> None:
        """Show everyone as the store has them."""
        self.record = self.host.store.record(self.meeting_uid)
        self.pane.show(self.record)
        self.query_one(MissingView).show(self.record)
        if self.line:
            self.line.context = self._line_context()

    @property
    def pane(self) -> PeoplePane:
        """The table."""
        return self.query_one(PeoplePane)

    @property
    def person(self) -> Participant | None:
        """Who stands under the cursor; None after saying that nobody does."""
        found = next((one for one in self.record.people if one.uid == self.pane.cursor), None)
        if found is None:
            self.report(tr("Nobody is on the list yet: + lets someone in"))
        return found

    def here(self, person: Participant) -> None:
        """What Space and Enter do for `person`."""
        self.acts.mark(person, Attendance.PRESENT)

    def action_present(self) -> None:
        """They are here."""
        if person := self.person:
            self.here(person)

    def action_late(self) -> None:
        """They have come late: now."""
        if person := self.person:
            self.acts.mark(person, Attendance.LATE)

    def action_absent(self) -> None:
        """They do not come; why is asked."""
        if person := self.person:
            self.acts.ask_why(person, Attendance.ABSENT)

    def action_excused(self) -> None:
        """They have said before that they do not come; why is asked."""
        if person := self.person:
            self.acts.ask_why(person, Attendance.EXCUSED)

    def action_substitute(self) -> None:
        """Someone else has come in their place."""
        if person := self.person:
            self.acts.ask_substitute(person)

    def action_walk_in(self) -> None:
        """Someone has come whom nobody expected."""
        self.acts.let_in()

    def on_people_pane_person_chosen(self, event: PeoplePane.PersonChosen) -> None:
        """A click on the row of the cursor marks them, as Space does."""
        event.stop()
        self.action_present()

    def action_usual(self) -> None:
        """The usual step: who is not yet marked is here, and the cursor goes to the next such."""
        person = self.person
        if person is None:
            return
        waiting = [uid for uid in self.pane.keys if uid in self.unmarked and uid != person.uid]
        if person.uid in self.unmarked:
            self.here(person)
        if waiting:
            below = [uid for uid in waiting if self.pane.keys.index(uid) > self.pane.keys.index(person.uid)]
            self.pane.cursor = (below or waiting)[0]
        else:
            self.all_marked()

    @property
    def unmarked(self) -> set[str]:
        """The uids of those nobody has marked yet."""
        return {one.uid for one in self.record.people if one.state is Attendance.UNMARKED}

    def all_marked(self) -> None:
        """Called when the usual step finds nobody else to mark."""

    def action_back(self) -> None:
        """From the line to the table; from there to where one came from."""
        if self.line and self.line.is_typing:
            self.pane.focus()
        else:
            super().action_back()

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """Names and commands take attendance; an unknown name may walk in; other lines go to the log."""
        event.stop()
        reading = event.reading
        if not reading.raw.strip():
            event.saved()
            self.action_usual()
        elif reading.kind is Kind.NOTE and not event.editing:
            self.acts.let_in(reading.text, event)
        else:
            self._commands.enter(event)

    def on_capture_line_pasted(self, event: CaptureLine.Pasted) -> None:
        """A list of names that was pasted stands in the line, to be looked at before Enter."""
        event.stop()
        event.line.take(joined(line.strip() for line in event.block.split("\n")))


def read_names(line: str, context: Context) -> Reading:
    """A line of nothing but names, the first of them known, says that they are here."""
    reading = parse(line, context)
    first = COMMAS.split(line.strip())[0]
    if reading.kind is Kind.NOTE and context.people.find(first):
        return Reading(line, Kind.COMMAND, command="in", args=line.strip())
    return reading
