"""What is half typed, in a small file beside the store: it wakes no tracker and waits for no lock."""

from __future__ import annotations

import json
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.private import replace_private


class Drafts:
    """The drafts of one store, by key (`line.<meeting uid>`), for its owner's eyes only (mode 0600)."""

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(f"{store.name}.drafts")

    def read(self, key: str) -> str:
        """The draft kept under `key`; "" for none, also when the file cannot be read."""
        return self._all().get(key, "")

    def write(self, key: str, text: str) -> None:
        """Keep `text` under `key` ("" forgets it). Refused("draft_failed") when the disk says no."""
        kept = self._all()
        if kept.get(key, "") == text:
            return
        kept[key] = text
        whole = json.dumps({name: draft for name, draft in kept.items() if draft}, ensure_ascii=False)
        try:
            replace_private(self._path, whole.encode())
        except OSError as error:
            raise Refused("draft_failed", reason=str(error)) from error

    def _all(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}
