"""``python -m tests``: all tests, with what they need installed first; arguments go to pytest."""

import sys

from tui_minutes.bootstrap import NEEDS, ensure

ensure("tests", [*NEEDS, "babel", "hypothesis", "pyte", "pytest", "pytest_asyncio", "xdist"], extra="test")

import pytest  # noqa: E402 - it is there only now

sys.exit(pytest.main(sys.argv[1:] or ["-n", "3", "--dist", "worksteal", "-q"]))
