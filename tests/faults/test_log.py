"""The write-ahead log does not grow without end beside a program that only reads."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.faults.conftest import Scale
from tests.meeting import played
from tests.support import Clock, run_app
from tests.terminal import PATIENCE
from tui_minutes.store.checkpoints import MOST_BYTES, Checkpoints

OTHER = """
import sqlite3, sys

base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("PRAGMA wal_autocheckpoint = 0")
base.execute("CREATE TABLE ballast (content)")
for number in range(int(sys.argv[2])):
    base.execute("INSERT INTO ballast VALUES (zeroblob(100000))")
print("written", flush=True)
sys.stdin.readline()
"""
"""Commits of a program that leaves the log to another, and stays open."""


@asynccontextmanager
async def written_elsewhere(path: Path, commits: int) -> AsyncIterator[None]:
    """Another program has written, and is still there."""
    pipe = asyncio.subprocess.PIPE
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER, str(path), str(commits), stdin=pipe, stdout=pipe
    )
    assert other.stdout is not None
    assert await other.stdout.readline() == b"written\n"
    try:
        yield
    finally:
        await other.communicate(b"\n")


async def log_after(folder: Path, commits: int, patience: float) -> int:
    """Bytes of the log, at last, after so many commits of another program beside a tracker left open."""
    log = folder / "minutes.db-wal"
    with played(folder / "minutes.db") as play:  # it came first: emptying the log is its business
        play.plan().begin()
        async with run_app(play.store, clock=Clock(play.now)) as pilot:
            await pilot.press("ctrl+g")
            async with written_elsewhere(play.store.path, commits):
                end = time.monotonic() + patience
                while size_of(log) > MOST_BYTES and time.monotonic() < end:
                    await pilot.pause(0.1)
                return size_of(log)


def size_of(file: Path) -> int:
    """Its bytes."""
    return file.stat().st_size


async def test_the_log_is_emptied_beside_a_tracker_left_open(tmp_path: Path, scale: Scale) -> None:
    assert await log_after(tmp_path, scale(100, 3000), PATIENCE) <= MOST_BYTES


async def test_a_log_that_nobody_empties_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Checkpoints, "tend", lambda _: None)
    assert await log_after(tmp_path, 100, 3) > MOST_BYTES
