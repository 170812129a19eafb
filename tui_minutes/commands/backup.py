"""``tui-minutes backup``: keep the store as it is now, in its folder of backups or in a file."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.writing import note
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import clock, day_long
from tui_minutes.services.zones import machine_zone
from tui_minutes.store import backups
from tui_minutes.store.copying import copy
from tui_minutes.store.failures import reason
from tui_minutes.store.opening import inspect


def run(args: Namespace) -> int:
    """Make a backup unless the newest one is the same; or list them, or write a copy into a file."""
    if args.list:
        _print(backups.kept(args.db))
        return 0
    if not inspect(args.db):
        raise Refused("store_missing", path=str(args.db))
    if args.to:
        _write(args.db, Path(args.to))
        note(args, Path(args.to))
        print(tr("Written: {path}", path=clean(args.to)))
        return 0
    if made := backups.make(args.db):
        print(tr("Backed up: {path}", path=clean(str(made.path))))
    else:
        print(tr("Nothing has changed since {path}", path=clean(str(backups.kept(args.db)[0].path))))
    return 0


def moment(at: datetime | None) -> str:
    """An instant as it is read here; "-" for none."""
    local = at.astimezone(ZoneInfo(machine_zone())) if at else None
    return f"{day_long(local)} {clock(local)}" if local else "-"


def _print(kept: list[backups.Backup]) -> None:
    rows = [(one.name, moment(one.at), f"{one.path.stat().st_size / 2**20:.1f} MiB") for one in kept]
    print_table((tr("Backup"), tr("Store as of"), tr("Size")), rows)


def _write(store: Path, target: Path) -> None:
    """Write a copy whole or not at all, and over nothing."""
    draft = target.with_name(f".{target.name}.draft")
    if target.exists():
        raise Refused("file_exists", path=str(target))
    try:
        copy(store, draft)
        draft.rename(target)
    except (OSError, sqlite3.Error) as error:
        raise Refused("export_unwritable", path=str(target), reason=reason(error, target)) from error
    finally:
        draft.unlink(missing_ok=True)
