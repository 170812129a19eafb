"""The minutes of a meeting into a file (F4)."""

from __future__ import annotations

from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.export import FileExport
from tui_minutes.services import minutes


class Export(FileExport):
    """Exports `record` for `screen`."""

    def __init__(self, screen: BaseScreen, record: MeetingRecord) -> None:
        self._uid = record.meeting.uid
        super().__init__(screen, tr("Export the minutes"), record.meeting.number, self._text, self._uid)

    def _text(self, form: str) -> str:
        host = self._screen.host
        if form == "md":
            return minutes.markdown(host.store, self._uid, host.now())
        return minutes.json_text(host.store, self._uid, host.now(), reveal=host.revealed)
