"""A command on a large store says what takes so long, and leaves nothing of it on the terminal."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from io import StringIO
from pathlib import Path
from threading import Event

import pytest

from tests.commands.test_scripts import Shell
from tui_minutes.commands.patience import patience
from tui_minutes.store.store import Store


class Terminal(StringIO):
    """What is written to a terminal, and that something is."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)

    def isatty(self) -> bool:
        return True


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.db"
    Store.open(path).close()
    return path


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """In the test itself: before it begins, pytest puts its own stderr in place again."""
    written = Terminal()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr("tui_minutes.commands.patience.EVERY", 0.001)
    return written


def test_what_is_done_is_said_until_it_is_done(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = at_a_terminal(monkeypatch)
    monkeypatch.setattr("tui_minutes.store.opening.LARGE", 0)
    with patience(store, "Looking through the store"):
        assert stderr.written.wait(30)
    assert "Looking through the store" in stderr.getvalue()
    assert stderr.getvalue().endswith("\r\x1b[2K")


def test_nothing_is_said_of_what_is_done_in_a_moment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = at_a_terminal(monkeypatch)
    with patience(store, "Looking through the store"):
        pass
    assert stderr.getvalue() == ""


def test_nothing_is_said_where_nobody_waits(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_minutes.store.opening.LARGE", 0)
    monkeypatch.setattr(sys, "stderr", written := StringIO())
    with patience(store, "Looking through the store"):
        pass
    assert written.getvalue() == ""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("verify", ["Looking through the store", "Judging by the rules of now", "Checking every seal"]),
        ("doctor", ["Reading every page", "Comparing the lists with the record"]),
    ],
)
def test_a_command_that_reads_all_says_what_it_does(
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    said: list[str],
) -> None:
    heard: list[str] = []

    def hear(_: Path, what: str) -> AbstractContextManager[None]:
        heard.append(what)
        return nullcontext()

    for module in ("reading", "verify", "doctor"):
        monkeypatch.setattr(f"tui_minutes.commands.{module}.patience", hear)
    Shell(store, capsys).run(command)
    assert heard == said
