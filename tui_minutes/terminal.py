"""The streams the program runs on: a terminal for its screens, UTF-8 for its pipes."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from tui_minutes.domain.refusal import Refused


def is_terminal() -> bool:
    """Whether people can see the screens and type: Textual reads stdin and draws on stderr."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def require_terminal() -> None:
    """Refused unless people can see the screens and type."""
    if not is_terminal():
        raise Refused("usage_terminal")


def speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale says; a byte or character that cannot be is replaced.

    What is written to a stream that was closed before the program began goes nowhere.
    """
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - until the program ends
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
