"""What can be done about people: marked, excused with a reason, stood in for, let in (C1)."""

from __future__ import annotations

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.attendance_forms import ask_reason, ask_substitute, ask_walk_in
from tui_minutes.screens.dialogs.ask import Values
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.services import attendance


class AttendanceActs(Commands):
    """Acts on the people of the meeting that the screen shows, each said in the status line."""

    def mark(self, person: Participant, state: Attendance, reason: str = "") -> None:
        """Set how `person` attends."""
        self.do(
            lambda store, command: attendance.mark(store, command, person.uid, state, reason),
            lambda: tr("{name}: {state}", name=person.name, state=label(state)),
        )

    def ask_why(self, person: Participant, state: Attendance) -> None:
        """Mark them absent or excused, with a reason."""

        def take(values: Values | None) -> None:
            if values is not None:
                self.mark(person, state, values["reason"])

        self.screen.app.push_screen(ask_reason(person, state), take)

    def ask_substitute(self, person: Participant) -> None:
        """Someone else has come in their place."""

        def take(values: Values | None) -> None:
            if values is None:
                return
            name, department = values["name"], values["department"]
            self.do(
                lambda store, command: attendance.substitute(store, command, person.uid, name, department),
                lambda: tr("{name} is here for {absent}", name=name, absent=person.name),
            )

        self.screen.app.push_screen(ask_substitute(person), take)

    def let_in(self, name: str = "", typed: Typed | None = None) -> None:
        """Ask who has come, `name` filled in; what was typed comes back when nobody is let in."""

        def take(values: Values | None) -> None:
            if values is None:
                if typed:
                    typed.refused()
                return
            called, department, seat = values["name"], values["department"], values["seat"]
            self.do(
                lambda store, command: attendance.walk_in(
                    store, command, self.uid, called, department, observer=seat == "observer"
                ),
                lambda: tr("{names}: here", names=called),
                typed,
            )

        self.screen.app.push_screen(ask_walk_in(name), take)

    def come(self, person: Participant) -> None:
        """They come into the room while the meeting runs, or back."""
        self.do(
            lambda store, command: attendance.come(store, command, person.uid),
            lambda: tr("{names}: here", names=person.name),
        )

    def leave(self, person: Participant) -> None:
        """They leave the room."""
        self.do(
            lambda store, command: attendance.leave(store, command, person.uid),
            lambda: tr("{names}: gone", names=person.name),
        )

    def mark_rest(self) -> None:
        """Everyone not yet marked is present."""
        many = sum(one.state is Attendance.UNMARKED for one in self.record.people)
        self.do(
            lambda store, command: attendance.mark_all_present(store, command, self.uid),
            lambda: ntr("{n} person marked present", "{n} people marked present", many),
        )
