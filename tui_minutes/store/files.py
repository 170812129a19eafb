"""The files of a store: its own, those beside it that begin with its name, its backups."""

from __future__ import annotations

from pathlib import Path

BACKUPS = "backups"
"""The folder beside a store that holds copies of it."""


def files_of(store: Path) -> list[Path]:
    """What there is of a store on disk: itself, its log, drafts, locks, backups and their folder."""
    beside = sorted(store.parent.glob(f"{_literal(store.name)}*"))
    backups = store.parent / BACKUPS
    return [*beside, *([backups, *sorted(backups.iterdir())] if backups.is_dir() else [])]


def _literal(name: str) -> str:
    return "".join(f"[{one}]" if one in "*?[" else one for one in name)
