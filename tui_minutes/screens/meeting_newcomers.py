"""Owners whom nobody knows yet: kept as typed, and made known by one choice (rule 3)."""

from __future__ import annotations

from collections.abc import Iterable

from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.line_commands_base import Commands
from tui_minutes.services import attendance
from tui_minutes.store.directory import KnownPerson


def unknown_names(
    record: MeetingRecord, directory: Iterable[KnownPerson], outcome: Outcome
) -> tuple[str, ...]:
    """The owners of `outcome` who are neither in the meeting, nor in the directory, nor a department."""
    known = {name for person in record.people for name in (person.name, person.department)}
    known |= {name for person in directory for name in (person.name, person.department)}
    return tuple(name for name in outcome.owners if name not in known)


class Newcomers(Commands):
    """Makes people known who were named in a line."""

    def ask(self, name: str) -> None:
        """Ask who `name` is, and put the person on the list accordingly."""
        options = [
            Option("here", tr("{name} is here, though not expected", name=name)),
            Option("away", tr("{name} is not here: keep the name for the minutes", name=name)),
        ]

        def take(answer: str | None) -> None:
            if answer == "here":
                self._let_in(name)
            elif answer == "away":
                self._invite(name)

        self.screen.app.push_screen(Choose(tr("Who is {name}?", name=name), options), take)

    def _let_in(self, name: str) -> None:
        said = tr("{name} is known now, and here", name=name)
        self.do(lambda store, command: attendance.walk_in(store, command, self.uid, name), lambda: said)

    def _invite(self, name: str) -> None:
        """On the list, and absent: whoever reads the minutes sees that they were not told in the room."""
        said = tr("{name} is known now, and absent", name=name)

        self.do(lambda store, command: attendance.note_absent(store, command, self.uid, name), lambda: said)
