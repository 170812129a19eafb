"""A store with all that can be in one, its bytes spoilt page by page, and what is then said of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from tests.meeting import Played, played
from tests.reviewed import half_a_year
from tui_minutes.cli import main
from tui_minutes.services import approval

PAGE = 4096
NOW = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
"""When all is shown: what depends on the time is always the same."""

SEALED = ("M-2026-001", "M-2026-002", "M-2026-003", "M-2026-004")
RUNNING = "M-2026-005"
LINES = 40

SHOWING = (
    ("list", "--json"),
    *(("show", number, "--json", "--reveal") for number in (*SEALED, RUNNING)),
    ("ledger", "--json", "--reveal"),
    ("export", SEALED[0]),
)
CHECKING = (("verify",), ("doctor",))

Said = tuple[int, str, str]
"""Exit code, stdout, stderr."""


def fill(path: Path) -> None:
    """Half a year of meetings, all approved, and one that runs."""
    with played(path) as meeting:
        half_a_year(meeting)
        for one in meeting.store.meetings():
            approval.approve(meeting.store, meeting.command("周岚"), one.uid)
        _begin(meeting)
    path.chmod(0o600)


def _begin(meeting: Played) -> None:
    meeting.plan().begin()
    for n in range(LINES):
        meeting.say(f"备注：第 {n} 条，{'很长的一行' * 10}")
    meeting.say("- 买灯 @韩磊 截止12月8日")


def stop_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command runs at `NOW`."""
    for command in ("show", "ledger", "export"):
        monkeypatch.setattr(f"tui_minutes.commands.{command}.now", lambda: NOW)


def said(path: Path, *arguments: str) -> Said:
    """What a command says of the store; an exception it lets out is one of the test."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--db", str(path), *arguments])
    return code, out.getvalue(), err.getvalue()


def shown(path: Path) -> list[Said]:
    """All that the commands show of the store."""
    return [said(path, *command) for command in SHOWING]


def flipped(good: bytes, page: int, chance: Random) -> bytes:
    """Four bytes of a page, anywhere in it, are others."""
    spoilt = bytearray(good)
    for place in chance.sample(range(page * PAGE, page * PAGE + PAGE), 4):
        spoilt[place] ^= chance.randrange(1, 256)
    return bytes(spoilt)


def wiped(good: bytes, page: int, _: Random) -> bytes:
    """A page as a disk returns it that could not read it."""
    return good[: page * PAGE] + bytes(PAGE) + good[page * PAGE + PAGE :]


def cut(good: bytes, page: int, _: Random) -> bytes:
    """The file ends where the page began."""
    return good[: page * PAGE]


SPOILINGS: tuple[Callable[[bytes, int, Random], bytes], ...] = (flipped, wiped, cut)


def pages(good: bytes, number: int, chance: Random) -> Iterator[int]:
    """So many pages of a store in some order, the first one among them."""
    some = chance.sample(range(1, len(good) // PAGE), min(number, len(good) // PAGE) - 1)
    yield from (0, *some)


def put(content: bytes, folder: Path) -> Path:
    """A store with that content, nothing left beside it."""
    path = folder / "minutes.db"
    for beside in folder.glob("minutes*"):
        beside.unlink()
    path.write_bytes(content)
    path.chmod(0o600)
    return path
