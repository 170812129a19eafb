"""Files and links opened by the program that the system has for them, never through a shell (B7)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from tui_minutes.domain.refusal import Refused
from tui_minutes.settings import typed_path

_PATIENCE = 2.0
"""Seconds in which an opener says that it cannot; one that is still running has taken it."""


def open_place(place: str, env: Mapping[str, str]) -> None:
    """Open a path or a link in a program of its own; returns in a moment at most.

    Raises Refused("no_opener") where there is no desktop, as over ssh, ("not_opened") when it went wrong.
    """
    program = _opener(env)
    if program is None:
        raise Refused("no_opener")
    target = place if is_link(place) else str(typed_path(place).absolute())
    if not launch([program, target]):
        raise Refused("not_opened", place=place)


def is_link(place: str) -> bool:
    """Whether `place` is a link, and no path."""
    return "://" in place


def _opener(env: Mapping[str, str]) -> str | None:
    """The program that opens whatever it is given; None where nobody would see it."""
    if sys.platform == "darwin":
        return None if env.get("SSH_CONNECTION") else shutil.which("open", path=env.get("PATH"))
    if env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open", path=env.get("PATH"))
    return None


def launch(command: Sequence[str]) -> bool:
    """Start a program that outlives this one and writes nothing on its screen; whether it has taken it."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
