"""The minutes into a file: in which form, where; another file is replaced only when that is said (F4)."""

from __future__ import annotations

import os
from pathlib import Path

from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import minutes
from tui_minutes.settings import typed_path
from tui_minutes.widgets.status_line import Report


class Export:
    """Exports `record` for `screen`."""

    def __init__(self, screen: BaseScreen, record: MeetingRecord) -> None:
        self._screen = screen
        self._meeting = record.meeting

    def ask(self) -> None:
        """Which form, then where."""
        forms = [
            Option("md", "Markdown", tr("to read and to send")),
            Option("json", "JSON", tr("for programs")),
        ]
        self._screen.app.push_screen(
            Choose(tr("Export the minutes"), forms), lambda form: self._ask_path(form) if form else None
        )

    def _ask_path(self, form: str) -> None:
        default = Path.cwd() / f"{self._meeting.number}.{form}"

        def take(values: Values | None) -> None:
            if values is not None:
                self._ask_overwrite(typed_path(values["path"]), form)

        field = Field("path", tr("Path"), str(default), required=True)
        self._screen.app.push_screen(Ask(tr("Export the minutes"), [field]), take)

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
        store, now = self._screen.host.store, self._screen.host.now()
        uid, revealed = self._meeting.uid, self._screen.host.revealed
        try:
            if form == "md":
                minutes.save(path, minutes.markdown(store, uid, now))
            else:
                minutes.save(path, minutes.json_text(store, uid, now, reveal=revealed))
        except Refused as refused:
            self._screen.report(refusal_text(refused), Report.REFUSED)
            return
        self._screen.report(tr("Written: {path}", path=clean(str(path))), Report.DONE)
