"""What a screen shows, into a file: which paper, in which form, where; nothing is replaced unasked (F4)."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import minutes, purging
from tui_minutes.settings import typed_path
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen


@dataclass(frozen=True, slots=True)
class Exportable:
    """Something that can be had as a file, by its `name` in words.

    `stem` is the name of the file that is proposed, `forms` are those it has, the usual one first; `make`
    makes it, in a thread of its own. `meeting_uid` is the meeting it tells of, "" for several. One with
    `parts` is a list of others to choose from.
    """

    name: str
    stem: str = ""
    forms: Sequence[Form] = ()
    make: Callable[[Form], bytes] = lambda _: b""
    meeting_uid: str = ""
    parts: Sequence[Exportable] = ()


class FileExport:
    """Lets people choose among what `screen` has, and writes it."""

    def __init__(self, screen: BaseScreen, exportables: Sequence[Exportable]) -> None:
        self._screen = screen
        self._exportables = exportables

    def ask(self) -> None:
        """Which of them, where there are several; then its form; then where."""
        self._choose(tr("Export"), self._exportables)

    def _choose(self, title: str, among: Sequence[Exportable]) -> None:
        if not among:
            self._screen.report(tr("There is nothing here to export"), Report.REFUSED)
            return
        if len(among) == 1:
            self._ask_form(among[0])
            return
        options = [Option(str(nth), one.name, _endings(one)) for nth, one in enumerate(among)]
        search = len(among) > len(Form)

        def take(chosen: str | None) -> None:
            if chosen is not None:
                self._ask_form(among[int(chosen)])

        self._screen.app.push_screen(Choose(title, options, search=search), take)

    def _ask_form(self, what: Exportable) -> None:
        if what.parts:
            self._choose(what.name, what.parts)
        elif len(what.forms) == 1:
            self._ask_path(what, what.forms[0])
        else:
            options = [Option(form, label(form), f".{form}") for form in what.forms]
            self._screen.app.push_screen(
                Choose(what.name, options), lambda form: self._ask_path(what, Form(form)) if form else None
            )

    def _ask_path(self, what: Exportable, form: Form, typed: str = "") -> None:
        default = typed or str(Path.cwd() / f"{what.stem}.{form}")

        def take(values: Values | None) -> None:
            if values is not None:
                self._ask_overwrite(what, form, values["path"])

        field = Field("path", tr("Path"), default, required=True)
        self._screen.app.push_screen(Ask(what.name, [field]), take)

    def _ask_overwrite(self, what: Exportable, form: Form, typed: str) -> None:
        path = typed_path(typed)
        if path.is_dir():
            path /= f"{what.stem}.{form}"
        if not os.path.lexists(path):  # unlike Path.exists, no error for a place that may not be looked into
            self._begin(what, form, path)
            return

        def take(yes: bool | None) -> None:
            if yes:
                self._begin(what, form, path)
            else:  # another name may do
                self._ask_path(what, form, typed)

        lines = [clean(str(path)), tr("There is such a file already.")]
        self._screen.app.push_screen(Confirm(tr("Replace it?"), lines, yes=tr("replace")), take)

    def _begin(self, what: Exportable, form: Form, path: Path) -> None:
        """Make and write it aside: a long one takes its time, and the meeting goes on."""
        self._screen.report(tr("Writing {path} …", path=clean(str(path))))
        work = partial(self._write, what, form, path)
        self._screen.app.run_worker(work, group="export", thread=True)

    def _write(self, what: Exportable, form: Form, path: Path) -> None:
        host = self._screen.host
        try:
            with host.store.reading():
                content = what.make(form)
            minutes.save(path, content)
        except Refused as refused:
            host.call_from_thread(self._say, refusal_text(refused), Report.REFUSED)
        else:
            host.call_from_thread(self._written, path, what.meeting_uid)

    def _written(self, path: Path, meeting_uid: str) -> None:
        whole = str(path.absolute())
        self._screen.app.copy_to_clipboard(whole)
        said = tr("Written, and its path copied: {path}", path=clean(str(path)))
        self._screen.carry_out(
            lambda store, command: purging.remember_export(store, command, whole, meeting_uid),
            lambda _: self._say(said, Report.DONE),
        )

    def _say(self, text: str, tone: Report) -> None:
        """On the screen it was asked for, or, when that was left, on the one that is shown."""
        if self._screen.is_attached:
            self._screen.report(text, tone)
        else:
            self._screen.host.notify(text, severity="error" if tone is Report.REFUSED else "information")


def _endings(one: Exportable) -> str:
    """Which files there are of it: `docx html md`."""
    return " ".join(one.forms) if one.forms else "…"
