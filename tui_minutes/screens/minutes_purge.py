"""Purging a meeting from its minutes: who and why, then what goes and what stays, then it is gone (E5)."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.purging import Rewritten, Toll
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.i18n.purging import backups_text, leaves, takes
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.purging_aside import clean_files
from tui_minutes.services import purging
from tui_minutes.store.store import Store
from tui_minutes.widgets.status_line import Report


class Purging:
    """What `screen` asks before `meeting` is purged."""

    def __init__(self, screen: BaseScreen, meeting: Meeting) -> None:
        self._screen = screen
        self._meeting = meeting

    def ask(self) -> None:
        """Who purges and why; one that was cut short is gone on with at once."""
        if purging.is_unfinished(self._screen.host.store, self._meeting.uid):
            self._purge("", "")
            return
        fields = [
            Field("name", tr("Purged by"), self._screen.host.entered_by, required=True),
            Field("reason", tr("Reason"), required=True, hint=tr("why; it stays on record")),
        ]

        def take(values: Values | None) -> None:
            if values is not None:
                self._confirm(values["name"], values["reason"])

        title = tr("Purge {number}: its words go from every file", number=self._meeting.number)
        self._screen.app.push_screen(Ask(title, fields, does=tr("go on")), take)

    def _confirm(self, name: str, reason: str) -> None:
        try:
            toll = purging.survey(self._screen.host.store, self._meeting.uid)
        except Refused as refused:
            self._screen.report(refusal_text(refused), Report.REFUSED)
            return
        title = tr("Purge {number} for good?", number=self._meeting.number)
        self._screen.app.push_screen(
            Confirm(title, _lines(toll), yes=tr("purge")),
            lambda yes: self._purge(name, reason) if yes else None,
        )

    def _purge(self, name: str, reason: str) -> None:
        if self._screen.host.store.is_large:
            self._begin(name, reason)
        else:
            self._all_at_once(name, reason)

    def _begin(self, name: str, reason: str) -> None:
        """The words go from the record now, from the files while people go on."""
        number = self._meeting.number

        def work(store: Store, command: Command) -> None:
            purging.begin(store, replace(command, by=name or command.by), self._meeting.uid, reason)

        self._screen.carry_out(work, lambda _: clean_files(self._screen, number, self._cleaned))

    def _cleaned(self, finished: bool, words: str) -> None:
        said = " · ".join(words.splitlines())
        self._screen.host.notify(said, severity="information" if finished else "error")

    def _all_at_once(self, name: str, reason: str) -> None:
        folders = self._screen.host.folders

        def work(store: Store, command: Command) -> Rewritten:
            by = name or command.by
            return purging.purge(store, replace(command, by=by), self._meeting.uid, reason, folders)

        self._screen.carry_out(work, self._done)

    def _done(self, done: Rewritten) -> None:
        said = [tr("{number} is purged", number=self._meeting.number), *backups_text(done)]
        self._screen.redraw()
        self._screen.report(" · ".join(said), Report.DONE)


def _lines(toll: Toll) -> list[Content]:
    """What goes, then (marked) what stays."""
    left = [Content.styled(line, "$warning") for line in leaves(toll)]
    heading = [Content(), Content.styled(tr("What stays"), "bold")] if left else []
    return [*map(Content, takes(toll)), *heading, *left]
