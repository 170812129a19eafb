"""The program on a computer whose clocks are in the hands of a test.

The file that PUT_CLOCK names holds seconds: how far the clock on the wall is ahead, and the steady one.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from tui_minutes.cli import main
from tui_minutes.commands import reading

_now, _steady = reading.now, reading.steady


def _ahead() -> tuple[float, float]:
    wall, ran = Path(os.environ["PUT_CLOCK"]).read_text("utf-8").split()
    return float(wall), float(ran)


def _put_now() -> datetime:
    return _now() + timedelta(seconds=_ahead()[0])


def _put_steady() -> float:
    return _steady() + _ahead()[1]


if __name__ == "__main__":
    reading.now, reading.steady = _put_now, _put_steady  # before any command is imported
    sys.exit(main())
