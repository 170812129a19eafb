"""People by command: who comes, leaves, is absent (C1)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.command import Command
from tui_minutes.domain.people import People
from tui_minutes.domain.regex import regex
from tui_minutes.i18n import tr
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.services import attendance, lines
from tui_minutes.store.store import Store
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.status_line import Report

_COMMAS = regex(r"\s*[,，、;；]\s*")
_NAME = regex(r"\s*([^/（(]+?)\s*(?:[/（(]\s*([^）)]*?)\s*[）)]?\s*)?")
"""`Tom`, `何平/财务部`, `何平（财务部）`."""


class PeopleCommands(Commands):
    """`/in`, `/left` and `/absent`."""

    def come(self, names: str, typed: Typed | None = None) -> None:
        """Those named come in, or back; somebody nobody expected comes in as a walk-in."""
        self._one_by_one(names, self._come, lambda names: tr("{names}: here", names=names), typed)

    def leave(self, names: str, typed: Typed | None = None) -> None:
        """Those named leave the room."""
        self._one_by_one(names, self._leave, lambda names: tr("{names}: gone", names=names), typed)

    def absent(self, who: str, typed: Typed | None = None) -> None:
        """Somebody does not come: the name first, then the reason."""
        end = self._people.known_at(who, 0) or len(who.split(" ", 1)[0])
        uid = self._there(who[:end].strip(), typed)
        if uid:
            reason = who[end:].strip(" ,，:：")
            said = tr("{name}: absent", name=self._full(who[:end].strip()))
            self.do(
                lambda store, command: attendance.mark(store, command, uid, Attendance.ABSENT, reason),
                lambda: said,
                typed,
            )

    @property
    def _people(self) -> People:
        """The participants, to be found by any form of their names."""
        return lines.people(self.record.people, ())

    def _one_by_one(
        self,
        names: str,
        work_for: Callable[[str, Typed | None], Callable[[Store, Command], object] | None],
        said: Callable[[str], str],
        typed: Typed | None,
    ) -> None:
        """Do it for each of those named; at the first that is refused the line comes back."""
        wanted = [name for name in _COMMAS.split(names.strip()) if name]
        if not wanted:
            self.refuse(tr("Who? For example /in Tom"), typed)

        def step(nth: int) -> None:
            if nth == len(wanted):
                self.screen.report(said(joined(map(self._full, wanted))), Report.DONE)
            elif work := work_for(wanted[nth], typed):
                self.screen.carry_out(work, lambda _: step(nth + 1), typed)

        if wanted:
            step(0)

    def _full(self, named: str) -> str:
        """The name on the list, so that everybody sees who was taken for whom."""
        found = self._people.find(named)
        return found[0].name if len(found) == 1 else named

    def _come(self, named: str, typed: Typed | None) -> Callable[[Store, Command], object] | None:
        match = _NAME.fullmatch(named)
        name, department = (match[1], match[2] or "") if match else (named, "")
        found = self._people.find(name)
        if len(found) > 1:
            self._several(name, [one.name for one in found], typed)
            return None
        if found:
            return partial(_with_uid, attendance.come, found[0].uid)
        meeting = self.uid
        return lambda store, command: attendance.walk_in(store, command, meeting, name, department)

    def _leave(self, named: str, typed: Typed | None) -> Callable[[Store, Command], object] | None:
        uid = self._there(named, typed)
        return partial(_with_uid, attendance.leave, uid) if uid else None

    def _there(self, name: str, typed: Typed | None) -> str | None:
        """The participant who is meant; None after saying why that is not clear."""
        found = self._people.find(name)
        if len(found) == 1:
            return found[0].uid
        if found:
            self._several(name, [one.name for one in found], typed)
        else:
            self.refuse(tr("“{name}” is not on the list of this meeting", name=name), typed)
        return None

    def _several(self, name: str, names: list[str], typed: Typed | None) -> None:
        self.refuse(tr("“{name}” fits {names}: type more of the name", name=name, names=joined(names)), typed)


def _with_uid(
    service: Callable[[Store, Command, str], object], uid: str, store: Store, command: Command
) -> object:
    return service(store, command, uid)
