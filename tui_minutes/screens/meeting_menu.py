"""The menu of a line: chosen from the list, or by the letter that does the same in the log."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from tui_minutes.i18n import tr_late
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.meeting_log import LINE_ACTS
from tui_minutes.widgets.keys import key_text


class LineMenuDialog(Choose):
    """Gives one of `acts`, keys of `LINE_ACTS`."""

    def __init__(self, title: str, acts: Sequence[str]) -> None:
        self._letters = {LINE_ACTS[act][0].split()[0]: act for act in acts}
        options = [
            Option(act, tr_late(LINE_ACTS[act][1]), key_text(key)) for key, act in self._letters.items()
        ]
        super().__init__(title, options)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once."""
        if act := self._letters.get(event.key):
            event.stop()
            self.dismiss(act)
