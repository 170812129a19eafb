"""What may be typed after each command that prepares a meeting; help is in the spoken language."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from tui_minutes.i18n import tr


def _start(to: ArgumentParser) -> None:
    to.add_argument("plan", metavar="PLAN.toml", help=tr("the plan: title, people, agenda"))


OPTIONS_BEFORE: dict[str, Callable[[ArgumentParser], None]] = {
    "start": _start,
}
"""What makes the options of each command, by its name."""
