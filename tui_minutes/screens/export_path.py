"""Where a file goes that is exported: what was typed as a path, and why nothing can be written there (F4)."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.settings import typed_path


def proposed(name: str) -> Path:
    """A file of that name where the program was started; at home, when that folder is gone."""
    return _started_in() / name


def path_of(typed: str, name: str) -> Path:
    """The whole path that is meant: in a folder, there or not, the file is called `name`; `~` is home."""
    path = _started_in() / typed_path(typed)
    return path / name if S_ISDIR(_mode(path)) or typed.endswith(("/", os.sep)) else path


def wrong_path(path: Path, store: Path) -> str:
    """Why no file can be put at `path`, in words; "" when one can. The file of the `store` is never replaced.

    What only writing shows, a full disk say, is said then.
    """
    if not S_ISDIR(_mode(path.parent)):
        return tr("There is no folder {path}", path=clean(str(path.parent)))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return tr("Nothing may be written in {path}", path=clean(str(path.parent)))
    if (mode := _mode(path)) and not S_ISREG(mode):
        return tr("This is no file: {path}", path=clean(str(path)))
    whole, kept = os.path.realpath(path), os.path.realpath(store)
    if whole in (kept, f"{kept}-wal", f"{kept}-shm"):
        return tr("That is the store: all meetings are in it")
    return ""


def _started_in() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was deleted or moved since
        return Path.home()


def _mode(path: Path) -> int:
    """What lies there, as `stat` tells it; 0 for nothing, and for what one may not look at."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
