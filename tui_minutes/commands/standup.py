"""``tui-minutes standup``: the program opened in a standup, the one that runs or a new one (T9)."""

from __future__ import annotations

from argparse import Namespace

from tui_minutes.commands.app import own_store, show
from tui_minutes.commands.reading import now
from tui_minutes.domain.command import Command
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import policies, standups
from tui_minutes.services.zones import machine_zone
from tui_minutes.terminal import require_terminal


def run(args: Namespace) -> int:
    """Begin a standup as the options say, unless one runs already, and show it; gives the exit code."""
    require_terminal()
    seconds = args.seconds
    if seconds is None:
        seconds = policies.chosen(args.settings)("").standup_seconds
    store = own_store(args.db)
    try:
        store.attend(policies.rules(args.settings, args.country))
        command = Command.new(now(), args.entered_by, args.entered_by)
        meeting_uid = standups.begin(
            store, command, Grouping(args.by), machine_zone(), args.department, seconds
        )
    finally:
        store.close()
    return show(args, lambda _: meeting_uid)
