"""What the operating system says is heard, also by a program that is flooded with keys."""

from __future__ import annotations

import asyncio
import os
import signal
import threading

import pytest

from tui_minutes.screens import terminal_signals
from tui_minutes.screens.terminal_signals import TerminalSignals

MORE_KEYS_THAN_FIT = 5_000


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_heard_once_however_many_keys_wait(
    number: signal.Signals, capfd: pytest.CaptureFixture[str]
) -> None:
    ended: list[int] = []

    async def flooded() -> None:
        heard = asyncio.Event()

        def end(code: int) -> None:
            ended.append(code)
            heard.set()

        TerminalSignals(end)
        loop = asyncio.get_running_loop()
        for _ in range(MORE_KEYS_THAN_FIT):  # as the thread that reads the keyboard does
            loop.call_soon_threadsafe(int)
        os.kill(os.getpid(), number)
        await heard.wait()
        await asyncio.sleep(0)

    asyncio.run(asyncio.wait_for(flooded(), 10))
    assert ended == [128 + number]
    assert capfd.readouterr().err == "", "nothing is written over the screen"


@pytest.mark.parametrize(("looks", "most"), [([True, True, False], 3), ([True] * 20, 5), ([False], 1)])
def test_a_terminal_that_is_there_is_waited_for_but_not_for_ever(
    monkeypatch: pytest.MonkeyPatch, looks: list[bool], most: int
) -> None:
    left = threading.Event()
    asked: list[bool] = []

    def look() -> bool:
        asked.append(looks[len(asked)])
        return asked[-1]

    monkeypatch.setattr(terminal_signals, "HANG_UP_SECONDS", 0.01)
    monkeypatch.setattr(terminal_signals, "has_terminal", look)
    monkeypatch.setattr(os, "_exit", lambda code: left.set() if code == 143 else None)
    terminal_signals.leave_at_last(143)
    assert left.wait(10)
    assert len(asked) == most
