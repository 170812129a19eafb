"""What could not be written into the store, in a file of its own until it is: one line of JSON for each."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_minutes.private import replace_private
from tui_minutes.store.beside import SideFile, forget, left_behind, read_text

_ENDING = "unwritten"


class UnwrittenFile:
    """The file of this run of the program. `at` is where it is, None while there is none."""

    def __init__(self, store: Path, folders: Sequence[Path]) -> None:
        self._file = SideFile(store, f"{_ENDING}-{secrets.token_hex(3)}", folders)
        self._held = b""
        self.at: Path | None = None

    def keep(self, waiting: Sequence[Mapping[str, Any]]) -> bool:
        """Hold what is `waiting` now, in that order, and nothing else; False when no place takes it."""
        if not waiting:
            if self.at:
                self._file.remove()
            self.at = None
            return True
        held = _lines(waiting)
        if self.at and held == self._held:
            return True
        try:
            self.at, self._held = self._file.write(held, synced=True), held
        except OSError:
            return False
        return True


def left(store: Path, folders: Sequence[Path]) -> list[tuple[Path, list[dict[str, Any]]]]:
    """The files that earlier runs left behind, each with what it holds."""
    paths = left_behind(store, f"{_ENDING}-*", folders)
    return [(path, held) for path in paths if (held := _held(read_text(path)))]


def rewrite(path: Path, held: Sequence[Mapping[str, Any]]) -> None:
    """Leave only what is still `held` in `path`; where that cannot be, all of it is offered once more."""
    if not held:
        forget([path])
        return
    with suppress(OSError):
        replace_private(path, _lines(held))


def _lines(held: Sequence[Mapping[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in held).encode()


def _held(text: str) -> list[dict[str, Any]]:
    found = []
    for line in text.splitlines():
        try:
            one = json.loads(line)
        except ValueError:
            continue
        if isinstance(one, dict):
            found.append(one)
    return found
