"""Files and folders for their owner's eyes only, whatever the umask says (POSIX)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

FILE, FOLDER = 0o600, 0o700
OTHERS = 0o077
"""The rights of the group and of everybody else."""


def private_folder(path: Path) -> None:
    """Make the folder at `path` and those above it that are missing; one that is there is left as it is."""
    for folder in reversed([path, *path.parents]):
        if not folder.is_dir():
            folder.mkdir(FOLDER, exist_ok=True)


def make_private(path: Path) -> None:
    """Make an empty file at `path` for others to fill; one that is there is left as it is."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, FILE))


def open_private(path: Path, *, append: bool = False) -> BinaryIO:
    """The file at `path`, made or emptied for writing (kept, to `append`), private before its first byte."""
    way = os.O_APPEND if append else os.O_TRUNC
    file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | way, FILE), "wb")
    if os.name != "nt":  # a file left over from an earlier program may have had other rights
        path.chmod(FILE)
    return file


def replace_private(path: Path, written: bytes, *, synced: bool = False) -> None:
    """Put a private file in place of that at `path` in one step; with `synced` it is on disk then.

    Raises OSError when the disk says no: then the old one is still there, and no draft is left behind.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open_private(draft) as file:
            file.write(written)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def open_to_others(paths: Iterable[Path]) -> Iterator[Path]:
    """Those of `paths` that somebody beside their owner may read, write or look into."""
    if os.name == "nt":  # rights are not told by these bits there
        return
    for path in paths:
        try:
            rights = path.stat().st_mode
        except OSError:
            continue
        if stat.S_IMODE(rights) & OTHERS:
            yield path
