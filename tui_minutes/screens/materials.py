"""What there is to read for a meeting: files and links, listed, added, changed, taken off (B7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.services import materials
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen

_ADD, _CHANGE, _REMOVE = "add", "change", "remove"


class Materials:
    """What `screen` asks about the materials of a meeting; `title` is what they are called there."""

    def __init__(self, screen: BaseScreen, meeting_uid: str, title: str) -> None:
        self._screen = screen
        self._uid = meeting_uid
        self._title = title

    def ask(self) -> None:
        """All of them, and a row that adds one; what is confidential is listed once it is revealed."""
        host = self._screen.host
        own = host.store.record(self._uid).meeting.level
        listed = {
            one.uid: one
            for one in host.store.going_out(self._uid).materials
            if host.revealed or not is_hidden(highest(own, one.level or own))
        }
        options = [
            Option(_ADD, tr("Add a file or a link")),
            *(Option(one.uid, one.title, _note(one)) for one in listed.values()),
        ]

        def take(chosen: str | None) -> None:
            if chosen == _ADD:
                self._add(self._form(tr("Something to read"), Material("", "")))
            elif chosen is not None:
                self._ask_what(listed[chosen])

        self._screen.app.push_screen(Choose(self._title, options), take)

    def _ask_what(self, one: Material) -> None:
        """Change it, or take it off."""
        options = [Option(_CHANGE, tr("Change")), Option(_REMOVE, tr("Take off"), tr("the file stays"))]

        def take(what: str | None) -> None:
            if what == _CHANGE:
                self._change(one, self._form(one.title, one))
            elif what == _REMOVE:
                self._screen.carry_out(
                    lambda store, command: materials.remove(store, command, one.uid),
                    lambda _: self._done(tr("“{title}” is off the list", title=one.title)),
                )

        self._screen.app.push_screen(Choose(one.title, options), take)

    def _form(self, title: str, one: Material) -> Ask:
        levels = [Option("", tr("as the meeting")), *(Option(level, label(level)) for level in Level)]
        fields = [
            Field("title", tr("Document title"), one.title, required=True),
            Field("place", tr("Path or link"), one.place, note=_missing),
            Field("note", tr("Remark"), one.note, hint=tr("what to look at")),
            Field("level", tr("Level"), one.level or "", levels),
        ]
        return Ask(title, fields)

    def _add(self, form: Ask) -> None:
        def take(values: Values | None) -> None:
            if values is not None:
                found = _material(values)
                self._screen.carry_out(
                    lambda store, command: materials.add(store, command, self._uid, found),
                    lambda _: self._said(found),
                )

        self._screen.app.push_screen(form, take)

    def _change(self, one: Material, form: Ask) -> None:
        def take(values: Values | None) -> None:
            if values is not None:
                found = _material(values)
                self._screen.carry_out(
                    lambda store, command: materials.change(store, command, one.uid, found),
                    lambda _: self._said(found),
                )

        self._screen.app.push_screen(form, take)

    def _said(self, one: Material) -> None:
        """That it is on the list, and whether its file is where it should be."""
        if missing := _missing(one.place):
            self._screen.report(tr("{name}: {value}", name=one.title, value=missing), Report.WARNING)
        else:
            self._done(tr("“{title}” is on the list", title=one.title))

    def _done(self, words: str) -> None:
        self._screen.report(words, Report.DONE)


def _material(values: Values) -> Material:
    level = Level(values["level"]) if values["level"] else None
    return Material("", values["title"], values["place"], values["note"], level)


def _missing(place: str) -> str:
    return tr("there is no such file here") if materials.is_missing(place.strip()) else ""


def _note(one: Material) -> str:
    """Where it is, or that it is not there; its level."""
    where = _missing(one.place) or one.place
    return f"{where} {label(one.level)}".strip() if one.level else where
