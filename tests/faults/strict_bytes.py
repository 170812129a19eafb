"""The program with one fault: bytes that are no UTF-8 stop it reading. `test_abuse` must find it out."""

from __future__ import annotations

import sys

from tui_minutes.cli import main
from tui_minutes.screens import patient_driver

if __name__ == "__main__":
    patient_driver.BROKEN = "strict"
    sys.exit(main())
