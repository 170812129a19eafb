"""``python -m tui_minutes``: the program, from a checkout too where nothing is installed yet."""

import sys

from tui_minutes.bootstrap import ensure

ensure("tui_minutes")

from tui_minutes.cli import main  # noqa: E402 - what it imports is there only now

sys.exit(main())
