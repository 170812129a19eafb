"""What is asked about people of the directory: who they are, who is the same, what brings them in (B4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_minutes.domain.directory import Details, Listed, names_in
from tui_minutes.domain.meeting import Level
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import directory
from tui_minutes.settings import typed_path
from tui_minutes.widgets.names import with_brackets
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.directory import DirectoryScreen

_FILE, _MEETINGS = "file", "meetings"


class DirectoryForms:
    """The forms and lists that `screen` shows."""

    def __init__(self, screen: DirectoryScreen) -> None:
        self._screen = screen

    def add(self, name: str, typed: Values | None = None, said: str = "") -> None:
        """Somebody new, `name` where it is known; with what was `typed` before and why that was refused."""

        def take(values: Values) -> None:
            self._screen.carry_out(
                lambda store, command: directory.add(store, command, _details(values)),
                lambda uid: self._done(uid, tr("{name} is in the directory", name=values["name"])),
                again=lambda why: self.add(name, values, why),
            )

        self._ask(tr("Somebody new"), Details(name), take, typed or {}, said)

    def change(self, one: Listed, typed: Values | None = None, said: str = "") -> None:
        """Say something else of somebody; what is refused comes back as it was `typed`."""

        def take(values: Values) -> None:
            self._screen.carry_out(
                lambda store, command: directory.change(store, command, one.uid, _details(values)),
                lambda _: self._done(one.uid, tr("Changed: {name}", name=values["name"])),
                again=lambda why: self.change(one, values, why),
            )

        self._ask(one.details.name, one.details, take, typed or {}, said)

    def _ask(
        self, title: str, known: Details, take: Callable[[Values], None], typed: Values, said: str
    ) -> None:
        levels = [Option("", tr("nobody has said")), *(Option(level, label(level)) for level in Level)]
        aliases, heads = (tr(", ").join(names) for names in (known.aliases, known.heads))
        fields = [
            Field("name", tr("Name"), known.name, required=True),
            Field("department", tr("Department"), known.department),
            Field("title", tr("Title"), known.title),
            Field("email", tr("E-mail"), known.email),
            Field("aliases", tr("Also called"), aliases, hint=tr("names, commas between")),
            Field("heads", tr("Heads"), heads, hint=tr("departments; empty: by titles")),
            Field("clearance", tr("May see up to"), known.clearance or "", levels),
        ]
        form = Ask(title, fields).filled(typed, said)
        self._screen.app.push_screen(form, lambda values: None if values is None else take(values))

    def remove(self, one: Listed) -> None:
        """Take somebody out, once that is confirmed."""

        def take(yes: bool | None) -> None:
            if yes:
                self._screen.carry_out(
                    lambda store, command: directory.remove(store, command, one.uid),
                    lambda _: self._say(tr("{name} is no longer in the directory", name=one.details.name)),
                )

        title = tr("Take out of the directory?")
        self._screen.app.push_screen(Confirm(title, [_called(one)], yes=tr("take out")), take)

    def merge(self, stays: Listed) -> None:
        """Ask who is the same as `stays`, then whether that is meant."""
        others = {one.uid: one for one in self._screen.listed() if one.uid != stays.uid}
        options = [_option(one) for one in others.values()]

        def take(uid: str | None) -> None:
            if uid is not None:
                self._confirm_merger(others[uid], stays)

        title = tr("Who is the same person as {name}?", name=stays.details.name)
        self._screen.app.push_screen(Choose(title, options, search=True), take)

    def _confirm_merger(self, gone: Listed, stays: Listed) -> None:
        lines = [
            tr("{name} stays; {other} becomes another name.", name=_called(stays), other=_called(gone)),
            tr("What either has to do is counted together; minutes keep the names of their day."),
        ]

        def take(yes: bool | None) -> None:
            if yes:
                self._screen.carry_out(
                    lambda store, command: directory.merge(store, command, gone.uid, stays.uid),
                    lambda _: self._done(
                        stays.uid, tr("{other} is {name}; u tells them apart again", other=gone.details.name,
                                      name=stays.details.name),
                    ),
                )  # fmt: skip

        self._screen.app.push_screen(Confirm(tr("One person?"), lines, yes=tr("merge")), take)

    def split(self, one: Listed) -> None:
        """Ask who of those merged is somebody else after all."""
        if not one.merged:
            self._screen.report(tr("Nobody was merged into {name}", name=one.details.name), Report.WARNING)
            return

        def take(uid: str | None) -> None:
            if uid is not None:
                self._screen.carry_out(
                    lambda store, command: directory.split(store, command, uid),
                    lambda _: self._done(uid, tr("{name} is a person of their own again", name=names[uid])),
                )

        names = dict(one.merged)
        options = [Option(uid, name) for uid, name in one.merged]
        self._screen.app.push_screen(Choose(tr("Who is somebody else after all?"), options), take)

    def take_in(self) -> None:
        """People from a file, or those who were typed in meetings."""
        options = [
            Option(_FILE, tr("From a file"), "CSV, Excel, vCard"),
            Option(_MEETINGS, tr("From the meetings so far"), tr("who was typed and is not known")),
        ]

        def take(chosen: str | None) -> None:
            if chosen == _MEETINGS:
                self._screen.host.open_people_import("")
            elif chosen == _FILE:
                self._ask_file()

        self._screen.app.push_screen(Choose(tr("Bring people in"), options), take)

    def _ask_file(self) -> None:
        def take(values: Values | None) -> None:
            if values is not None:
                self._screen.host.open_people_import(str(typed_path(values["path"])))

        fields = [Field("path", tr("Path"), hint=tr("CSV, Excel (.xlsx) or vCard (.vcf)"), required=True)]
        self._screen.app.push_screen(Ask(tr("Bring people in"), fields, does=tr("show the plan")), take)

    def _done(self, uid: str, words: str) -> None:
        self._screen.show_person(uid)
        self._say(words)

    def _say(self, words: str) -> None:
        self._screen.report(words, Report.DONE)


def _details(values: Values) -> Details:
    return Details(
        values["name"], values["department"], values["title"], values["email"], names_in(values["aliases"]),
        Level(values["clearance"]) if values["clearance"] else None, names_in(values["heads"]),
    )  # fmt: skip


def _option(one: Listed) -> Option:
    known = one.details
    also = " ".join((*known.aliases, *one.readings, known.email))
    return Option(one.uid, known.name, f"{known.department} {known.title}".strip(), also)


def _called(one: Listed) -> str:
    return with_brackets(one.details.name, one.details.department)
