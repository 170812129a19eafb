"""The program with a mistake in it: it fails to take down a line with `TRIPS` in it, amid its words."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from tui_minutes.cli import main
from tui_minutes.services.discussion import record_line

TRIPS = "绊倒"


def _trip(*args: Any, **kwargs: Any) -> Any:
    """Fails as mistakes do: the words are in a message, in what it came from, and in local variables."""
    words = args[-1].raw
    if TRIPS not in words:
        return record_line(*args, **kwargs)
    try:
        return {}[words]
    except KeyError as error:
        raise ValueError(f"cannot take down {words}") from error


if __name__ == "__main__":
    vars(import_module("tui_minutes.services.discussion"))["record_line"] = _trip
    sys.exit(main())
