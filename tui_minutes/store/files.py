"""The files of a store: its own, those beside it that begin with its name, its backups."""

from __future__ import annotations

from glob import escape
from pathlib import Path

BACKUPS = "backups"
"""The folder beside a store that holds copies of it."""


def files_of(store: Path) -> list[Path]:
    """What there is of a store on disk: itself, its log, drafts, locks, backups and their folder."""
    beside = [*sorted(store.parent.glob(f"{escape(store.name)}*")), *left_over(store.parent, store.name)]
    backups = store.parent / BACKUPS
    return [*beside, *([backups, *sorted(backups.iterdir())] if backups.is_dir() else [])]


def left_over(folder: Path, name: str) -> list[Path]:
    """What programs that were killed left of files called `name`, or so: drafts, their names after a dot."""
    return sorted(folder.glob(f".{escape(name)}.*"))
