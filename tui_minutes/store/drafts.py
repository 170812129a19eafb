"""What is half typed, in a small file beside the store: it wakes no tracker and waits for no lock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.refusal import Refused
from tui_minutes.store.beside import SideTexts


class Drafts:
    """The drafts of one store, by key (`line.<meeting uid>`), for its owner's eyes only (mode 0600).

    Where the store's disk takes nothing they are kept in one of the `folders`.
    """

    def __init__(self, store: Path, folders: Sequence[Path]) -> None:
        self._texts = SideTexts(store, "drafts", folders)

    def read(self, key: str) -> str:
        """The draft kept under `key`; "" for none, also when the file cannot be read."""
        return self._texts.read(key)

    def write(self, key: str, text: str) -> None:
        """Keep `text` under `key` ("" forgets it). Refused("draft_failed") when the disk says no."""
        try:
            self._texts.write(key, text)
        except OSError as error:
            raise Refused("draft_failed", reason=os_reason(error)) from error

    def forget(self, uids: Iterable[str]) -> None:
        """Forget what is half typed about any of `uids`: their drafts have them in the key."""
        for key in [key for key in self._texts.all() if any(uid in key for uid in uids)]:
            self.write(key, "")
