"""``tui-minutes start``: a meeting from a plan, and the program opened on it (B8)."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui_minutes.commands.app import own_store, show
from tui_minutes.commands.reading import now
from tui_minutes.domain.command import Command
from tui_minutes.services import meetings
from tui_minutes.services.plans import load
from tui_minutes.terminal import require_terminal


def run(args: Namespace) -> int:
    """Store the meeting that ``args.plan`` describes and show it; nothing is stored when either cannot be."""
    plan = load(Path(args.plan))
    require_terminal()
    store = own_store(args.db)
    try:
        meeting_uid = meetings.create(store, Command.new(now(), args.entered_by, args.entered_by), plan)
    finally:
        store.close()
    return show(args, lambda _: meeting_uid)
