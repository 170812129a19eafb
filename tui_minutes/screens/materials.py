"""What there is to read for a meeting, and its raw records: opened, added, changed, taken off (B7)."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import highest, is_hidden
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.dialogs.ask import Values
from tui_minutes.screens.material_form import MaterialForm
from tui_minutes.screens.material_list import MaterialAct, MaterialList, missing_text
from tui_minutes.services import lines, materials, opener
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen


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
        acts = {
            MaterialAct.OPEN: self._open,
            MaterialAct.CHANGE: self._change,
            MaterialAct.REMOVE: self._remove,
        }

        def take(chosen: tuple[MaterialAct, str] | None) -> None:
            if chosen is None:
                return
            act, uid = chosen
            if act is MaterialAct.ADD:
                self._add()
            else:
                acts[act](listed[uid])

        self._screen.app.push_screen(MaterialList(self._title, list(listed.values())), take)

    def _open(self, one: Material) -> None:
        """With the program that the system has for it; what cannot be opened is said."""
        if not one.place:
            self._screen.report(tr("“{title}” has no path and no link", title=one.title), Report.WARNING)
        elif missing := missing_text(one.place):
            said = tr("{name}: {value}", name=missing, value=one.place)
            self._screen.report(said, Report.REFUSED)
        else:
            self._screen.host.run_worker(partial(self._open_aside, one), thread=True)

    def _open_aside(self, one: Material) -> None:
        """Not every opener is quick; where none is, the place can be taken elsewhere."""
        host = self._screen.host
        try:
            opener.open_place(one.place, os.environ)
        except Refused as refused:
            host.call_from_thread(self._hand_out, one, refusal_text(refused))
        else:
            host.call_from_thread(self._done, tr("Opened: {title}", title=one.title))

    def _hand_out(self, one: Material, why: str) -> None:
        self._screen.host.copy_to_clipboard(one.place)
        self._screen.report(tr("{why}; copied: {place}", why=why, place=one.place), Report.WARNING)

    def _form(self, one: Material | None) -> MaterialForm:
        store = self._screen.host.store
        record = store.record(self._uid)
        return MaterialForm(one, record.meeting.phase, lines.people(record.people, store.people()))

    def _add(self, typed: Values | None = None, said: str = "") -> None:
        form = self._form(None)

        def take(values: Values | None) -> None:
            if values is not None:
                found = form.material(values)
                self._screen.carry_out(
                    lambda store, command: materials.add(store, command, self._uid, found),
                    lambda _: self._said(found),
                    again=lambda why: self._add(values, why),
                )

        self._screen.app.push_screen(form.ask().filled(typed or {}, said), take)

    def _change(self, one: Material, typed: Values | None = None, said: str = "") -> None:
        form = self._form(one)

        def take(values: Values | None) -> None:
            if values is not None:
                found = form.material(values)
                self._screen.carry_out(
                    lambda store, command: materials.change(store, command, one.uid, found),
                    lambda _: self._said(found),
                    again=lambda why: self._change(one, values, why),
                )

        self._screen.app.push_screen(form.ask().filled(typed or {}, said), take)

    def _remove(self, one: Material) -> None:
        self._screen.carry_out(
            lambda store, command: materials.remove(store, command, one.uid),
            lambda _: self._done(tr("“{title}” is off the list; the file stays", title=one.title)),
        )

    def _said(self, one: Material) -> None:
        """That it is on the list, and whether its file is where it should be."""
        if missing := missing_text(one.place):
            self._screen.report(tr("{name}: {value}", name=one.title, value=missing), Report.WARNING)
        else:
            self._done(tr("“{title}” is on the list", title=one.title))

    def _done(self, words: str) -> None:
        self._screen.report(words, Report.DONE)
