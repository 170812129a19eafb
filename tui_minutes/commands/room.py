"""``tui-minutes room``: a window for the projector, which shows what the room may see and takes no words."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from tui_minutes.commands.app import raise_what_ended
from tui_minutes.commands.patience import patience
from tui_minutes.commands.reading import meeting_numbered, now
from tui_minutes.domain.meeting import Level
from tui_minutes.i18n import tr
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store
from tui_minutes.terminal import require_terminal


def run(args: Namespace) -> int:
    """Show the meeting ``args.number``, else whichever runs, up to ``args.level``; gives the exit code."""
    require_terminal()
    with patience(args.db, tr("Looking through the store")):
        store = Store.open(args.db, create=False, reading_at=now())
    with closing(store):
        store.only_read()
        return _show(args, store)


def _show(args: Namespace, store: Store) -> int:
    from tui_minutes.room_app import RoomApp

    with blaming(store):
        only = meeting_numbered(store, args.number).uid if args.number else ""
    level = Level(args.level) if args.level else Level.SECRET if args.reveal else None
    app = RoomApp(store, args.settings, now, only=only, level=level, zone=machine_zone())
    app.run()
    raise_what_ended(app)
    return app.return_code or 0
