"""A disk of its own, whose power is cut: an ext4 file system in a file, copied as it is at an instant.

What the system had not yet sent to the disk is not in the file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = 24 * 2**20
"""Bytes; ext4 keeps a journal on a disk of that size."""


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """A new disk, mounted below `folder`. Skips the test where this machine does not allow that."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0):
        pytest.skip("only root may mount a disk image")
    if not shutil.which("mkfs.ext4"):
        pytest.skip("there is no mkfs.ext4 here")
    image = folder / "disk.img"
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    with _mounted(image, folder / "disk", "loop,commit=300") as mounted:
        yield mounted


@contextmanager
def power_cut(mounted: Path) -> Iterator[Path]:
    """What is on the `mounted` disk when its power is cut now and comes back; the disk itself goes on."""
    image = mounted.with_suffix(".cut")
    shutil.copyfile(mounted.with_suffix(".img"), image)
    with _mounted(image, mounted.with_suffix(".found"), "loop") as found:
        yield found


@contextmanager
def _mounted(image: Path, place: Path, options: str) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-o", options, image, place], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk image can be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)
