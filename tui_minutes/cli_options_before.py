"""What may be typed after each command that prepares a meeting; help is in the spoken language."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from tui_minutes.cli_options import add_json, count
from tui_minutes.i18n import tr


def _start(to: ArgumentParser) -> None:
    to.add_argument("plan", metavar="PLAN.toml", help=tr("the plan: title, people, agenda"))


def _find(to: ArgumentParser) -> None:
    words = tr("words, and as in the search line: who:Ann date:2026-10 meeting:M-2026-003")
    to.add_argument("words", metavar="WORDS", nargs="+", help=words)
    to.add_argument("--limit", metavar="N", type=count, default=50, help=tr("so many of each at most"))
    add_json(to)


def _room(to: ArgumentParser) -> None:
    from tui_minutes.domain.meeting import Level

    which = tr("a meeting by its number (default: whichever runs, then the next one)")
    to.add_argument("number", metavar="M-2026-001", nargs="?", default="", help=which)
    level = tr("what is above it is shown by its number (usual: internal; that of the meeting asked for)")
    to.add_argument("--level", choices=list(Level), default="", help=level)


OPTIONS_BEFORE: dict[str, Callable[[ArgumentParser], None]] = {
    "start": _start,
    "room": _room,
    "find": _find,
}
"""What makes the options of each command, by its name."""
