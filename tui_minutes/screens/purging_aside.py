"""The files of a large store are made anew by a program of its own: here people read and type on (E5)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from subprocess import PIPE, Popen
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui_minutes.i18n import current_language, tr
from tui_minutes.screens.upkeep import UPKEEP

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen
    from tui_minutes.store.checkpoints import Checkpoints

Done = Callable[[bool, str], object]
"""Told whether it was finished, and what the program said."""

_LOOK = 0.1
"""Seconds between two looks whether it has ended."""


def clean_files(screen: BaseScreen, number: str, done: Done) -> None:
    """Finish the purge of the meeting `number`, whose words are gone from the record already.

    Meanwhile `screen` says how long it takes. Where this program ends before, that one goes on by itself.
    """
    checkpoints = screen.host.store.checkpoints
    screen.host.workers.cancel_group(screen.host, UPKEEP)  # while it reads the log cannot be emptied
    checkpoints.lend()
    ended = partial(_ended, checkpoints, done)
    screen.host.run_worker(partial(_follow, screen, number, ended), thread=True)


def _follow(screen: BaseScreen, number: str, ended: Done) -> None:
    worker, began, said = get_current_worker(), monotonic(), -1
    program = Popen(_command(screen, number), stdout=PIPE, stderr=PIPE, text=True, start_new_session=True)
    while program.poll() is None:
        if worker.is_cancelled:
            return
        if (seconds := int(monotonic() - began)) > said:
            said = seconds
            screen.app.call_from_thread(_say, screen, number, seconds)
        sleep(_LOOK)
    out, wrong = program.communicate()
    screen.app.call_from_thread(ended, program.returncode == 0, wrong.strip() or out.strip())


def _ended(checkpoints: Checkpoints, done: Done, finished: bool, words: str) -> None:
    checkpoints.is_lent = False
    checkpoints.take()
    done(finished, words)


def _command(screen: BaseScreen, number: str) -> list[str]:
    host = screen.host
    options = ["--db", str(host.store.path), "--country", host.country, "--lang", current_language()]
    return [sys.executable, "-m", "tui_minutes", *options, "purge", number]


def _say(screen: BaseScreen, number: str, seconds: int) -> None:
    if screen.is_seen:  # also while the question that led here is just going away
        said = tr(
            "{number}: all files are made anew, {n} s so far; go on meanwhile", number=number, n=seconds
        )
        screen.report(said)
