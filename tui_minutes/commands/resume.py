"""``tui-minutes resume``: straight into a meeting, where it stands."""

from __future__ import annotations

from argparse import Namespace

from tui_minutes.commands.app import show
from tui_minutes.store.store import Store
from tui_minutes.terminal import require_terminal


def run(args: Namespace) -> int:
    """Show the meeting numbered ``args.number``, else the one in progress; Home, unless there is just one."""
    require_terminal()
    return show(args, lambda store: _numbered(store, args.number) if args.number else _in_progress(store))


def _numbered(store: Store, number: str) -> str:
    from tui_minutes.commands.reading import meeting_numbered

    return meeting_numbered(store, number).uid


def _in_progress(store: Store) -> str:
    running = store.in_progress()
    return running[0] if len(running) == 1 else ""
