"""What is said of commands that wait for a lock or for a disk."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label


def waiting_text(why: Refused, kept_at: Path | None) -> str:
    """Why a command waits, and where it is kept meanwhile (None: nowhere)."""
    if why.code == "store_busy":
        return tr("Another program is writing: this will be saved in a moment")
    reason = why.params["reason"]
    words = label(reason) if isinstance(reason, StrEnum) else str(reason)
    if kept_at is None:
        return tr("Not saved, {reason}, nor kept anywhere else: leave the program open", reason=words)
    return tr("Not saved yet, {reason}; kept in {path}", reason=words, path=short(kept_at))


def short(path: Path) -> str:
    """A path as people write it: what is in their home begins with `~`."""
    home = Path.home()
    return clean(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
