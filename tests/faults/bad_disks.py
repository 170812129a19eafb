"""Disks that go bad while the program runs, and recover: full, failing, or not to be written any more."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

import pytest

from tests.faults.power import disk

SHIM = Path(__file__).with_name("bad_disk.c")
ROOM = 8192
"""Bytes that a file may still have where the size of files is limited."""


class BadDisk(Protocol):
    """A folder for a store, whose disk goes bad and recovers at a word; `env` is for the program on it."""

    folder: Path
    env: dict[str, str]

    def go_bad(self, program: int) -> None:
        """From now on nothing can be written there by the process `program`."""

    def recover(self, program: int) -> None:
        """All is well again."""


class Limited:
    """Files cannot grow (RLIMIT_FSIZE): a full disk for one process, and no rights are needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env: dict[str, str] = {}

    def go_bad(self, program: int) -> None:
        """Limit the size of its files."""
        resource.prlimit(program, resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))

    def recover(self, program: int) -> None:
        """Lift the limit; it ended with the program, where that has ended."""
        with suppress(ProcessLookupError):
            resource.prlimit(program, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)


class Full:
    """A small file system with something large in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env: dict[str, str] = {}
        self._large = folder / "large"

    def go_bad(self, program: int) -> None:
        """Fill it to the last byte."""
        with self._large.open("wb", buffering=0) as file:
            for size in (4096, 1):
                with suppress(OSError):
                    while file.write(b"x" * size):
                        pass

    def recover(self, program: int) -> None:
        """Remove what is large."""
        self._large.unlink()


class Failing:
    """A library loaded before libc reports `fault` ("write 5", "sync 5") for files of the folder."""

    def __init__(self, folder: Path, library: Path, fault: str) -> None:
        self.folder = folder
        self._says = folder.parent / "says"
        self._fault = fault
        self.env = {
            "LD_PRELOAD": str(library), "FAULT_FOLDER": f"{folder}/", "FAULT_SAYS": str(self._says)
        }  # fmt: skip

    def go_bad(self, program: int) -> None:
        """Report the fault from now on."""
        self._says.write_text(self._fault)

    def recover(self, program: int) -> None:
        """Report nothing."""
        self._says.unlink()


class Turned:
    """A file system that finds an error in itself and can only be read from then on, as Linux has it.

    Only a restart helps: it recovers when the program has ended.
    """

    def __init__(self, mounted: Path) -> None:
        self.folder = mounted
        self.env: dict[str, str] = {}

    def go_bad(self, program: int) -> None:
        """Let it find an error."""
        self._run("mount", "-o", "remount,errors=remount-ro", str(self.folder))
        device = Path(self._run("findmnt", "--noheadings", "--output", "SOURCE", str(self.folder))).name
        try:
            Path(f"/sys/fs/ext4/{device}/trigger_fs_error").write_text("found on purpose")
        except OSError as error:
            pytest.skip(f"no error can be made in a file system here: {error}")

    def recover(self, program: int) -> None:
        """Mount it anew."""
        self._run("umount", str(self.folder))
        self._run("mount", "-o", "loop", str(self.folder.with_suffix(".img")), str(self.folder))

    def _run(self, *command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 2 MiB in memory, mounted at `folder`; skips the test where that is not allowed."""
    folder.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small file system can be mounted here: {error}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def shim(folder: Path) -> Path:
    """The library that reports faults, built in `folder`; skips the test where there is no compiler."""
    compiler = shutil.which("cc") or pytest.skip("no C compiler to build the failing disk with")
    library = folder / "bad_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(SHIM), "-ldl"], check=True)
    if os.uname().sysname != "Linux":
        pytest.skip("the failing disk is written for Linux")
    return library


@contextmanager
def bad_disk(kind: str, folder: Path) -> Iterator[BadDisk]:
    """The disk of one `kind` of KINDS, or TURNED, in a folder below `folder`."""
    place = folder / "disk"
    if kind == "full":
        with small_disk(place) as mounted:
            yield Full(mounted)
        return
    if kind == TURNED:
        with disk(folder) as mounted:
            yield Turned(mounted)
        return
    place.mkdir()
    yield Limited(place) if kind == "limited" else Failing(place, shim(folder), FAULTS[kind])


FAULTS = {
    "write": f"write {errno.EIO}",
    "sync": f"sync {errno.EIO}",
    "read-only": f"write {errno.EROFS}",
    "no space": f"write {errno.ENOSPC}",
}
TURNED = "turned read-only"
"""The kind that only a restart can mend."""

KINDS = ("limited", "full", *FAULTS)
