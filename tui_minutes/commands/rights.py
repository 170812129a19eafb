"""Who may read what the program keeps: a part of what ``doctor`` tells."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.private import open_to_others


def rights(store: Path, config: Path) -> dict[str, object]:
    """The rights of store, config and their folders as ``ls`` spells them; None for what is not there.

    A folder that others may look into is no problem by itself: the files in it are private.
    """
    places = {"store": store, "store_folder": store.parent, "config": config, "config_folder": config.parent}
    return {name: stat.filemode(at.stat().st_mode) if at.exists() else None for name, at in places.items()}


def exposed(paths: Iterable[Path]) -> list[Refused]:
    """Refused("open_to_others") for those of `paths` that others may read; nothing when there is none."""
    found = [clean(str(path)) for path in open_to_others(paths)]
    return [Refused("open_to_others", paths=", ".join(found))] if found else []
