"""The thread that reads the keyboard: it sleeps until there is something, and leaves when it is told to."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import AsyncIterator
from select import select
from threading import Thread
from typing import Any

import pytest
from textual.app import App
from textual.events import Key
from textual.message import Message

from tui_minutes.screens.patient_driver import PatientDriver

PATIENCE = 30.0


class Keyboard(PatientDriver):
    """A driver without a screen: what is typed at the other end of a terminal, and how often it looked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("textual.drivers.linux_driver.signal.signal", lambda *_: None)
        super().__init__(App())
        self.hand, self.fileno = pty.openpty()
        tty.setraw(self.fileno)
        self.heard: list[str] = []
        self.looks: list[float | None] = []

        def looking(reading: list[Any], writing: list[Any], wrong: list[Any], wait: float | None) -> object:
            self.looks.append(wait)
            return select(reading, writing, wrong, wait)

        monkeypatch.setattr("tui_minutes.screens.patient_driver.select", looking)
        self.thread = Thread(target=self.run_input_thread)
        self.thread.start()

    def process_message(self, message: Message) -> None:
        """Remember a key."""
        if isinstance(message, Key):
            self.heard.append(message.key)

    def type(self, keys: bytes, heard: list[str]) -> None:
        """Type, and wait until it was heard."""
        os.write(self.hand, keys)
        for _ in range(int(PATIENCE / 0.01)):
            if self.heard == heard:
                return
            self.thread.join(0.01)
        pytest.fail(f"{self.heard} was heard")


@pytest.fixture
async def keyboard(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Keyboard]:
    made = Keyboard(monkeypatch)
    yield made
    made.exit_event.set()
    made.thread.join(PATIENCE)
    assert not made.thread.is_alive()


async def test_it_looks_when_something_is_typed_and_then_no_more(keyboard: Keyboard) -> None:
    keyboard.type(b"a", ["a"])
    keyboard.type(b"b", ["a", "b"])
    assert keyboard.looks[:2] == [None, None]
    assert len(keyboard.looks) <= 3


async def test_escape_alone_is_heard(keyboard: Keyboard) -> None:
    keyboard.type(b"\x1b", ["escape"])
    keyboard.type(b"\x1b[A", ["escape", "up"])


async def test_a_character_in_two_pieces_is_one(keyboard: Keyboard) -> None:
    wide = "长".encode()
    os.write(keyboard.hand, wide[:1])
    while len(keyboard.looks) < 2:
        keyboard.thread.join(0.01)
    keyboard.type(wide[1:], ["长"])
