"""A document into a file: in which form, where; another file is replaced only when that is said (F4)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import minutes, purging
from tui_minutes.settings import typed_path
from tui_minutes.widgets.status_line import Report


class FileExport:
    """Exports for `screen` what `written` gives for a form ("md", "json"), under a dialog's `title`.

    `stem` is the name of the file that is proposed, `meeting_uid` the meeting it tells of, "" for several.
    """

    def __init__(
        self, screen: BaseScreen, title: str, stem: str, written: Callable[[str], str], meeting_uid: str = ""
    ) -> None:
        self._screen = screen
        self._title = title
        self._stem = stem
        self._written = written
        self._meeting_uid = meeting_uid

    def ask(self) -> None:
        """Which form, then where."""
        forms = [
            Option("md", "Markdown", tr("to read and to send")),
            Option("json", "JSON", tr("for programs")),
        ]
        self._screen.app.push_screen(
            Choose(self._title, forms), lambda form: self.ask_path(form) if form else None
        )

    def ask_path(self, form: str) -> None:
        """Where, for the form (the ending of the file) that is known."""
        default = Path.cwd() / f"{self._stem}.{form}"

        def take(values: Values | None) -> None:
            if values is not None:
                self._ask_overwrite(typed_path(values["path"]), form)

        field = Field("path", tr("Path"), str(default), required=True)
        self._screen.app.push_screen(Ask(self._title, [field]), take)

    def _ask_overwrite(self, path: Path, form: str) -> None:
        if not os.path.lexists(path):  # unlike Path.exists, no error for a place that may not be looked into
            self._write(path, form)
            return
        lines = [clean(str(path)), tr("There is such a file already.")]
        self._screen.app.push_screen(
            Confirm(tr("Replace it?"), lines, yes=tr("replace")),
            lambda yes: self._write(path, form) if yes else None,
        )

    def _write(self, path: Path, form: str) -> None:
        try:
            minutes.save(path, self._written(form))
        except Refused as refused:
            self._screen.report(refusal_text(refused), Report.REFUSED)
            return
        whole = str(path.absolute())
        self._screen.carry_out(
            lambda store, command: purging.remember_export(store, command, whole, self._meeting_uid),
            lambda _: self._screen.report(tr("Written: {path}", path=clean(str(path))), Report.DONE),
        )
