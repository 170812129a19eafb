"""Which outcome is being read out, for the window of the room: told without a write to the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui_minutes.store.beside import SideFile


class OnShow:
    """The uids of the outcomes read out, by meeting, in a private file beside the store at `path` (0600).

    Where the store's disk takes nothing it lies in one of the `folders`; where none does, nobody is told:
    the window then goes by the store alone. What a killed program has left counts until its meeting is
    opened again.
    """

    def __init__(self, path: Path, folders: Sequence[Path]) -> None:
        self._file = SideFile(path, "room", folders)

    def read(self, meeting_uid: str) -> str:
        """The uid of the outcome that is read out in a meeting; "" for none."""
        return self._all().get(meeting_uid, "")

    def show(self, meeting_uid: str, outcome_uid: str) -> None:
        """Say that an outcome is read out; "" for none."""
        shown = self._all()
        if shown.get(meeting_uid, "") == outcome_uid:
            return
        shown[meeting_uid] = outcome_uid
        kept = {meeting: outcome for meeting, outcome in shown.items() if outcome}
        if kept:
            with suppress(OSError):
                self._file.write(json.dumps(kept).encode())
        else:
            self._file.remove()

    def _all(self) -> dict[str, str]:
        try:
            shown = json.loads(self._file.read() or "{}")
        except ValueError:
            return {}
        return shown if isinstance(shown, dict) else {}
