"""The program with one fault: bytes that are no UTF-8 stop it reading. `test_abuse` must find it out."""

from __future__ import annotations

import sys

from tui_minutes import app
from tui_minutes.cli import main


def _as_they_come() -> None:
    """Nothing is forgiven."""


if __name__ == "__main__":
    app.forgive_broken_bytes = _as_they_come  # type: ignore[attr-defined]
    sys.exit(main())
